package org.footlift.sim.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.footlift.config.ImuSettings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    /** One second at 100 Hz: gyro y rises by 1 deg/s a sample, sample 50 is missing, the heel is loaded from 0.30 s on. */
    private final Recording ramp = ramp();

    private static Recording ramp() {
        RecordingHeader header = new RecordingHeader("sub-x1_task-walk", 100, "foot", RecordingHeader.Side.LEFT,
                Optional.of(ImuSettings.Axis.Y), Optional.of(ImuSettings.Sign.POSITIVE), List.of());
        RecordingBuilder builder = new RecordingBuilder(header, true, true);
        ImuSample imu = new ImuSample();
        HeelSample heel = new HeelSample();
        for (int i = 0; i <= 100; i++) {
            imu.valid = i != 50;
            imu.gyroYDps = i;
            heel.valid = true;
            heel.loaded = i >= 30;
            builder.add(i / 100.0, imu, heel);
        }
        return builder.build();
    }

    @Test
    void aFasterCopyLiesOnTheStraightLineBetweenSamples() {
        Recording fast = Resampling.to(ramp, 200);
        assertEquals(201, fast.sampleCount());
        assertEquals(200, fast.header().rateHz());
        assertEquals(0.105, fast.timeS(21), 1e-12);
        assertEquals(10.5f, fast.gyroYDps(21), 1e-4f);
        assertEquals(10f, fast.gyroYDps(20), 1e-4f);
    }

    @Test
    void aSlowerCopyTakesWhatASlowerSensorWouldHaveSeen() {
        Recording slow = Resampling.to(ramp, 50);
        assertEquals(51, slow.sampleCount());
        assertEquals(20f, slow.gyroYDps(10), 1e-4f);
    }

    @Test
    void nothingIsInventedBesideAMissingSample() {
        Recording fast = Resampling.to(ramp, 200);
        assertTrue(fast.valid(98));
        assertFalse(fast.valid(99), "between sample 49 and the missing one");
        assertFalse(fast.valid(100));
        assertFalse(fast.valid(101));
        assertTrue(fast.valid(102));
    }

    @Test
    void theHeelSwitchKeepsTheLevelItLastHad() {
        Recording fast = Resampling.to(ramp, 200);
        assertFalse(fast.heelLoaded(59), "0.295 s");
        assertTrue(fast.heelLoaded(60), "0.300 s");
    }

    @Test
    void refusesARateThatNoSensorHas() {
        assertThrows(IllegalArgumentException.class, () -> Resampling.to(ramp, 49));
    }
}
