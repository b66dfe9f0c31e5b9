package org.footlift.sim.sensor;

/** What may be wrong with a sensor of the virtual wearer. */
public enum SensorFault {
    /** The switch reads unloaded for ever: its lead is shorted, or it stays closed. */
    HEEL_STUCK_OPEN(Sensor.HEEL_SWITCH),
    /** The switch reads loaded for ever: it is jammed down. */
    HEEL_STUCK_CLOSED(Sensor.HEEL_SWITCH),
    /** The contact rattles all the time: right for 20 ms, wrong for 6 ms, in the mean (assumed). */
    HEEL_CHATTER(Sensor.HEEL_SWITCH),
    /** In 5 % of strides (MODELS notes 5) the lead opens, and the switch reads loaded, or is shorted, and it reads unloaded, for 50 to 400 ms. */
    HEEL_INTERMITTENT(Sensor.HEEL_SWITCH),
    /** The lead breaks. The switch is wired so that this reads as loaded, the state in which nothing is stimulated (PLATFORM notes 1). */
    HEEL_BROKEN_LEAD(Sensor.HEEL_SWITCH),
    /** The IMU repeats its last measurement under fresh time stamps. */
    IMU_FROZEN(Sensor.IMU),
    /** The IMU is silent for 60 to 600 ms, every 4 s in the mean. */
    IMU_GAPS(Sensor.IMU),
    /** One sample in twenty is lost. */
    IMU_LOST_PACKETS(Sensor.IMU),
    /** The gyroscope is left at its smallest range and clips at ±250 degrees per second. */
    IMU_CLIPPED(Sensor.IMU);

    /** The sensors that there are. */
    public enum Sensor {
        /** The heel switch. */
        HEEL_SWITCH,
        /** The IMU, on foot or shank or both. */
        IMU
    }

    private final Sensor sensor;

    SensorFault(Sensor sensor) {
        this.sensor = sensor;
    }

    /** The sensor that has this fault. */
    public Sensor sensor() {
        return sensor;
    }
}
