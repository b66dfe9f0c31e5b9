package org.footlift.hal.stimulator;

import java.util.Arrays;
import java.util.List;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SerialLink;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;

/**
 * ScienceMode2 (RehaStim2): the device repeats a list of channels by itself and stops 1.2 s after the last valid packet. In stance the list runs
 * with no current, so that a swing costs one command. The controller's pulses renew a short lease; when it ends, the current is set to
 * nothing.
 */
public final class ScienceMode2 extends PacketProtocol {
    private static final int INIT = 1;
    private static final int INIT_ACK = 2;
    private static final int UNKNOWN_COMMAND = 3;
    private static final int WATCHDOG = 4;
    private static final int GET_MODE = 10;
    private static final int INIT_LIST = 30;
    private static final int START_LIST = 32;
    private static final int STOP_LIST = 34;
    private static final int STIMULATION_ERROR = 38;

    private static final SerialLink.Line LINE = new SerialLink.Line(460_800, SerialLink.Parity.EVEN, 1, false);
    private static final int PROTOCOL_VERSION = 1;
    private static final int INCOMPATIBLE = -5;
    private static final int BUSY = -8;
    private static final int TRANSFER = -1;
    /** The device answers within 100 ms. */
    private static final long ANSWER_MS = 150;
    /** It falls silent for 1.2 s at most before it says Init again, which it does every half second. */
    private static final long INIT_MS = 2_500;
    private static final long WATCHDOG_EVERY_NS = 400 * MS;
    private static final long AGAIN_MS = 20;
    private static final int BUSY_TIMES = 3;
    /** 8 ms between the pulses of a doublet, the least that the firmware takes; none are asked for. */
    private static final byte INTER_PULSE_CODE = 13;
    private static final long HALF_MS = 500_000;
    private static final long SHORTEST_INTERVAL_CODE = 14;
    private static final long LONGEST_INTERVAL_CODE = 2_048;
    private static final int STRONGEST_MA = 126;
    private static final int STEP_MA = 2;
    private static final int LONGEST_US = 500;
    /** A shorter pulse would be given as this. */
    private static final int SHORTEST_US = 20;

    private enum Step {
        LINK, MODE, LIST, READY
    }

    private final TrainLease[] leases;
    private final byte mask;
    private Step step = Step.LINK;
    private byte[] running = {};
    private long lastSentNs;

    /**
     * A conversation about as many channels as there are periods; the list repeats with the shortest of them.
     *
     * @param periodsNs of each channel, nanoseconds; rounded up to half milliseconds
     */
    public ScienceMode2(List<Long> periodsNs) {
        super(new ScienceMode2Format(), ScienceMode2Format.NUMBERS);
        leases = TrainLease.of(periodsNs);
        mask = (byte) ((1 << leases.length) - 1);
    }

    @Override
    public long longestStartNs() {
        return 5_000 * MS;
    }

    @Override
    public SerialLink.Line line() {
        return LINE;
    }

    /** A list that a dead program left running is stopped at once; a device without a link does not listen and says Init. */
    @Override
    public void begin(long nowNs) {
        at(nowNs);
        ask(STOP_LIST, INIT_MS);
    }

    @Override
    void sendStop() {
        ask(STOP_LIST, ANSWER_MS);
    }

    @Override
    public boolean ready() {
        return step == Step.READY && goesOn();
    }

    /** A pulse renews a lease, whatever is unanswered. */
    @Override
    public boolean mayPulse() {
        return ready();
    }

