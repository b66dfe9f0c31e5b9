package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CampaignCommandTest {
    @Test
    void theLastLineIsOneJsonObject() throws IOException {
        Command campaign = Command.run("campaign", "--strides", 300, "--seed", 4, "--json").succeeds();
        JsonNode result = new ObjectMapper().readTree(campaign.outLines().getLast());
        assertTrue(result.get("strides").asLong() >= 300, campaign::out);
        assertEquals(0, result.get("violations").asInt(-1));
        assertTrue(result.get("stridesPerSecond").asLong() > 0, campaign::out);
        assertTrue(result.get("faultKinds").asInt() > 20, campaign::out);
        assertTrue(result.get("hardStopMaxTicks").asInt(-1) >= 0, campaign::out);
        assertTrue(result.get("softStopMaxMs").asInt(-1) >= 0, campaign::out);
        assertEquals(0, result.get("needlessStops").asInt(-1));
        assertEquals(4, result.get("seed").asLong());
    }

    @Test
    void oneSeedIsOneCampaign() {
        assertEquals(trace("--seed", 4), trace("--seed", 4));
    }

    @Test
    void takesAFreshSeedUnlessToldOne() {
        assertTrue(!trace().equals(trace()));
    }

    private static String trace(Object... more) {
        Object[] arguments = {"campaign", "--strides", 100};
        Object[] all = java.util.stream.Stream
                .concat(java.util.stream.Stream.of(arguments), java.util.stream.Stream.of(more))
                .toArray();
        String out = Command.run(all).succeeds().out();
        return out.substring(out.indexOf("trace "), out.indexOf('\n', out.indexOf("trace ")));
    }

    @Test
    void namesTheFaultsWhenOneIsUnknown() {
        Command.run("campaign", "--faults", "kill,gremlins").refuses("there is no such fault");
    }

    @Test
    void refusesToWalkNowhere() {
        Command.run("campaign", "--strides", 0).refuses("--strides must be at least 1");
    }
}
