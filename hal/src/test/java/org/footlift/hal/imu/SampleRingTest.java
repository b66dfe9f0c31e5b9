package org.footlift.hal.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.hal.ImuSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SampleRingTest {
    private final SampleRing ring = new SampleRing();
    private final ImuSample taken = new ImuSample();

    private void put(long number) {
        ImuSample sample = new ImuSample();
        sample.timeNs = number;
        sample.valid = true;
        sample.gyroXDps = (float) number;
        sample.gyroYDps = (float) number;
        sample.gyroZDps = (float) number;
        sample.accXMps2 = (float) number;
        sample.accYMps2 = (float) number;
        sample.accZMps2 = (float) number;
        ring.put(sample);
    }

    private void assertWhole() {
        float number = (float) taken.timeNs;
        assertTrue(taken.valid && taken.gyroXDps == number && taken.gyroYDps == number && taken.gyroZDps == number
                && taken.accXMps2 == number && taken.accYMps2 == number && taken.accZMps2 == number,
                "a sample of parts of two");
    }

    @Test
    void givesBackInOrderAndEachSampleOnce() {
        assertFalse(ring.take(taken));
        for (int i = 0; i < 3 * SampleRing.CAPACITY; i++) {
            put(2L * i);
            put(2L * i + 1);
            assertTrue(ring.take(taken));
            assertEquals(2L * i, taken.timeNs);
            assertTrue(ring.take(taken));
            assertEquals(2L * i + 1, taken.timeNs);
            assertWhole();
            assertFalse(ring.take(taken));
        }
        assertEquals(0, ring.lost());
    }

    @Test
    void losesTheOldestWhenNobodyTakesThemAndCountsThem() {
        int puts = 2 * SampleRing.CAPACITY + 7;
        for (int i = 0; i < puts; i++) {
            put(i);
        }
        int kept = SampleRing.CAPACITY - 1; // one slot is always free to be written
        for (int i = puts - kept; i < puts; i++) {
            assertTrue(ring.take(taken));
            assertEquals(i, taken.timeNs);
            assertWhole();
        }
        assertFalse(ring.take(taken));
        assertEquals(puts - kept, ring.lost());
    }

    @Test
    void aWriterThatOvertakesTheReaderNeverGivesItASampleOfTwo() throws InterruptedException {
        int puts = 3_000_000; // exact as float, too
        Thread writer = new Thread(() -> {
            for (int i = 0; i < puts; i++) {
                put(i);
            }
        });
        writer.start();
        long count = 0;
        long last = -1;
        while (last < puts - 1) {
            if (ring.take(taken)) {
                assertWhole();
                assertTrue(taken.timeNs > last, "out of order");
                last = taken.timeNs;
                count++;
            }
        }
        writer.join();
        assertEquals(puts, count + ring.lost());
    }
}
