package org.footlift.sim.sensor;

/**
 * How good an inertial chip is.
 *
 * @param gyroNoiseDps noise density of the gyroscope, degrees per second per root hertz
 * @param gyroOffsetDps largest zero-rate offset
 * @param gyroDriftDps random walk of the offset, degrees per second per root second
 * @param gyroRangeDps range of the gyroscope
 * @param accNoiseMps2 noise density of the accelerometer, metres per second squared per root hertz
 * @param accOffsetMps2 largest offset of the accelerometer
 * @param accRangeMps2 range of the accelerometer
 * @param scaleError largest relative error of scale
 */
public record ImuGrade(double gyroNoiseDps, double gyroOffsetDps, double gyroDriftDps, double gyroRangeDps,
        double accNoiseMps2,
        double accOffsetMps2, double accRangeMps2, double scaleError) {

    private static final double G_MPS2 = 9.80665;

    /** A consumer part of the LSM6 class at ±2000 deg/s and ±16 g. Running shoes clip 16 g; a hard heel strike comes near. */
    public static final ImuGrade CONSUMER = new ImuGrade(0.005, 1, 0.005, 2000, 90e-6 * G_MPS2, 0.03 * G_MPS2,
            16 * G_MPS2,
            0.01);
}
