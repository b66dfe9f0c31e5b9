package org.footlift.sim.wearer;

/**
 * Broadband vibration as a sum of tones from 1 to 20 Hz, log-spaced and slightly out of place so that it does not repeat, each quantity with
 * phases of its own. A unit of size has a root mean square of 1 in its first derivative for angles, and in itself for accelerations.
 */
final class Vibration {
    private static final int TONES = 10;
    private static final double LOWEST_HZ = 1;
    private static final double HIGHEST_HZ = 20;

    private final double[] frequencyHz = new double[TONES];
    private final double[] weight = new double[TONES];
    private final double[] phase = new double[TONES];

    Vibration(Dice dice) {
        double power = 0;
        for (int i = 0; i < TONES; i++) {
            double step = (i + dice.between(0.1, 0.9)) / TONES;
            frequencyHz[i] = LOWEST_HZ * StrictMath.pow(HIGHEST_HZ / LOWEST_HZ, step);
            weight[i] = dice.between(0.5, 1.5);
            phase[i] = dice.between(0, 1);
            power += weight[i] * weight[i] / 2;
        }
        for (int i = 0; i < TONES; i++) {
            weight[i] /= StrictMath.sqrt(power);
        }
    }

    /** An acceleration of root mean square 1. */
    double acceleration(double timeS) {
        double sum = 0;
        for (int i = 0; i < TONES; i++) {
            sum += weight[i] * Turns.sin(frequencyHz[i] * timeS + phase[i]);
        }
        return sum;
    }

    /** An angle whose rate has a root mean square of 1 a second. */
    double angle(double timeS) {
        double sum = 0;
        for (int i = 0; i < TONES; i++) {
            sum += weight[i] / (2 * StrictMath.PI * frequencyHz[i]) * Turns.sin(frequencyHz[i] * timeS + phase[i]);
        }
        return sum;
    }
}
