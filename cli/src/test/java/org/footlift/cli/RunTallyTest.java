package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

class RunTallyTest {
    private final RunTally tally = new RunTally((in, out) -> {});
    private final TickOutput out = new TickOutput();

    private void tick(int limits, int faults) {
        out.limits = limits;
        out.faults = faults;
        tally.publish(new TickInput(), out);
    }

    @Test
    void countsTheTicksInWhichEachLimitActed() {
        tick(0, 0);
        tick(Limit.RISE.bit() | Limit.DENSITY.bit(), 0);
        tick(Limit.RISE.bit(), 0);
        assertEquals(Map.of(Limit.RISE, 2L, Limit.DENSITY, 1L), tally.limitedTicks());
    }

    @Test
    void countsAFaultOnceForEachTimeItAppears() {
        tick(0, Fault.ELECTRODE.bit());
        tick(0, Fault.ELECTRODE.bit());
        tick(0, 0);
        tick(0, Fault.ELECTRODE.bit() | Fault.SENSOR_STALE.bit());
        assertEquals(3, tally.faults());
    }

    @Test
    void theSummarySaysHowManySwingsWereCoveredAndHowManyMissed() {
        String text = new RunSummary(15, 14, 10, 3, 12, 500, 0, 4000, 9, 24_047L, 0.071,
                tally.limitedTicks()).text();
        assertTrue(text.startsWith("15 strides; of 14 swings 10 covered, 3 missed; 12 bursts, 500 pulses, no faults"),
                text);
        assertTrue(text.endsWith("4000 ticks, 9 late, median tick 24047 ns, 0.07 bytes allocated per tick"), text);
    }

    @Test
    void theSummarySaysWhichLimitsActed() {
        tick(Limit.RISE.bit(), 0);
        tick(Limit.RISE.bit() | Limit.WEARER_CAP.bit(), 0);
        RunSummary summary = new RunSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0L, 0.0, tally.limitedTicks());
        assertTrue(summary.text().contains("ticks with a limited pulse: wearer's cap 1, rise of intensity 2"),
                summary::text);
        assertTrue(JsonText.of(summary).endsWith("\"limitedTicks\":{\"WEARER_CAP\":1,\"RISE\":2}}"),
                () -> JsonText.of(summary));
    }
}
