package org.footlift.hal.stimulator;

import org.footlift.hal.SerialLink;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;

/**
 * What ScienceMode3 (RehaMove3) and ScienceMode4 (P24) share on either level: who are you, which level is on, stop it if one is, begin ours.
 */
abstract class ScienceMode34 extends PacketProtocol {
    /** The two protocols that share their frames. */
    enum Generation {
        /** RehaMove3. */
        THREE,
        /** P24. */
        FOUR
    }

    static final int LL_INIT = 0;
    static final int LL_CHANNEL_CONFIG = 2;
    static final int LL_STOP = 4;
    static final int ML_INIT = 30;
    static final int ML_UPDATE = 32;
    static final int ML_STOP = 34;
    static final int ML_GET_CURRENT_DATA = 36;
    static final int GET_VERSION_MAIN = 50;
    static final int GET_DEVICE_ID = 52;
    static final int GET_BATTERY_STATUS = 54;
    static final int GET_STIM_STATUS = 62;
    static final int GENERAL_ERROR = 66;
    static final int UNKNOWN_COMMAND = 67;
    static final int GET_EXTENDED_VERSION = 68;

    static final long ANSWER_MS = 100;
    static final long LEVEL_ANSWER_MS = 250;
    static final long AGAIN_MS = 20;

    private static final SerialLink.Line LINE = new SerialLink.Line(3_000_000, SerialLink.Parity.NONE, 2, true);
    private static final int NO_LEVEL = 0;
    private static final int LOW_LEVEL = 1;
    private static final int LOW_BATTERY_PCT = 15;
    /** Volt by the code of the status answer: standard, off, then in steps of 30. */
    private static final int[] VOLTS = {150, 0, 30, 60, 90, 120, 150};

    private final Generation generation;
    private final int ourLevel;
    private boolean begun;
    private boolean ready;
    private long statusNs;
    private int volts = StimulatorStatus.UNKNOWN;
    private int batteryPct = StimulatorStatus.UNKNOWN;

    ScienceMode34(Generation generation, int ourLevel) {
        super(new ScienceMode34Format(), ScienceMode34Format.NUMBERS);
        this.generation = generation;
        this.ourLevel = ourLevel;
    }

    /** Asks the device to begin our level. */
    abstract void askForLevel();

    /** An answer of our level, its result taken care of. */
    abstract void levelAnswered(int command, Packet answer);

    /** Data bytes that the answer to a command of our level must have. */
    abstract int levelAnswerBytes(int command);

    /** True for a command that is not worth repeating when it was refused: the next one says it all. */
    abstract boolean isPassing(int command);

    final Generation generation() {
        return generation;
    }

    /** When the device last said which level is on. */
    final long statusNs() {
        return statusNs;
    }

    @Override
    public final long longestStartNs() {
        return 3_000 * MS;
    }

    @Override
    public final SerialLink.Line line() {
        return LINE;
    }

    @Override
    public final void begin(long nowNs) {
        at(nowNs);
        ask(GET_DEVICE_ID, ANSWER_MS);
    }

    @Override
    public final boolean ready() {
        return ready && goesOn();
    }

    @Override
    public boolean mayPulse() {
        return ready() && isFree();
    }

    @Override
    final int answeredBy(Packet packet) {
        int command = packet.command - 1;
        boolean error = packet.command == GENERAL_ERROR || packet.command == UNKNOWN_COMMAND;
        return error || command < 0 || command % 2 != 0 ? -1 : command;
    }

    /** General errors and unknown commands bear no number to rely on; they are for what is unanswered. */
    @Override
    final void unasked(Packet packet) {
        boolean error = packet.command == GENERAL_ERROR || packet.command == UNKNOWN_COMMAND;
        if (!error || packet.length < 1) {
            fail(Condition.FAULT, "The stimulator sent command " + packet.command
                    + ", which no stimulator sends. Switch it off and on.");
            return;
        }
        int command = release();
        if (command == GET_EXTENDED_VERSION || command == GET_VERSION_MAIN) {
            fail(new Failure(Condition.FAULT, generation == Generation.FOUR
                    ? "This stimulator does not speak ScienceMode4. Is it a RehaMove3? Then set protocol = \"sciencemode3\"."
                    : "This stimulator does not speak ScienceMode3. Is it a P24? Then set protocol = \"sciencemode4\".",
                    true));
            return;
        }
        judge(command, packet.unsigned(0));
    }

