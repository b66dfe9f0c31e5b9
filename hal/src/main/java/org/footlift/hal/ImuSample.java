package org.footlift.hal;

/**
 * One stamped sample of an inertial measurement unit, in the sensor's own frame. Mutable and reused: a slot of a
 * {@link SensorFrame}, never kept by a reader beyond the tick. Not thread-safe; allocates nothing after construction.
 */
public final class ImuSample {
    /** Time of measurement on the {@link Clock} of the process, nanoseconds. */
    public long timeNs;
    /** Where the sensor is worn. */
    public ImuSite site = ImuSite.FOOT;
    /** False when the sensor said that it has no measurement here (a gap); the six values then mean nothing. */
    public boolean valid;
    /** Angular rate about the sensor's x axis, degrees per second. */
    public float gyroXDps;
    /** Angular rate about the sensor's y axis, degrees per second. */
    public float gyroYDps;
    /** Angular rate about the sensor's z axis, degrees per second. */
    public float gyroZDps;
    /** Specific force along the sensor's x axis, metres per second squared (gravity included). */
    public float accXMps2;
    /** Specific force along the sensor's y axis, metres per second squared (gravity included). */
    public float accYMps2;
    /** Specific force along the sensor's z axis, metres per second squared (gravity included). */
    public float accZMps2;

    /** Makes this slot an equal of {@code other}. */
    public void copyFrom(ImuSample other) {
        timeNs = other.timeNs;
        site = other.site;
        valid = other.valid;
        gyroXDps = other.gyroXDps;
        gyroYDps = other.gyroYDps;
        gyroZDps = other.gyroZDps;
        accXMps2 = other.accXMps2;
        accYMps2 = other.accYMps2;
        accZMps2 = other.accZMps2;
    }
}
