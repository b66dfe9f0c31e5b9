package org.footlift.config;

import java.util.ArrayList;
import java.util.List;
import org.footlift.config.Conflict.Rule;
import org.footlift.config.HardwareSettings.BackEndName;

/** What is worn and wired against what the detector needs. */
final class WearingConflicts {
    private static final String HEEL_WORN = "sensors.heel_switch";
    private static final String FOOT_WORN = "sensors.foot_imu.worn";
    private static final String SHANK_WORN = "sensors.shank_imu.worn";
    private static final String HEEL_GPIO = "hardware.pi.heel_switch_gpio";
    private static final String HEARTBEAT_GPIO = "hardware.pi.heartbeat_gpio";
    private static final String BACK_END = "hardware.backend";

    private WearingConflicts() {}

    static List<Conflict> find(HardwareSettings hardware, SensorSettings sensors, DetectorSettings detector) {
        List<Conflict> found = new ArrayList<>();
        addUnworn(sensors, detector.sensors(), found);
        if (hardware.backend() == BackEndName.PI) {
            addWiring(hardware.pi(), sensors, found);
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

    private static void addWiring(PiSettings pi, SensorSettings sensors, List<Conflict> found) {
        if (sensors.footImu().worn() && sensors.shankImu().worn()) {
            found.add(Conflict.of(Rule.PI_ONE_IMU,
                    "Both IMUs are worn, but hardware.pi has the address of one. Set " + FOOT_WORN + " = false or "
                            + SHANK_WORN + " = false.",
                    SHANK_WORN, FOOT_WORN, BACK_END));
        }
        if (sensors.heelSwitch() && pi.heelSwitchGpio() == pi.heartbeatGpio()) {
            found.add(Conflict.of(Rule.PI_PINS,
                    HEEL_GPIO + " and " + HEARTBEAT_GPIO + " are both " + pi.heartbeatGpio()
                            + ". Wire them to different pins.",
                    HEARTBEAT_GPIO, HEEL_GPIO, BACK_END, HEEL_WORN));
        }
        if (pi.i2cBus() == 1 && (sensors.footImu().worn() || sensors.shankImu().worn())) {
            if (sensors.heelSwitch()) {
                addBusPin(HEEL_GPIO, pi.heelSwitchGpio(), found);
            }
            addBusPin(HEARTBEAT_GPIO, pi.heartbeatGpio(), found);
        }
    }

    /** GPIO 2 and 3 carry the data and clock of I2C bus 1 on every Raspberry Pi. */
    private static void addBusPin(String key, int gpio, List<Conflict> found) {
        if (gpio == 2 || gpio == 3) {
            found.add(Conflict.of(Rule.PI_PINS, key + " = " + gpio
                    + ", but GPIO 2 and 3 are the I2C bus 1 of the IMU. Wire it to another pin.", key,
                    "hardware.pi.i2c_bus",
                    BACK_END, HEEL_WORN, FOOT_WORN, SHANK_WORN));
        }
    }
}
