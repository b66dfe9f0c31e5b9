package org.footlift.sim.sensor;

import java.util.ArrayList;
import java.util.List;
import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.VirtualWearer;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WearerCharacter;

/** A wearer with sensors, and everything they said, copied out. */
final class SensorRig {
    static final ImuMounting USUAL = new ImuMounting(Axis.Y, Sign.POSITIVE);

    final List<ImuSample> imu = new ArrayList<>();
    final List<HeelSample> heel = new ArrayList<>();
    private final VirtualSensors sensors;
    private final SensorFrame frame = new SensorFrame();

    SensorRig(WearerCharacter character, long seed, WalkScript script, double footHz, double shankHz,
            ImuMounting mounting) {
        VirtualWearer wearer = new VirtualWearer(character, seed, script, (event, timeNs) -> {});
        Dice dice = new Dice(seed + 1);
        VirtualImu foot = new VirtualImu(ImuSite.FOOT, footHz, mounting, ImuGrade.CONSUMER, dice.split());
        VirtualImu shank = new VirtualImu(ImuSite.SHANK, shankHz, mounting, ImuGrade.CONSUMER, dice.split());
        sensors = new VirtualSensors(wearer, List.of(foot, shank), new VirtualHeelSwitch(dice.split(), wearer.state()));
    }

    /** A walk of the able-bodied, drained every 5 ms. */
    static SensorRig walking(long seed, ImuMounting mounting, int ms) {
        SensorRig rig = new SensorRig(WearerCharacter.ABLE, seed, WalkScript.standThenWalk(2_000), 100, 100, mounting);
        for (int t = 5; t <= ms; t += 5) {
            rig.drain(t * 1_000_000L);
        }
        return rig;
    }

    /** Drains once; the number of IMU samples that came. */
    int drain(long nowNs) {
        frame.clear();
        sensors.drain(nowNs, frame);
        for (int i = 0; i < frame.imuCount(); i++) {
            ImuSample copy = new ImuSample();
            copy.copyFrom(frame.imu(i));
            imu.add(copy);
        }
        for (int i = 0; i < frame.heelCount(); i++) {
            HeelSample copy = new HeelSample();
            copy.copyFrom(frame.heel(i));
            heel.add(copy);
        }
        return frame.imuCount();
    }

    List<ImuSample> of(ImuSite site) {
        return imu.stream().filter(s -> s.site == site).toList();
    }

    static double gyro(ImuSample s, int axis) {
        return new double[]{s.gyroXDps, s.gyroYDps, s.gyroZDps}[axis];
    }

    static double acc(ImuSample s, int axis) {
        return new double[]{s.accXMps2, s.accYMps2, s.accZMps2}[axis];
    }
}
