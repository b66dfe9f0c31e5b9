package org.footlift.hal.stimulator;

import org.footlift.hal.StimulatorStatus.Condition;

/** What a device answers to a command in ScienceMode3 and 4, and what follows from it. */
public enum ScienceModeResult {
    /** Done. */
    OK(0, Reaction.NONE, "done"),
    /** Checksum or length was wrong at the device. */
    TRANSFER(1, Reaction.AGAIN_ONCE, "a command arrived damaged: check the cable"),
    /** A value that the device does not take. */
    PARAMETER(2, Reaction.GIVE_UP, "a command had a value it does not take: report this as a bug"),
    /** Another protocol. */
    PROTOCOL_VERSION(3, Reaction.GIVE_UP, "it speaks another version of the protocol: choose its own in the profile"),
    /** The inner stimulation controller is silent. */
    CONTROLLER_TIMEOUT(4, Reaction.STOP, "its stimulation unit does not answer: switch it off and on"),
    /** Another level is active, or none. */
    NOT_INITIALISED(7, Reaction.STOP, "it was not ready to stimulate: it may have restarted, check its power"),
    /** High voltage. */
    HIGH_VOLTAGE(8, Reaction.STOP, "its high voltage failed: do not use it before it was serviced"),
    /** Demultiplexer. */
    DEMULTIPLEXER(9, Reaction.STOP, "its output switch failed: do not use it before it was serviced"),
    /** Skin resistance out of range. */
    ELECTRODE(10, Reaction.ELECTRODE, "an electrode is off or dry: check the electrodes"),
    /** Unknown to the device. */
    INVALID_COMMAND(11, Reaction.GIVE_UP, "it does not know a command: choose its own protocol in the profile"),
    /** Demultiplexer. */
    DEMULTIPLEXER_12(12, Reaction.STOP, DEMULTIPLEXER.text),
    /** Demultiplexer. */
    DEMULTIPLEXER_13(13, Reaction.STOP, DEMULTIPLEXER.text),
    /** Demultiplexer. */
    DEMULTIPLEXER_14(14, Reaction.STOP, DEMULTIPLEXER.text),
    /** Demultiplexer. */
    DEMULTIPLEXER_15(15, Reaction.STOP, DEMULTIPLEXER.text),
    /** Longer than the time for it. */
    PULSE_TOO_LONG(16, Reaction.STOP, "a pulse did not fit in its time: choose a shorter pulse or a lower frequency"),
    /** The battery's gauge. */
    FUEL_GAUGE(17, Reaction.WARN, "its battery gauge failed: charge it"),
    /** Not now. */
    BUSY(21, Reaction.AGAIN, "it is busy"),
    /** Less current flowed than was asked for. */
    LOW_CURRENT(28, Reaction.WARN, "less current flows than asked for: the electrodes may be dry"),
    /** Everything else: functions that nobody asked for. */
    OTHER(-1, Reaction.STOP, "it reports an error: switch it off and on");

    /** What the host does about it. */
    enum Reaction {
        /** Nothing. */
        NONE,
        /** Goes on and says so. */
        WARN,
        /** Asks again, a few times. */
        AGAIN,
        /** Asks again, once. */
        AGAIN_ONCE,
        /** Stops: electrodes. */
        ELECTRODE,
        /** Stops: the device. */
        STOP,
        /** Stops for good: trying again cannot help. */
        GIVE_UP
    }

    /** How often a busy device is asked again. */
    private static final int BUSY_TIMES = 3;

    private final int code;
    private final Reaction reaction;
    private final String text;

    ScienceModeResult(int code, Reaction reaction, String text) {
        this.code = code;
        this.reaction = reaction;
        this.text = text;
    }

    /** The result of that code. */
    public static ScienceModeResult of(int code) {
        for (ScienceModeResult result : values()) {
            if (result.code == code) {
                return result;
            }
        }
        return OTHER;
    }

    /** Its code on the line. */
    public int code() {
        return code;
    }

    Reaction reaction() {
        return reaction;
    }

    /** How often in a row it may come before it is a failure. */
    int times() {
        return switch (reaction) {
            case AGAIN -> BUSY_TIMES;
            case AGAIN_ONCE -> 1;
            default -> 0;
        };
    }

    /** For a person. */
    String text(int received) {
        return "The stimulator says: " + text + " (result " + received + ").";
    }

    Failure failure(int received) {
        return new Failure(reaction == Reaction.ELECTRODE ? Condition.ELECTRODE : Condition.FAULT, text(received),
                reaction == Reaction.GIVE_UP);
    }
}