    @Override
    public void pulse(int channel, PulseCommand command, long nowNs) {
        at(nowNs);
        if (command.recoveryWidthUs != command.pulseWidthUs) {
            fail(new Failure(Condition.FAULT,
                    "A RehaStim2 makes the recovery phase itself, as strong as the first. Set waveform = \"symmetric\".",
                    true));
            return;
        }
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
    int answeredBy(Packet packet) {
        return switch (packet.command) {
            case GET_MODE + 1, INIT_LIST + 1, START_LIST + 1, STOP_LIST + 1 -> packet.command - 1;
            default -> -1;
        };
    }

    @Override
    void unasked(Packet packet) {
        switch (packet.command) {
            case INIT -> linked(packet);
            case STIMULATION_ERROR -> stimulationError(packet.length > 0 ? packet.data[0] : 0);
            case UNKNOWN_COMMAND -> fail(new Failure(Condition.FAULT,
                    "The stimulator does not know a command. Does it speak ScienceMode2? Set protocol to its own.",
                    true));
            default -> {
                // an ergometer at the same device talks of itself
            }
        }
    }

    private void linked(Packet init) {
        if (init.length < 1 || init.unsigned(0) != PROTOCOL_VERSION) {
            reply(init.number, INIT_ACK, (byte) INCOMPATIBLE);
            fail(new Failure(Condition.FAULT, "The stimulator speaks another version of ScienceMode2.", true));
            return;
        }
        reply(init.number, INIT_ACK, (byte) 0);
        if (ready()) {
            fail(Condition.FAULT, "The stimulator has begun anew by itself: the link was silent, or its power failed.");
        } else if (step == Step.LINK) {
            release();
            askForMode();
        }
    }

    private void askForMode() {
        step = Step.MODE;
        ask(GET_MODE, ANSWER_MS);
    }

    private void stimulationError(int code) {
        switch (code) {
            case -1 -> fail(Condition.FAULT,
                    "The stimulator says: its emergency switch is pressed, or not plugged in. Release it.");
            case -2 -> fail(Condition.ELECTRODE,
                    "The stimulator says: an electrode is off or dry: check the electrodes.");
            default -> fail(Condition.FAULT,
                    "The stimulator says: its stimulation module failed (" + code + "). Switch it off and on.");
        }
    }

    @Override
    void answered(int command, Packet answer) {
        if (answer.length < 1) {
            fail(Condition.FAULT,
                    "The stimulator's answer to command " + command + " is too short. Switch it off and on.");
            return;
        }
        int result = answer.data[0];
        boolean stopped = command == STOP_LIST && result == TRANSFER; // that is how it says that nothing ran
        if (result != 0 && !stopped) {
            refused(command, result);
            return;
        }
        accepted();
        switch (command) {
            case STOP_LIST -> askForMode();
            case GET_MODE -> mode(answer);
            case INIT_LIST -> start();
            default -> step = Step.READY;
        }
    }

    private void mode(Packet answer) {
        if (answer.length < 2) {
            fail(Condition.FAULT, "The stimulator does not say in which mode it is. Switch it off and on.");
        } else if (answer.unsigned(1) != 0) {
            ask(STOP_LIST, ANSWER_MS);
        } else {
            long shortestNs = Arrays.stream(leases).mapToLong(TrainLease::periodNs).min().orElseThrow();
            long code = Math.clamp(Math.ceilDiv(shortestNs, HALF_MS) - 2, SHORTEST_INTERVAL_CODE,
                    LONGEST_INTERVAL_CODE);
            step = Step.LIST;
            ask(INIT_LIST, ANSWER_MS, (byte) 0, mask, (byte) 0, INTER_PULSE_CODE, (byte) (code >> 8), (byte) code,
                    (byte) 0);
        }
    }

    private void start() {
        running = currents();
        lastSentNs = nowNs();
        ask(START_LIST, ANSWER_MS, running);
    }

    private void refused(int command, int result) {
        boolean patience = result == BUSY || result == TRANSFER;
        int times = result == BUSY ? BUSY_TIMES : 1;
        boolean passing = command == START_LIST && ready(); // what should run by then is said by the next one
        boolean borne = patience && (passing ? letItBe(times) : again(times, AGAIN_MS));
        if (borne && passing) {
            running = new byte[0];
        } else if (!borne) {
            fail(Condition.FAULT, "The stimulator says: " + switch (result) {
                case TRANSFER -> "a command arrived damaged: check the cable";
                case -2 -> "a command had a value it does not take: report this as a bug";
                case -3 -> "it was not in the mode for this: it may have restarted, check its power";
                case BUSY -> "it is busy";
                default -> "it reports an error: switch it off and on";
            } + " (result " + result + ").");
        }
    }

    @Override
    void idle() {
        if (!ready()) {
            return;
        }
        byte[] wanted = currents();
        if (!Arrays.equals(wanted, running)) {
            running = wanted;
            lastSentNs = nowNs();
            ask(START_LIST, ANSWER_MS, wanted);
        } else if (nowNs() - lastSentNs >= WATCHDOG_EVERY_NS) {
            lastSentNs = nowNs();
            tell(WATCHDOG);
        }
    }

    /** Width and current of every channel as they should be now; currents are even milliampere, rounded down. */
    private byte[] currents() {
        byte[] data = new byte[4 * leases.length];
        for (int c = 0; c < leases.length; c++) {
            PulseCommand wanted = leases[c].wanted();
            int width = Math.min(wanted.pulseWidthUs, LONGEST_US);
            boolean on = leases[c].on(nowNs()) && width >= SHORTEST_US;
            int currentMa = on ? Math.min(wanted.amplitudeUa / 1_000, STRONGEST_MA) / STEP_MA * STEP_MA : 0;
            int shown = Math.max(SHORTEST_US, width);
            data[4 * c + 1] = (byte) (shown >> 8);
            data[4 * c + 2] = (byte) shown;
            data[4 * c + 3] = (byte) currentMa;
        }
        return data;
    }

    @Override
    public void describe(StimulatorStatus into) {
        into.maxAmplitudeUa = STRONGEST_MA * 1_000;
        into.maxPulseWidthUs = LONGEST_US;
    }
}
