package org.footlift.sim.sensor;

import org.footlift.hal.SensorFrame;
import org.footlift.hal.SensorSource;
import org.footlift.sim.wearer.Dice;

/** Sensors of which one goes wrong. Before the onset every reading passes untouched. Allocates nothing after it was made. Used by one thread at a time. */
public final class FaultySensors implements SensorSource {
    private final SensorSource worn;
    private final FaultyHeelSwitch heel;
    private final FaultyImu imu;
    private final SensorFrame right = new SensorFrame();

    /** {@code worn} with {@code fault} from {@code onsetNs} on, nanoseconds since the wearer appeared. */
    public FaultySensors(SensorSource worn, SensorFault fault, long onsetNs, Dice dice) {
        this.worn = worn;
        this.heel = new FaultyHeelSwitch(fault, onsetNs, dice.split());
        this.imu = new FaultyImu(fault, onsetNs, dice.split());
    }

    @Override
    public void drain(long nowNs, SensorFrame into) {
        right.clear();
        worn.drain(nowNs, right);
        for (int i = 0; i < right.imuCount(); i++) {
            imu.pass(right.imu(i), into);
        }
        for (int i = 0; i < right.heelCount(); i++) {
            heel.pass(right.heel(i), into);
        }
    }

    /** When a reading was first other than it should have been, or missing, nanoseconds; {@link Long#MAX_VALUE} as long as none was. */
    public long firstWrongNs() {
        return StrictMath.min(heel.firstWrongNs(), imu.firstWrongNs());
    }
}
