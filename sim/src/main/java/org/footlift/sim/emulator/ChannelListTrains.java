package org.footlift.sim.emulator;

import org.footlift.hal.PulseCommand;
import org.footlift.hal.stimulator.Packet;

/** The list of channels that a ScienceMode2 device goes through again and again: slots of 1.5 ms, singles, doublets and triplets, each biphasic and symmetric. */
final class ChannelListTrains {
    private static final int CHANNELS = 8;
    private static final int INIT_BYTES = 7;
    private static final long HALF_MS = 500_000;
    private static final long SLOT_NS = 3 * HALF_MS;
    /** From a command to its pulse, at the least. */
    private static final long LATENCY_NS = 20 * HALF_MS;
    private static final int LEAST_INTER_PULSE_CODE = 13;
    private static final int LEAST_MAIN_CODE = 14;
    private static final int MOST_MAIN_CODE = 2_048;
    private static final int LONGEST_US = 500;
    private static final int SHORTEST_US = 20;
    private static final int MOST_MA = 130;
    private static final int STRONGEST_MA = 126;

    private final Skin skin;
    private final boolean strict;
    private final PulseCommand pulse = new PulseCommand();
    private final int[] copies = new int[CHANNELS];
    private final int[] widthUs = new int[CHANNELS];
    private final int[] currentMa = new int[CHANNELS];
    private int mask;
    private int lowMask;
    private int lowFactor;
    private long interPulseNs;
    private long mainNs;
    private boolean running;
    private long nextNs;
    private long round;

    ChannelListTrains(Skin skin, boolean strict) {
        this.skin = skin;
        this.strict = strict;
    }

    /** Takes the data of InitChannelListMode; false when a value is refused. */
    boolean init(Packet packet) {
        if (packet.length != INIT_BYTES) {
            return false;
        }
        int interPulse = packet.unsigned(3);
        int main = (packet.unsigned(4) << 8) | packet.unsigned(5);
        boolean allowed = packet.unsigned(0) < 8 && packet.unsigned(1) != 0 && main <= MOST_MAIN_CODE
                && packet.unsigned(6) == 0;
        boolean firm = interPulse >= LEAST_INTER_PULSE_CODE && (main == 0 || main >= LEAST_MAIN_CODE);
        if (!allowed || (strict && !firm)) {
            return false;
        }
        lowFactor = packet.unsigned(0);
        mask = packet.unsigned(1);
        lowMask = packet.unsigned(2);
        interPulseNs = interPulse * HALF_MS + 3 * HALF_MS;
        mainNs = main == 0 ? 0 : main * HALF_MS + 2 * HALF_MS;
        return true;
    }

    /** Takes the data of StartChannelListMode; false, with nothing changed, when a value is refused. */
    boolean start(Packet packet, long nowNs, boolean update) {
        if (packet.length != 4 * Integer.bitCount(mask)) {
            return false;
        }
        for (int at = 0; at < packet.length; at += 4) {
            int width = (packet.unsigned(at + 1) << 8) | packet.unsigned(at + 2);
            if (packet.unsigned(at) > 2 || width > LONGEST_US || packet.unsigned(at + 3) > MOST_MA) {
                return false;
            }
        }
        int at = 0;
        for (int c = 0; c < CHANNELS; c++) {
            if ((mask & (1 << c)) != 0) {
                copies[c] = packet.unsigned(at) + 1;
                widthUs[c] = StrictMath.max(SHORTEST_US, (packet.unsigned(at + 1) << 8) | packet.unsigned(at + 2));
                currentMa[c] = StrictMath.min(STRONGEST_MA, packet.unsigned(at + 3)) & ~1;
                at += 4;
            }
        }
        if (!update || mainNs == 0) {
            running = true;
            nextNs = nowNs + LATENCY_NS;
            round = 0;
        }
        return true;
    }

    /** Takes the data of SinglePulse and gives it; false when a value is refused. */
    boolean single(Packet packet, long nowNs) {
        if (packet.length != 4) {
            return false;
        }
        int width = (packet.unsigned(1) << 8) | packet.unsigned(2);
        if (packet.unsigned(0) >= CHANNELS || width > LONGEST_US || packet.unsigned(3) > MOST_MA) {
            return false;
        }
        give(packet.unsigned(0), StrictMath.max(SHORTEST_US, width),
                StrictMath.min(STRONGEST_MA, packet.unsigned(3)) & ~1,
                nowNs + LATENCY_NS);
        return true;
    }

    void stop() {
        running = false;
    }

    /** Gives what is due by {@code untilNs}; false when it failed on a pulse, and stopped. */
    boolean live(long untilNs, boolean troubled) {
        while (running && nextNs <= untilNs) {
            for (int c = 0; c < CHANNELS; c++) {
                boolean skipped = (lowMask & (1 << c)) != 0 && round % (lowFactor + 1) != 0;
                if ((mask & (1 << c)) == 0 || skipped || currentMa[c] == 0) {
                    continue;
                }
                if (troubled) {
                    running = false;
                    return false;
                }
                for (int copy = 0; copy < copies[c]; copy++) {
                    give(c, widthUs[c], currentMa[c], nextNs + c % 4 * SLOT_NS + copy * interPulseNs);
                }
            }
            round++;
            running = mainNs > 0; // no main interval means one round
            nextNs += mainNs;
        }
        return true;
    }

    private void give(int channel, int width, int milliampere, long timeNs) {
        pulse.amplitudeUa = milliampere * 1_000;
        pulse.pulseWidthUs = width;
        pulse.recoveryAmplitudeUa = pulse.amplitudeUa;
        pulse.recoveryWidthUs = width;
        if (pulse.isPulse()) {
            skin.pulse(channel, timeNs, pulse);
        }
    }
}
