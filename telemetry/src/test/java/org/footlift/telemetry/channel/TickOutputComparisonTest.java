package org.footlift.telemetry.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickFixture;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TickOutputComparisonTest {
    private final TickOutputComparison comparison = new TickOutputComparison();
    private final TickOutput recorded = new TickOutput();
    private final TickOutput replayed = new TickOutput();

    @BeforeEach
    void sameContent() {
        new TickFixture(9).next(new TickInput(), recorded);
        new TickFixture(9).next(new TickInput(), replayed);
    }

    @Test
    void equalOutputsHaveNoDifference() {
        assertTrue(comparison.sameBytes(recorded, replayed));
        assertEquals(Optional.empty(), comparison.firstDifference(recorded, replayed));
    }

    @Test
    void namesTheFirstFieldThatDiffersWithBothValues() {
        recorded.pulses[1].amplitudeUa = 20_000;
        replayed.pulses[1].amplitudeUa = 19_500;
        recorded.mode = Mode.WALK;
        replayed.mode = Mode.LATCHED;
        assertFalse(comparison.sameBytes(recorded, replayed));
        assertEquals(Optional.of("pulseAmplitudeUa[1]: 20000, now 19500"),
                comparison.firstDifference(recorded, replayed));
    }

    @Test
    void namesTheValueOfAnEnumerationAndOfABoolean() {
        recorded.mode = Mode.WALK;
        replayed.mode = Mode.LATCHED;
        assertEquals(Optional.of("mode: WALK, now LATCHED"), comparison.firstDifference(recorded, replayed));
        replayed.mode = Mode.WALK;
        recorded.burst = true;
        replayed.burst = false;
        assertEquals(Optional.of("burst: true, now false"), comparison.firstDifference(recorded, replayed));
    }

    @Test
    void namesTheEventWhoseTimeDiffersByItsPlace() {
        recorded.eventTimeNs[GaitEvent.HEEL_STRIKE.ordinal()] = 7;
        replayed.eventTimeNs[GaitEvent.HEEL_STRIKE.ordinal()] = 8;
        assertEquals(Optional.of("eventTimeNs[2]: 7, now 8"), comparison.firstDifference(recorded, replayed));
    }
}
