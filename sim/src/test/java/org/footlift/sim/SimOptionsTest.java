package org.footlift.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;
import org.footlift.config.Settings;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.sim.sensor.ImuMounting;
import org.footlift.sim.stimulator.OutputDeclaration;
import org.footlift.sim.stimulator.PulseMonitor;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WearerCharacter;
import org.junit.jupiter.api.Test;

class SimOptionsTest {
    @Test
    void withoutOptionsTheMildWearerStandsTwoSecondsAndWalks() throws HardwareUnavailable {
        SimOptions options = SimOptions.parse(Map.of());
        assertEquals(WearerCharacter.MILD, options.wearer());
        assertEquals(1, options.seed());
        assertEquals(WalkScript.standThenWalk(2_000), options.script());
        assertEquals(PulseMonitor.Use.WALKING, options.use());
    }

    @Test
    void readsEveryOption() throws HardwareUnavailable {
        SimOptions options = SimOptions.parse(Map.of("wearer", "stroke", "seed", "42", "standMs", "0", "foot.axis", "x",
                "foot.sign", "negative", "shank.axis", "Z", "channel1.periodNs", "20000000", "channel1.areaMm2", "900",
                "use",
                "exercise"));
        assertEquals(new SimOptions(WearerCharacter.STROKE, 42, WalkScript.standThenWalk(0),
                new ImuMounting(Axis.X, Sign.NEGATIVE), new ImuMounting(Axis.Z, Sign.POSITIVE),
                List.of(OutputDeclaration.DEFAULT, new OutputDeclaration(20_000_000, 900)), PulseMonitor.Use.EXERCISE),
                options);
    }

    @Test
    void theOptionsOfAProfileAreReadBackAsTheyWereMeant() throws HardwareUnavailable {
        assertEquals(SimOptions.parse(Map.of()), SimOptions.parse(SimOptions.from(Settings.DEFAULT)));
    }

    @Test
    void thePulsePeriodIsRoundedUpToWholeTicks() {
        Map<String, String> options = SimOptions.from(Settings.DEFAULT);
        assertEquals("25000000", options.get("channel0.periodNs"));
        assertEquals("2500", options.get("channel0.areaMm2"));
    }

    @Test
    void refusesAnUnknownOptionAndNamesTheKnownOnes() {
        assertEquals(
                "The virtual wearer has no option \"wearers\". Remove it, or use one of: channel0.areaMm2, channel0.periodNs, "
                        + "channel1.areaMm2, channel1.periodNs, foot.axis, foot.sign, seed, shank.axis, shank.sign, standMs, use, wearer.",
                refusal("wearers", "MILD"));
    }

    @Test
    void refusesAMalformedOptionAndSaysWhatWouldDo() {
        assertEquals("The virtual wearer's option \"wearer\" is \"giant\". Give one of able, mild, stroke.",
                refusal("wearer", "giant"));
        assertEquals("The virtual wearer's option \"seed\" is \"one\". Give 0 to 2147483647.", refusal("seed", "one"));
        assertEquals("The virtual wearer's option \"standMs\" is \"-1\". Give 0 to 60000.", refusal("standMs", "-1"));
        assertEquals("The virtual wearer's option \"foot.sign\" is \"\". Give one of positive, negative.",
                refusal("foot.sign", ""));
    }

    private static String refusal(String name, String value) {
        Map<String, String> options = new HashMap<>(Map.of(name, value));
        return String.valueOf(assertThrows(HardwareUnavailable.class, () -> SimOptions.parse(options)).getMessage());
    }
}
