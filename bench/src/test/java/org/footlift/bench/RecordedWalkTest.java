package org.footlift.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.footlift.hal.HardwareUnavailable;
import org.footlift.telemetry.TickInput;

class RecordedWalkTest {
    @ParameterizedTest
    @EnumSource(Worn.class)
    void theBenchmarkedTicksWalkAndStimulateWithoutAFaultBeyondTheFirstRepetition(Worn worn)
            throws HardwareUnavailable {
        TickBenchmark benchmark = new TickBenchmark();
        benchmark.worn = worn;
        benchmark.begin();
        int rateHz = worn.settings().loop().rateHz();
        int seconds = 2 * RecordedWalk.LOOP_S + 10;
        for (int second = 0; second < seconds; second += 10) {
            benchmark.remember();
            for (int i = 0; i < 10 * rateHz; i++) {
                benchmark.drain();
                benchmark.tick();
            }
            benchmark.check();
        }
    }

    @ParameterizedTest
    @EnumSource(Worn.class)
    void aMinuteOfBenchmarkedTicksAllocatesNotOneByte(Worn worn) throws HardwareUnavailable {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TickBenchmark benchmark = new TickBenchmark();
        benchmark.worn = worn;
        benchmark.begin();
        int ticks = 60 * worn.settings().loop().rateHz();
        long fewest = Long.MAX_VALUE; // the virtual machine has one-offs of its own in the first rounds
        for (int round = 0; round < 5; round++) {
            benchmark.remember();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < ticks; i++) {
                benchmark.drain();
                benchmark.tick();
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
            benchmark.check();
        }
        assertEquals(0, fewest, "bytes in " + ticks + " ticks");
    }

    @ParameterizedTest
    @EnumSource(Worn.class)
    void theBenchmarkedDetectorSeesTheWearerWalkBeyondTheFirstRepetition(Worn worn) throws HardwareUnavailable {
        DetectorBenchmark benchmark = new DetectorBenchmark();
        benchmark.worn = worn;
        benchmark.begin();
        int rateHz = worn.settings().loop().rateHz();
        for (int i = 0; i < (RecordedWalk.LOOP_S + 10) * rateHz; i++) {
            benchmark.drain();
            benchmark.update();
        }
        benchmark.check();
    }

    @Test
    void theSamplesOfEveryTickAreNoOlderThanItsPeriodAndComeAtTheSensorsRateAcrossTheRepetition()
            throws HardwareUnavailable {
        long periodNs = Worn.FUSED.settings().loop().periodNs();
        int rateHz = Worn.FUSED.settings().loop().rateHz();
        RecordedWalk walk = new RecordedWalk(Worn.FUSED.settings());
        TickInput in = new TickInput();
        int imus = 0;
        int seconds = RecordedWalk.LEAD_IN_S + 2 * RecordedWalk.LOOP_S;
        for (int tick = 1; tick <= seconds * rateHz; tick++) {
            walk.next(in);
            assertEquals(tick * periodNs, in.timeNs);
            imus += in.sensors.imuCount();
            for (int i = 0; i < in.sensors.imuCount(); i++) {
                long ageNs = in.timeNs - in.sensors.imu(i).timeNs;
                assertTrue(ageNs >= 0 && ageNs <= 2 * periodNs, "tick " + tick + ": " + ageNs + " ns old");
            }
            assertTrue(in.sensors.heelCount() >= 1, "tick " + tick + " has no reading of the switch");
        }
        assertEquals(seconds * 100, imus, 2.0 + seconds / 100.0, "at 100 Hz");
    }
}