    @Override
    final void answered(int command, Packet answer) {
        if (answer.length < 1 || (answer.unsigned(0) == 0 && answer.length < leastBytes(command))) {
            fail(Condition.FAULT, "The stimulator's answer to command " + command + " is too short ("
                    + answer.length + " bytes). Switch it off and on.");
            return;
        }
        if (!judge(command, answer.unsigned(0))) {
            return;
        }
        switch (command) {
            case GET_DEVICE_ID ->
                ask(generation == Generation.FOUR ? GET_EXTENDED_VERSION : GET_VERSION_MAIN, ANSWER_MS);
            case GET_EXTENDED_VERSION, GET_VERSION_MAIN -> versionIs(answer.unsigned(4));
            case GET_STIM_STATUS -> statusIs(answer.unsigned(1), answer.unsigned(2));
            case GET_BATTERY_STATUS -> batteryIs(answer.unsigned(1));
            case LL_STOP, ML_STOP -> ask(GET_STIM_STATUS, ANSWER_MS);
            case LL_INIT, ML_INIT -> {
                begun = true;
                ask(GET_STIM_STATUS, ANSWER_MS);
            }
            default -> levelAnswered(command, answer);
        }
    }

    private int leastBytes(int command) {
        return switch (command) {
            case GET_DEVICE_ID -> 11;
            case GET_EXTENDED_VERSION, GET_VERSION_MAIN -> 7;
            case GET_STIM_STATUS -> 3;
            case GET_BATTERY_STATUS -> 4;
            case LL_INIT, LL_STOP, ML_INIT, ML_STOP -> 1;
            default -> levelAnswerBytes(command);
        };
    }

    private void versionIs(int protocol) {
        int expected = generation == Generation.FOUR ? 4 : 3;
        if (protocol != expected) {
            fail(new Failure(Condition.FAULT, "The stimulator speaks ScienceMode" + protocol + ", not ScienceMode"
                    + expected + ". Set protocol to its own.", true));
            return;
        }
        ask(GET_STIM_STATUS, ANSWER_MS);
    }

    private void statusIs(int level, int highVoltage) {
        volts = highVoltage < VOLTS.length ? VOLTS[highVoltage] : StimulatorStatus.UNKNOWN;
        statusNs = nowNs();
        if (begun) {
            if (level == NO_LEVEL || (level == LOW_LEVEL) != (ourLevel == LOW_LEVEL)) {
                judge(GET_STIM_STATUS, ScienceModeResult.NOT_INITIALISED.code());
            } else if (volts == 0) {
                judge(GET_STIM_STATUS, ScienceModeResult.HIGH_VOLTAGE.code());
            } else if (generation == Generation.THREE) {
                ask(GET_BATTERY_STATUS, ANSWER_MS);
            } else {
                ready = true;
            }
        } else if (level == NO_LEVEL) {
            askForLevel();
        } else { // an earlier program died, or another one is at work: what it began ends here
            ask(level == LOW_LEVEL ? LL_STOP : ML_STOP, LEVEL_ANSWER_MS);
        }
    }

    private void batteryIs(int percent) {
        batteryPct = percent;
        ready = true;
        if (percent < LOW_BATTERY_PCT) {
            warn("The stimulator's battery is down to " + percent + " %. Charge it.");
        }
    }

    /** Follows up a result; true when the command was carried out. */
    private boolean judge(int command, int code) {
        ScienceModeResult result = ScienceModeResult.of(code);
        switch (result.reaction()) {
            case NONE -> accepted();
            case WARN -> {
                accepted();
                warn(result.text(code));
            }
            case AGAIN, AGAIN_ONCE -> {
                boolean passing = command < 0 || isPassing(command);
                boolean patient = passing
                        ? letItBe(result.times())
                        : again(result.times(), AGAIN_MS);
                if (!patient) {
                    fail(result.failure(code));
                }
                return false;
            }
            case ELECTRODE, STOP, GIVE_UP -> {
                fail(result.failure(code));
                return false;
            }
        }
        return true;
    }

    /** An error that an answer tells of beside its result. */
    final void channelFailed(ScienceModeResult result) {
        judge(-1, result.code());
    }

    @Override
    public final void describe(StimulatorStatus into) {
        into.maxAmplitudeUa = Points.STRONGEST_UA;
        into.maxPulseWidthUs = Points.LONGEST_US;
        into.batteryPct = batteryPct;
        into.outputVoltageV = volts;
    }
}
