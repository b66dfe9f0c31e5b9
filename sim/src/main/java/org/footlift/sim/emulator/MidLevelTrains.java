package org.footlift.sim.emulator;

import org.footlift.hal.PulseCommand;
import org.footlift.hal.stimulator.Packet;
import org.jspecify.annotations.Nullable;

/** The trains of the mid level: each channel repeats its pulse until it is told otherwise, fails, or nobody has given a sign of life for 2 s. */
final class MidLevelTrains {
    private static final long DEAD_MAN_NS = 2_000_000_000;
    private static final int ELECTRODE = 1;
    /** A new train begins within one slot of the device. */
    private static final long FIRST_NS = 1_000_000;
    /** The maker's library refuses what would keep its unit busier than this. */
    private static final double MOST_LOAD = 1_000;
    private static final int LOAD_OVERHEAD_US = 60;

    private record Train(EmulatedPulse pulse, long periodNs) {}

    private final boolean doubleAccuracy;
    private final Skin skin;
    private final PulseCommand command = new PulseCommand();
    private final int channels;
    private final @Nullable Train[] trains;
    private final long[] nextNs;
    private final int[] errors;
    private long signOfLifeNs;
    private boolean stopAllOnError;

    MidLevelTrains(boolean eightChannels, Skin skin) {
        doubleAccuracy = eightChannels;
        channels = eightChannels ? 8 : 4;
        this.skin = skin;
        trains = new Train[channels];
        nextNs = new long[channels];
        errors = new int[channels];
    }

    /** No train runs, nothing failed. */
    void clear() {
        for (int c = 0; c < channels; c++) {
            trains[c] = null;
            errors[c] = 0;
        }
    }

    /** Whether an error of one channel stops them all. */
    void stopAllOnError(boolean all) {
        stopAllOnError = all;
    }

    void keepAlive(long nowNs) {
        signOfLifeNs = nowNs;
    }

    /** Takes an Ml_update; false, with nothing changed, when it cannot be read. */
    boolean update(Packet packet, long nowNs) {
        if (packet.length < 1) {
            return false;
        }
        int mask = packet.unsigned(0) & ((1 << channels) - 1);
        @Nullable
        Train[] wanted = new Train[channels];
        int at = 1;
        double load = 0;
        for (int c = 0; c < channels; c++) {
            if ((mask & (1 << c)) == 0) {
                continue;
            }
            int points = at + 3 <= packet.length ? (packet.unsigned(at) >> 4) + 1 : 0;
            if (points == 0 || at + 3 + EmulatedPulse.bytes(points) > packet.length) {
                return false;
            }
            int code = (packet.unsigned(at + 1) << 8) | packet.unsigned(at + 2);
            long stepNs = doubleAccuracy && (code & 1) != 0 ? 250_000 : 500_000;
            EmulatedPulse pulse = EmulatedPulse.read(packet.data, at + 3, points);
            if (pulse == null || (code >> 1) == 0) {
                return false;
            }
            wanted[c] = new Train(pulse, (code >> 1) * stepNs);
            load += (pulse.lengthUs() + LOAD_OVERHEAD_US) / ((code >> 1) * stepNs / 1e6);
            at += 3 + EmulatedPulse.bytes(points);
        }
        if (load >= MOST_LOAD) {
            return false;
        }
        for (int c = 0; c < channels; c++) {
            if (trains[c] == null) {
                nextNs[c] = nowNs + FIRST_NS;
            }
            trains[c] = wanted[c];
            errors[c] = 0;
        }
        keepAlive(nowNs);
        return true;
    }

    /** Gives every pulse due by {@code untilNs}, in order; false when the trains have paused. */
    boolean live(long untilNs, boolean electrodeFails) {
        long deadNs = signOfLifeNs + DEAD_MAN_NS;
        int channel = earliest();
        while (channel >= 0 && nextNs[channel] <= StrictMath.min(untilNs, deadNs)) {
            Train train = trains[channel];
            if (train != null && electrodeFails && train.pulse.testsElectrode()) {
                fail(channel);
            } else if (train != null) {
                train.pulse.into(command);
                skin.pulse(channel, nextNs[channel], command);
                nextNs[channel] += train.periodNs;
            }
            channel = earliest();
        }
        if (untilNs < deadNs) {
            return true;
        }
        clear();
        return false;
    }

    private void fail(int channel) {
        if (stopAllOnError) {
            clear();
        }
        trains[channel] = null;
        errors[channel] = ELECTRODE;
    }

    private int earliest() {
        int earliest = -1;
        for (int c = 0; c < channels; c++) {
            if (trains[c] != null && (earliest < 0 || nextNs[c] < nextNs[earliest])) {
                earliest = c;
            }
        }
        return earliest;
    }

    /** Bit 4 running, bits 3 to 0 electrode errors, of one connector. */
    int brief(boolean running, int connector) {
        int bits = running ? 0x10 : 0;
        for (int c = 0; c < 4 && 4 * connector + c < channels; c++) {
            bits |= errors[4 * connector + c] == ELECTRODE ? 1 << c : 0;
        }
        return bits;
    }

    /** Writes the mask of active channels and a nibble each of what is wrong with them. */
    void describe(byte[] into, int at) {
        for (int c = 0; c < channels; c++) {
            into[at] |= (byte) (trains[c] != null ? 1 << c : 0);
            into[at + 1 + c / 2] |= (byte) (errors[c] << (4 * (c % 2)));
        }
    }
}
