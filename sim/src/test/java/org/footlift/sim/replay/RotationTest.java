package org.footlift.sim.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.footlift.config.ImuSettings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.sim.wearer.Dice;
import org.footlift.telemetry.bids.LabelledSpan;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final double EXACT = 1e-4;

    private final Recording straight = recording("sub-x1_walk", true);

    /** A second at 100 Hz: the accelerometer shows what the gyroscope shows, sample 50 is missing, the heel is loaded from 0.30 s on. */
    private static Recording recording(String stem, boolean acceleration) {
        RecordingHeader header = new RecordingHeader(stem, 100, "foot", RecordingHeader.Side.LEFT,
                Optional.of(ImuSettings.Axis.Y), Optional.of(ImuSettings.Sign.POSITIVE),
                List.of(new LabelledSpan(0.2, 0.8)));
        RecordingBuilder builder = new RecordingBuilder(header, acceleration, true);
        ImuSample imu = new ImuSample();
        HeelSample heel = new HeelSample();
        for (int i = 0; i < 100; i++) {
            imu.valid = i != 50;
            imu.gyroXDps = i - 20;
            imu.gyroYDps = 3 * i;
            imu.gyroZDps = 40 - i;
            imu.accXMps2 = imu.gyroXDps;
            imu.accYMps2 = imu.gyroYDps;
            imu.accZMps2 = imu.gyroZDps;
            heel.valid = i != 60;
            heel.loaded = i >= 30;
            builder.add(i / 100.0, imu, heel);
        }
        return builder.build();
    }

    @Test
    void lengthsStayAsTheyAre() {
        Recording askew = Rotation.of(straight, 7);
        for (int i = 0; i < straight.sampleCount(); i++) {
            if (i != 50) {
                double before = Math.hypot(Math.hypot(straight.gyroXDps(i), straight.gyroYDps(i)),
                        straight.gyroZDps(i));
                double after = Math.hypot(Math.hypot(askew.gyroXDps(i), askew.gyroYDps(i)), askew.gyroZDps(i));
                assertEquals(before, after, EXACT * Math.max(1, before));
            }
        }
        assertTrue(Math.abs(askew.gyroYDps(90) - straight.gyroYDps(90)) > 1, "nothing was rotated");
    }

    @Test
    void gyroscopeAndAccelerometerTurnAlike() {
        Recording askew = Rotation.of(straight, 7);
        for (int i = 0; i < askew.sampleCount(); i++) {
            assertEquals(askew.gyroXDps(i), askew.accXMps2(i));
            assertEquals(askew.gyroYDps(i), askew.accYMps2(i));
            assertEquals(askew.gyroZDps(i), askew.accZMps2(i));
        }
    }

    @Test
    void neverMirrors() {
        Dice dice = new Dice(1);
        for (int n = 0; n < 100; n++) {
            Rotation rotation = Rotation.random(dice);
            double[] x = turned(rotation, 1, 0, 0);
            double[] y = turned(rotation, 0, 1, 0);
            double[] z = turned(rotation, 0, 0, 1);
            double determinant = x[0] * (y[1] * z[2] - y[2] * z[1]) - x[1] * (y[0] * z[2] - y[2] * z[0])
                    + x[2] * (y[0] * z[1] - y[1] * z[0]);
            assertEquals(1, determinant, EXACT);
        }
    }

    /** Of a uniform rotation the image of an axis is uniform on the sphere: each coordinate has mean 0 and variance 1/3. */
    @Test
    void takesEveryOrientationAlike() {
        Dice dice = new Dice(2);
        double[] sum = new double[3];
        double[] squares = new double[3];
        int draws = 20_000;
        for (int n = 0; n < draws; n++) {
            double[] image = turned(Rotation.random(dice), 0, 1, 0);
            for (int i = 0; i < 3; i++) {
                sum[i] += image[i];
                squares[i] += image[i] * image[i];
            }
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(0, sum[i] / draws, 0.02);
            assertEquals(1 / 3.0, squares[i] / draws, 0.01);
        }
    }

    @Test
    void theSameSeedAndRecordingGiveTheSameRotation() {
        Recording once = Rotation.of(straight, 7);
        Recording again = Rotation.of(recording("sub-x1_walk", true), 7);
        for (int i = 0; i < once.sampleCount(); i++) {
            assertEquals(once.gyroXDps(i), again.gyroXDps(i));
        }
        // Pinned, so that results of one seed can be compared between machines and versions.
        assertEquals(210.66052, once.gyroYDps(90), 1e-3);
    }

    @Test
    void seedsAndRecordingsDiffer() {
        float first = Rotation.of(straight, 7).gyroYDps(90);
        assertNotEquals(first, Rotation.of(straight, 8).gyroYDps(90), 1f);
        assertNotEquals(first, Rotation.of(recording("sub-x2_walk", true), 7).gyroYDps(90), 1f);
    }

    @Test
    void axisAndSignAreWithheldAndAllElseIsKept() {
        Recording askew = Rotation.of(straight, 7);
        assertEquals(Optional.empty(), askew.header().mediolateralAxis());
        assertEquals(Optional.empty(), askew.header().swingSign());
        assertEquals(straight.header().stem(), askew.header().stem());
        assertEquals(straight.header().labelledSpans(), askew.header().labelledSpans());
        assertEquals(straight.header().side(), askew.header().side());
        for (int i = 0; i < straight.sampleCount(); i++) {
            assertEquals(straight.timeS(i), askew.timeS(i));
            assertEquals(straight.heelValid(i), askew.heelValid(i));
            assertEquals(straight.heelLoaded(i), askew.heelLoaded(i));
        }
    }

    @Test
    void whatIsMissingStaysMissing() {
        Recording askew = Rotation.of(straight, 7);
        for (int i = 0; i < askew.sampleCount(); i++) {
            assertEquals(i != 50, askew.valid(i));
        }
        assertTrue(Float.isNaN(askew.gyroXDps(50)) && Float.isNaN(askew.accZMps2(50)));
    }

    @Test
    void aRecordingWithoutAccelerometerTurnsToo() {
        Recording askew = Rotation.of(recording("sub-x1_walk", false), 7);
        assertFalse(askew.hasAcceleration());
        assertTrue(askew.valid(90));
        assertEquals(Rotation.of(straight, 7).gyroYDps(90), askew.gyroYDps(90));
    }

    private static double[] turned(Rotation rotation, float x, float y, float z) {
        ImuSample sample = new ImuSample();
        sample.gyroXDps = x;
        sample.gyroYDps = y;
        sample.gyroZDps = z;
        rotation.apply(sample);
        return new double[]{sample.gyroXDps, sample.gyroYDps, sample.gyroZDps};
    }
}
