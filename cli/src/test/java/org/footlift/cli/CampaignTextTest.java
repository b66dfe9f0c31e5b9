package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.footlift.sim.campaign.Breach;
import org.footlift.sim.campaign.CampaignResult;
import org.footlift.sim.campaign.Failure;
import org.footlift.sim.campaign.Incident;
import org.footlift.sim.campaign.IncidentKind;
import org.footlift.sim.campaign.Invariant;
import org.footlift.sim.planted.PlantedCampaign;
import org.junit.jupiter.api.Test;

/** What a person sees of a failure that, one hopes, no campaign has. */
class CampaignTextTest {
    private static final Failure FAILURE = new Failure(77, new Breach(Invariant.HARD_STOP, 12_345, 2_469, "a pulse"),
            "FUSED", 21, List.of(new Incident(IncidentKind.LOOP_PAUSE, 12_000, 700, 4)));
    private static final CampaignResult FAILED = new CampaignResult(41, 6_175, 64, 2_000, 300, 1, 34, 446, 1, 700, 120,
            0, 2, 62, 5, List.of(FAILURE));

    @Test
    void aFailureSaysWhatBrokeWhenUnderWhichFaultsWhereItIsSavedAndHowToRepeatIt() {
        String text = CampaignText.of(FAILED, 2, List.of("saved as x.wpilog"), "campaign --seed 41");
        for (String said : List.of("seed 41", "VIOLATED I3 (HARD_STOP) at 12.345 s, tick 2469: a pulse", "walk 77",
                "profile FUSED", "of 21 incidents 1 are needed", "loop-pause at 12.000 s for 700 ms",
                "saved as x.wpilog", "Again with: campaign --seed 41")) {
            assertTrue(text.contains(said), () -> said + " is missing in " + text);
        }
    }

    @Test
    void theSummaryCountsStridesPerSecond() {
        CampaignText.Summary summary = CampaignText.Summary.of(FAILED, 2);
        assertEquals(3_088, summary.stridesPerSecond());
        assertEquals(1, summary.violations());
    }

    @Test
    void aBugThatWasMissedAndACarelessPlannerThatWasNotHeldAreSaid() throws IOException {
        PlantedCampaign.Outcome missed = new PlantedCampaign.Outcome("a bug", false, 200_000, "nothing, with seed 3");
        PlantedCampaign.Outcome loose = new PlantedCampaign.Outcome("a greedy planner", true, 9, "a pulse");
        assertTrue(CampaignText.of(missed).startsWith("MISSED"));
        PlantedCampaign.Result result = new PlantedCampaign.Result(List.of(missed), List.of(loose));
        String text = CampaignText.of(result, 1, 3);
        assertTrue(text.contains("a greedy planner alone: NOT HELD: a pulse"), text);
        assertTrue(text.contains("0 of 1 planted bugs caught"), text);
        JsonNode json = new ObjectMapper().readTree(JsonText.of(new CampaignText.Planted(1, result.caught(), 3)));
        assertEquals(1, json.get("planted").asInt(-1));
        assertEquals(0, json.get("caught").asInt(-1));
    }
}
