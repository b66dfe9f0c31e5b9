package org.footlift.sim.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.footlift.sim.campaign.IncidentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedBugsTest {
    @Test
    void thereAreMoreThanFortyEachOfItsOwnName() {
        Set<String> names = PlantedBugs.ALL.stream().map(PlantedBug::name).collect(Collectors.toSet());
        assertEquals(PlantedBugs.ALL.size(), names.size());
        assertTrue(names.size() >= 40, "bugs: " + names.size());
    }

    @Test
    void theListInTheDocumentIsThisOne() throws IOException {
        String list = PlantedBugs.ALL.stream().map(bug -> "- " + bug.name() + "\n").collect(Collectors.joining());
        assertTrue(document().contains("\n\n" + list), () -> "docs/campaign.md should say\n" + list);
    }

    @Test
    void everyKindOfFaultIsInTheDocument() throws IOException {
        String document = document();
        for (IncidentKind kind : IncidentKind.FAULTS) {
            assertTrue(document.contains("`" + kind.label() + "`"), kind.label());
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("basedir", "")).toAbsolutePath()
                .resolveSibling("docs/campaign.md"));
    }

    /** A source that has changed under an edit would leave a bug unplanted, and the campaign unproved. */
    @Test
    void everyEditStillAppliesAndCompiles() {
        for (PlantedBug bug : PlantedBugs.ALL) {
            assertNotNull(PlantedCode.trial(bug), bug.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"the rise between settings is not limited", "a pulse never expires",
            "an open electrode stops softly", "a late tick is not noticed", "the level is never locked",
            "Start counts while it is held", "the recovery phase is a unit too strong"})
    void theCampaignCatches(String name) {
        PlantedBug bug = PlantedBugs.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        PlantedCampaign.Outcome outcome = PlantedCampaign.tried(bug, 1, 7, 5_000);
        assertTrue(outcome.caught(), outcome.toString());
    }

    @Test
    void theGovernorHoldsACarelessPlanner() {
        for (PlantedBug careless : PlantedBugs.CARELESS) {
            PlantedCampaign.Outcome outcome = PlantedCampaign.tried(careless, 1, 7, 1_000);
            assertFalse(outcome.caught(), outcome.toString());
        }
    }

    @Test
    void anEditThatFitsNowhereOrTwiceIsRefused() {
        assertThrows(IllegalStateException.class,
                () -> new Edit("telemetry/Fault", "no such text", "").applyTo("text"));
        assertThrows(IllegalStateException.class, () -> new Edit("telemetry/Fault", "a", "").applyTo("a and a"));
        assertEquals("b and c", new Edit("telemetry/Fault", "a ", "b ").applyTo("a and c"));
    }
}
