package org.footlift.hal.stimulator;

import java.util.Arrays;
import java.util.List;
import org.footlift.hal.PulseCommand;

/**
 * ScienceMode3 and 4, mid level: the device repeats pulses by itself, all channels stop on an error of one, and it pauses 2 s after the last
 * sign of life. The controller's pulses renew a short lease; when it ends, the trains are switched off.
 */
public final class ScienceModeMidLevel extends ScienceMode34 {
    /** Five times a second at least, so that a lost answer is noticed early. */
    private static final long ALIVE_EVERY_NS = 150 * MS;
    private static final long HALF_MS = 500_000;
    private static final long LONGEST_PERIOD = 32_767;
    private static final int ALL_STOP = 1;
    private static final int SELECT_BRIEF = 2;
    private static final int SELECT_CHANNELS = 4;
    private static final int LOW_CURRENT = 3;

    private final TrainLease[] leases;
    private byte[] running = {0};
    private long lastSignNs;

    private ScienceModeMidLevel(Generation generation, List<Long> periodsNs) {
        super(generation, 2);
        leases = TrainLease.of(periodsNs);
    }

    /** For a RehaMove3. @param periodsNs of each channel, nanoseconds; rounded up to half milliseconds */
    public static ScienceModeMidLevel three(List<Long> periodsNs) {
        return new ScienceModeMidLevel(Generation.THREE, periodsNs);
    }

    /** For a P24: channels of its yellow connector. @param periodsNs of each channel, nanoseconds; rounded up to half milliseconds */
    public static ScienceModeMidLevel four(List<Long> periodsNs) {
        return new ScienceModeMidLevel(Generation.FOUR, periodsNs);
    }

    @Override
    void askForLevel() {
        lastSignNs = nowNs();
        ask(ML_INIT, LEVEL_ANSWER_MS, (byte) (generation() == Generation.FOUR ? ALL_STOP : 0));
    }

    @Override
    void sendStop() {
        ask(ML_STOP, LEVEL_ANSWER_MS);
    }

    /** A pulse renews a lease, whatever is unanswered. */
    @Override
    public boolean mayPulse() {
        return ready();
    }

    @Override
    public void pulse(int channel, PulseCommand command, long nowNs) {
        at(nowNs);
        leases[channel].renew(command, nowNs);
        goOn();
    }

    @Override
    public void silence(long nowNs) {
        at(nowNs);
        for (TrainLease lease : leases) {
            lease.end();
        }
        goOn();
    }

    @Override
    boolean isPassing(int command) {
        return command == ML_UPDATE; // the next one says what is wanted by then
    }

    @Override
    int levelAnswerBytes(int command) {
        return command == ML_UPDATE ? 1 : generation() == Generation.FOUR ? 7 : 3;
    }

    @Override
    void levelAnswered(int command, Packet answer) {
        if (command != ML_GET_CURRENT_DATA) {
            return;
        }
        if (generation() == Generation.THREE) {
            if ((answer.unsigned(2) & 0xF) != 0) {
                channelFailed(ScienceModeResult.ELECTRODE);
            }
            return;
        }
        for (int channel = 0; channel < 8; channel++) {
            int error = (answer.unsigned(3 + channel / 2) >> (4 * (channel % 2))) & 0xF;
            if (error != 0) {
                channelFailed(error == 1
                        ? ScienceModeResult.ELECTRODE
                        : error == LOW_CURRENT ? ScienceModeResult.LOW_CURRENT : ScienceModeResult.CONTROLLER_TIMEOUT);
            }
        }
    }

    /** Says what should run when it is not what runs, else that somebody is there. */
    @Override
    void idle() {
        if (!ready()) {
            return;
        }
        byte[] wanted = update();
        if (!Arrays.equals(wanted, running)) {
            running = wanted;
            lastSignNs = nowNs();
            ask(ML_UPDATE, ANSWER_MS, wanted);
        } else if (nowNs() - lastSignNs >= ALIVE_EVERY_NS) {
            lastSignNs = nowNs();
            ask(ML_GET_CURRENT_DATA, ANSWER_MS,
                    (byte) (generation() == Generation.FOUR ? SELECT_CHANNELS : SELECT_BRIEF));
        }
    }

    /** The data of an Ml_update that says what should run now: no channel is a pause that keeps the level. */
    private byte[] update() {
        byte[] data = new byte[1 + leases.length * (3 + Points.BYTES)];
        int at = 1;
        for (int c = 0; c < leases.length; c++) {
            if (leases[c].on(nowNs()) && Points.put(leases[c].wanted(), data, at + 3)) {
                data[0] |= (byte) (1 << c);
                data[at] = (byte) ((Points.COUNT - 1) << 4);
                long halves = Math.min(LONGEST_PERIOD, Math.ceilDiv(leases[c].periodNs(), HALF_MS));
                data[at + 1] = (byte) (halves >> 7);
                data[at + 2] = (byte) (halves << 1);
                at += 3 + Points.BYTES;
            }
        }
        return Arrays.copyOf(data, at);
    }
}
