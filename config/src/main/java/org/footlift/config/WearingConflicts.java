package org.footlift.config;

import java.util.ArrayList;
import java.util.List;
import org.footlift.config.Conflict.Rule;
import org.footlift.config.HardwareSettings.BackEndName;

/** What is worn against what the detector needs. */
final class WearingConflicts {
    private static final String HEEL_WORN = "sensors.heel_switch";
    private static final String FOOT_WORN = "sensors.foot_imu.worn";
    private static final String SHANK_WORN = "sensors.shank_imu.worn";

    private WearingConflicts() {}

    static List<Conflict> find(HardwareSettings hardware, SensorSettings sensors, DetectorSettings detector) {
        List<Conflict> found = new ArrayList<>();
        addUnworn(sensors, detector.sensors(), found);
        if (hardware.backend() == BackEndName.PI) {
            found.addAll(WiringConflicts.find(hardware, sensors));
        }
        return found;
    }

    private static void addUnworn(SensorSettings sensors, DetectorSettings.Choice choice, List<Conflict> found) {
        boolean imu = sensors.footImu().worn() || sensors.shankImu().worn();
        switch (choice) {
            case HEEL -> {
                if (!sensors.heelSwitch()) {
                    found.add(
                            Conflict.of(Rule.SENSORS_WORN,
                                    "detector.sensors = \"heel\", but no heel switch is worn. Set "
                                            + HEEL_WORN + " = true, or choose \"imu\".",
                                    "detector.sensors", HEEL_WORN));
                }
            }
            case IMU -> {
                if (!imu) {
                    found.add(Conflict.of(Rule.SENSORS_WORN,
                            "detector.sensors = \"imu\", but no IMU is worn. Set " + FOOT_WORN
                                    + " = true or " + SHANK_WORN + " = true, or choose \"heel\".",
                            "detector.sensors", FOOT_WORN,
                            SHANK_WORN));
                }
            }
            case FUSED -> {
                if (!sensors.heelSwitch() || !imu) {
                    String missing = sensors.heelSwitch()
                            ? "no IMU is worn. Choose \"heel\""
                            : imu ? "no heel switch is worn. Choose \"imu\"" : "neither is worn. Put on one of them";
                    found.add(Conflict.of(Rule.SENSORS_WORN,
                            "detector.sensors = \"fused\" needs a heel switch and an IMU, but " + missing
                                    + ", or say in [sensors] what is worn.",
                            "detector.sensors", HEEL_WORN, FOOT_WORN, SHANK_WORN));
                }
            }
        }
    }
}
