package org.footlift.hal.imu;

import java.util.List;

/**
 * What a driver must know of a chip, for one rate and range.
 *
 * @param identityRegister where it says who it is
 * @param identities what it may say
 * @param setup from power-up, or from any state, to measuring
 * @param watched registers that would show that it has reset itself
 * @param statusRegister where it says that there is a new measurement
 * @param statusBits all of which are then set
 * @param firstRegister of a measurement
 * @param length of a measurement, bytes
 * @param gyroAt where the angular rates begin in it: x, y, z
 * @param accAt where the specific forces begin in it: x, y, z
 * @param bigEndian whether the high byte comes first
 * @param gyroDpsPerStep degrees per second for a step of the angular rate
 * @param accGPerStep standard gravities for a step of the specific force
 * @param rateHz measurements per second
 */
record ChipSheet(int identityRegister, List<Integer> identities, List<SetupStep> setup,
        List<SetupStep.Configure> watched, int statusRegister, int statusBits, int firstRegister, int length,
        int gyroAt,
        int accAt, boolean bigEndian, double gyroDpsPerStep, double accGPerStep, double rateHz) {
    /** Both sensors have come to rest this long after they were switched on, with every filter used here, nanoseconds. */
    static final long SETTLING_NS = 100_000_000;

    /** Copies its lists. */
    ChipSheet {
        identities = List.copyOf(identities);
        setup = List.copyOf(setup);
        watched = List.copyOf(watched);
    }

    /** Takes a measurement apart into rates x, y, z and forces x, y, z. */
    void decode(byte[] burst, int[] raw) {
        for (int axis = 0; axis < 3; axis++) {
            raw[axis] = word(burst, gyroAt + 2 * axis);
            raw[3 + axis] = word(burst, accAt + 2 * axis);
        }
    }

    private int word(byte[] burst, int at) {
        int high = burst[bigEndian ? at : at + 1];
        int low = burst[bigEndian ? at + 1 : at] & 0xFF;
        return (high << Byte.SIZE) | low;
    }
}
