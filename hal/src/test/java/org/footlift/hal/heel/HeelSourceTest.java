package org.footlift.hal.heel;

import static org.footlift.hal.heel.FakeClock.MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SensorFrame;
import org.junit.jupiter.api.Test;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

class HeelSourceTest {
    private final FakeClock clock = new FakeClock();
    private final SensorFrame frame = new SensorFrame();
    private HeelReading said = HeelReading.LOADED;
    private final HeelSource source = new HeelSource(_ -> said, HeelSource.CONTACT_PERIOD_NS, clock,
            Scheduling.ORDINARY);

    private void ask(HeelReading reading) {
        said = reading;
        source.ask();
        clock.passMs(2);
    }

    private void drain() {
        frame.clear();
        source.drain(clock.nowNs, frame);
    }

    @Test
    void everyReadingIsStampedAndTakenOnceInOrder() {
        ask(HeelReading.LOADED);
        ask(HeelReading.UNLOADED);
        drain();
        assertEquals(2, frame.heelCount());
        assertEquals(0, frame.heel(0).timeNs);
        assertTrue(frame.heel(0).loaded && frame.heel(0).valid);
        assertEquals(2 * MS, frame.heel(1).timeNs);
        assertTrue(!frame.heel(1).loaded && frame.heel(1).valid);
        drain();
        assertEquals(0, frame.heelCount());
    }

    @Test
    void aReadingAfterTheTickBeganWaitsForTheNext() {
        clock.passMs(5);
        ask(HeelReading.LOADED);
        source.drain(4 * MS, frame);
        assertEquals(0, frame.heelCount());
        drain();
        assertEquals(1, frame.heelCount());
    }

    @Test
    void anInvalidReadingIsHandedOverAndIsNeverUnloaded() {
        ask(HeelReading.INVALID);
        drain();
        assertFalse(frame.heel(0).valid);
        assertTrue(frame.heel(0).loaded);
    }

    @Test
    void aContactInFlightIsNoReading() {
        ask(HeelReading.BETWEEN);
        drain();
        assertEquals(0, frame.heelCount());
    }

    @Test
    void whatDoesNotFitIntoOneTickComesWithTheNext() {
        for (int i = 0; i < 100; i++) {
            ask(HeelReading.LOADED);
        }
        drain();
        assertEquals(SensorFrame.HEEL_CAPACITY, frame.heelCount());
        drain();
        assertEquals(100 - SensorFrame.HEEL_CAPACITY, frame.heelCount());
        assertEquals(99 * 2 * MS, frame.heel(frame.heelCount() - 1).timeNs);
    }

    @Test
    void readingsThatWereLostBecauseTheLoopStoodStillMakeTheNextOneInvalid() {
        for (int i = 0; i < HeelSource.CAPACITY + 3; i++) {
            ask(HeelReading.UNLOADED);
        }
        int taken = 0;
        for (drain(); frame.heelCount() > 0; drain()) {
            taken += frame.heelCount();
        }
        assertEquals(HeelSource.CAPACITY, taken);
        ask(HeelReading.UNLOADED);
        ask(HeelReading.UNLOADED);
        drain();
        assertFalse(frame.heel(0).valid);
        assertTrue(frame.heel(1).valid);
    }

    @Test
    void anAnswerThatHungOnItsBusIsInvalidHoweverFreshItLooks() {
        long[] tookMs = {50, 51};
        int[] asked = {0};
        HeelSource slow = new HeelSource(_ -> {
            clock.passMs(tookMs[asked[0]++]);
            return HeelReading.UNLOADED;
        }, HeelSource.FORCE_PERIOD_NS, clock, Scheduling.ORDINARY);
        slow.ask();
        slow.ask();
        slow.drain(clock.nowNs, frame);
        assertTrue(frame.heel(0).valid);
        assertFalse(frame.heel(1).valid);
    }

    @Test
    void drainingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) { // the first rounds load classes
            for (int i = 0; i < 50; i++) {
                ask(HeelReading.LOADED);
            }
            frame.clear();
            long before = threads.getCurrentThreadAllocatedBytes();
            source.drain(clock.nowNs, frame);
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, bytes);
    }

    @Test
    void theThreadThatAsksAndTheThreadThatNoticesAnEdgeBothBecomeSensorReaders() throws InterruptedException {
        Set<String> entered = ConcurrentHashMap.newKeySet();
        CountDownLatch asked = new CountDownLatch(5);
        try (HeelSource running = new HeelSource(_ -> {
            asked.countDown();
            return HeelReading.LOADED;
        }, HeelSource.CONTACT_PERIOD_NS, System::nanoTime,
                role -> entered.add(Thread.currentThread().getName() + " " + role))) {
            running.start();
            Thread edges = Thread.ofPlatform().name("edges").start(() -> {
                running.edge();
                running.edge();
            });
            edges.join();
            assertTrue(asked.await(10, TimeUnit.SECONDS));
        }
        assertEquals(Set.of("footlift-heel SENSOR_READER", "edges SENSOR_READER"), entered);
    }
}
