package org.footlift.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {
    private static int tones(Priority priority, long fromMs, long untilMs) {
        int tones = 0;
        for (long ms = fromMs; ms < untilMs; ms++) {
            tones += priority.sounds(ms) && !priority.sounds(ms - 1) ? 1 : 0;
        }
        return tones;
    }

    @ParameterizedTest
    @CsvSource({"HIGH, 10, 10000", "MEDIUM, 3, 20000"})
    void soundsAgainAndAgainTheMoreUrgentTheMoreTones(Priority priority, int tones, long everyMs) {
        for (int round = 0; round < 3; round++) {
            assertEquals(tones, tones(priority, round * everyMs, (round + 1) * everyMs), "round " + round);
        }
    }

    @Test
    void informationSoundsOnce() {
        assertEquals(1, tones(Priority.LOW, 0, 100_000));
    }

    @ParameterizedTest
    @CsvSource({"LOW, 0, true", "LOW, 149, true", "LOW, 150, false", "MEDIUM, 299, false", "MEDIUM, 300, true",
            "MEDIUM, 749, true", "MEDIUM, 750, false", "MEDIUM, 19999, false", "MEDIUM, 20000, true",
            "HIGH, 150, false"})
    void beginsAndEndsItsTonesWhenItShould(Priority priority, long sinceMs, boolean sounds) {
        assertEquals(sounds, priority.sounds(sinceMs));
    }

    @Test
    void isSilentBeforeItsCause() {
        for (Priority priority : Priority.values()) {
            assertFalse(priority.sounds(-1));
        }
    }
}
