package org.footlift.hal.stimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.hal.PulseCommand;
import org.junit.jupiter.api.Test;

class PulseSlotTest {
    private final PulseSlot slot = new PulseSlot();
    private final PulseCommand taken = new PulseCommand();

    private static PulseCommand pulse(int amplitudeUa) {
        PulseCommand pulse = new PulseCommand();
        pulse.amplitudeUa = amplitudeUa;
        pulse.pulseWidthUs = amplitudeUa;
        pulse.expiresNs = 1_000;
        return pulse;
    }

    @Test
    void givesAPulseOnce() {
        slot.put(pulse(5), 0);
        assertTrue(slot.take(0, 0, taken));
        assertEquals(5, taken.amplitudeUa);
        assertFalse(slot.take(0, 0, taken));
    }

    @Test
    void keepsTheNewestOnly() {
        slot.put(pulse(5), 0);
        slot.put(pulse(6), 0);
        assertTrue(slot.take(0, 0, taken));
        assertEquals(6, taken.amplitudeUa);
        assertFalse(slot.take(0, 0, taken));
    }

    @Test
    void dropsWhatHasExpiredAndWhatWasSilenced() {
        slot.put(pulse(5), 0);
        assertTrue(slot.take(1_000, 0, taken), "at its last moment");
        slot.put(pulse(5), 0);
        assertFalse(slot.take(1_001, 0, taken));
        slot.put(pulse(5), 0);
        assertFalse(slot.take(0, 1, taken));
        assertFalse(slot.isFull());
    }

    @Test
    void neverMixesTwoPulsesThoughTwoThreadsAreAtIt() throws InterruptedException {
        int rounds = 200_000;
        Thread writer = new Thread(() -> {
            for (int i = 1; i <= rounds; i++) {
                slot.put(pulse(i), 0);
            }
        });
        writer.start();
        int last = 0;
        while (last < rounds) {
            if (slot.take(0, 0, taken)) {
                assertEquals(taken.amplitudeUa, taken.pulseWidthUs);
                assertTrue(taken.amplitudeUa > last, "an older pulse after a newer");
                last = taken.amplitudeUa;
            }
        }
        writer.join();
    }
}
