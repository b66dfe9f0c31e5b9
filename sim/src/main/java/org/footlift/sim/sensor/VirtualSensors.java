package org.footlift.sim.sensor;

import java.util.List;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.SensorSource;
import org.footlift.sim.wearer.VirtualWearer;
import org.jspecify.annotations.Nullable;

/**
 * The sensors of the virtual wearer. Draining makes time pass for the wearer: up to {@code nowNs}, or less when the frame is full, so that
 * whatever does not fit has not happened yet and nothing piles up.
 */
public final class VirtualSensors implements SensorSource {
    private final VirtualWearer wearer;
    private final VirtualImu[] imus;
    private final @Nullable VirtualHeelSwitch heel;

    /** Sensors on {@code wearer}; {@code heel} is null when no switch is worn. */
    public VirtualSensors(VirtualWearer wearer, List<VirtualImu> imus, @Nullable VirtualHeelSwitch heel) {
        this.wearer = wearer;
        this.imus = imus.toArray(VirtualImu[]::new);
        this.heel = heel;
    }

    @Override
    public void drain(long nowNs, SensorFrame into) {
        if (!takeWhatIsDue(nowNs, into)) {
            return;
        }
        while (wearer.timeNs() < nowNs) {
            wearer.step();
            if (heel != null) {
                heel.follow(wearer.previousState(), wearer.state());
            }
            if (!takeWhatIsDue(nowNs, into)) {
                return;
            }
        }
        if (heel != null && into.hasRoomForHeel()) {
            heel.poll(nowNs, into.addHeel());
        }
    }

    /** Takes every reading up to the wearer's present, oldest first; false when one had to be left for the next call. */
    private boolean takeWhatIsDue(long nowNs, SensorFrame into) {
        long reachedNs = StrictMath.min(nowNs, wearer.timeNs());
        VirtualImu imu = earliest();
        while (imu != null && imu.dueNs() <= reachedNs) {
            if (!into.hasRoomForImu()) {
                return false;
            }
            imu.sample(wearer.previousState(), wearer.state(), into.addImu());
            imu = earliest();
        }
        if (heel == null) {
            return true;
        }
        while (heel.hasEdge(reachedNs)) {
            if (!into.hasRoomForHeel()) {
                return false;
            }
            heel.takeEdge(into.addHeel());
        }
        return true;
    }

    private @Nullable VirtualImu earliest() {
        VirtualImu earliest = null;
        for (VirtualImu imu : imus) {
            if (earliest == null || imu.dueNs() < earliest.dueNs()) {
                earliest = imu;
            }
        }
        return earliest;
    }
}
