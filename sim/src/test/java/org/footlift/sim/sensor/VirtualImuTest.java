package org.footlift.sim.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.sim.wearer.LegState;
import org.footlift.sim.wearer.VirtualWearer;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WearerCharacter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualImuTest {
    private static final double G_MPS2 = 9.80665;

    @ParameterizedTest
    @CsvSource({"X,POSITIVE", "Y,POSITIVE", "Z,POSITIVE", "X,NEGATIVE", "Y,NEGATIVE", "Z,NEGATIVE"})
    void theGyroscopeIsTheRateOfThePitchOnTheDeclaredAxisWithTheDeclaredSign(Axis axis, Sign sign) {
        int s = sign == Sign.POSITIVE ? 1 : -1;
        SensorRig rig = SensorRig.walking(1, new ImuMounting(axis, sign), 20_000);
        VirtualWearer truth = new VirtualWearer(WearerCharacter.ABLE, 1, WalkScript.standThenWalk(2_000), (e, t) -> {});
        for (ImuSample sample : rig.of(ImuSite.FOOT)) {
            truth.advanceTo(sample.timeNs);
            LegState leg = new LegState();
            leg.between(truth.previousState(), truth.state(), sample.timeNs);
            // Scale 1 %, a crooked mounting (cosine of at most 10 degrees twice, 4 %, and a share of the long axis), offset 1 deg/s, noise.
            double toleranceDps = 2 + 0.09 * StrictMath.abs(leg.foot.pitchRateDps);
            assertEquals(leg.foot.pitchRateDps, s * SensorRig.gyro(sample, axis.ordinal()), toleranceDps);
        }
    }

    @ParameterizedTest
    @CsvSource({"X,POSITIVE", "Y,POSITIVE", "Z,POSITIVE", "X,NEGATIVE", "Y,NEGATIVE", "Z,NEGATIVE"})
    void atRestTheAccelerometerFeelsGravityOnTheVerticalAxisOfARightHandedFrame(Axis axis, Sign sign) {
        SensorRig rig = SensorRig.walking(1, new ImuMounting(axis, sign), 1_500);
        int across = axis.ordinal();
        double up = sign == Sign.POSITIVE ? -G_MPS2 : G_MPS2;
        for (ImuSample sample : rig.of(ImuSite.FOOT)) {
            assertEquals(up, SensorRig.acc(sample, (across + 1) % 3), 0.7);
            assertEquals(0, SensorRig.acc(sample, across), 2);
            assertEquals(0, SensorRig.acc(sample, (across + 2) % 3), 0.5);
        }
    }

    @Test
    void contactIsHardOnTheFootAndSofterOnTheShankWithinRange() {
        SensorRig rig = SensorRig.walking(1, SensorRig.USUAL, 60_000);
        double foot = peak(rig.of(ImuSite.FOOT));
        double shank = peak(rig.of(ImuSite.SHANK));
        assertTrue(foot > 8 * G_MPS2 && foot < 17 * StrictMath.sqrt(3) * G_MPS2, "foot " + foot);
        assertTrue(shank > 2 * G_MPS2 && shank < 8 * G_MPS2, "shank " + shank);
    }

    @Test
    void theGyroscopeIsQuietInStandingButNotSilent() {
        SensorRig rig = SensorRig.walking(1, SensorRig.USUAL, 1_900);
        List<ImuSample> foot = rig.of(ImuSite.FOOT);
        assertTrue(foot.stream().allMatch(s -> StrictMath.abs(s.gyroYDps) < 2));
        assertTrue(foot.stream().mapToDouble(s -> s.gyroYDps).distinct().count() > 2,
                "a real chip never repeats one value");
    }

    private static double peak(List<ImuSample> samples) {
        return samples.stream().mapToDouble(s -> StrictMath.sqrt(
                s.accXMps2 * s.accXMps2 + s.accYMps2 * s.accYMps2 + s.accZMps2 * s.accZMps2)).max().orElseThrow();
    }
}
