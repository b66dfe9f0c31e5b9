package org.footlift.sim.emulator;

import java.util.Locale;
import java.util.function.Consumer;
import org.footlift.hal.stimulator.Packet;
import org.footlift.hal.stimulator.PacketFormat;
import org.footlift.hal.stimulator.ScienceMode2Format;
import org.jspecify.annotations.Nullable;

/**
 * A RehaStim2 (ScienceMode2, 8 channels): says Init every half second until somebody acknowledges it, repeats its list by itself, and stops and
 * forgets everything 1.2 s after the last valid packet.
 */
public final class EmulatedScienceMode2 extends PacketDevice {
    private enum Mode {
        START, INITIALISED, STARTED
    }

    private enum Command {
        INIT_ACK(2), WATCHDOG(4), GET_STIMULATION_MODE(10), INIT_CHANNEL_LIST_MODE(30), START_CHANNEL_LIST_MODE(
                32), STOP_CHANNEL_LIST_MODE(34), SINGLE_PULSE(36);

        private final int number;

        Command(int number) {
            this.number = number;
        }

        static @Nullable Command of(int number) {
            for (Command command : values()) {
                if (command.number == number) {
                    return command;
                }
            }
            return null;
        }

        boolean isAnswered() {
            return this != INIT_ACK && this != WATCHDOG;
        }

        String label() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private static final int INIT = 1;
    private static final int UNKNOWN_COMMAND = 3;
    private static final int STIMULATION_ERROR = 38;
    private static final byte PROTOCOL_VERSION = 1;
    private static final int OK = 0;
    private static final int TRANSFER = -1;
    private static final int PARAMETER = -2;
    private static final int WRONG_MODE = -3;
    private static final int BUSY = -8;
    private static final int ELECTRODE_ERROR = -2;
    private static final int MODULE_ERROR = -3;
    private static final long INIT_EVERY_NS = 500 * MS;
    private static final long DEAD_MAN_NS = 1_200 * MS;
    private static final long ANSWER_NS = 2 * MS;

    private final ChannelListTrains trains;
    private Mode mode = Mode.START;
    private boolean linked;
    private boolean heardOf;
    private long validNs;
    private long nextInitNs;
    private int ownNumber;

    /**
     * A device that was just switched on.
     *
     * @param strict whether it enforces the 8 ms between pulses that its firmware asks for; a known client breaks that
     */
    public EmulatedScienceMode2(Skin skin, Consumer<LoggedCommand> log, boolean strict) {
        super(new ScienceMode2Format(), log);
        trains = new ChannelListTrains(skin, strict);
    }

    @Override
    public void opened(long openedNs) {
        heardOf = true;
        nextInitNs = openedNs;
    }

    @Override
    void live(long untilNs) {
        if (linked) {
            long deadNs = validNs + DEAD_MAN_NS;
            liveLinked(StrictMath.min(untilNs, deadNs));
            if (untilNs >= deadNs) {
                linked = false;
                reset();
                nextInitNs = deadNs;
            }
        }
        if (!linked && heardOf && untilNs >= nextInitNs) {
            nextInitNs += INIT_EVERY_NS;
            say(0, ownNumber(), INIT, PROTOCOL_VERSION);
        }
    }

    private void liveLinked(long untilNs) {
        boolean troubled = trouble() == Injection.ELECTRODE || trouble() == Injection.HIGH_VOLTAGE;
        if (mode == Mode.STARTED && !trains.live(untilNs, troubled)) {
            reset();
            say(ANSWER_NS, ownNumber(), STIMULATION_ERROR,
                    (byte) (trouble() == Injection.ELECTRODE ? ELECTRODE_ERROR : MODULE_ERROR));
        }
    }

    private int ownNumber() {
        int number = ownNumber;
        ownNumber = (ownNumber + 1) % ScienceMode2Format.NUMBERS;
        return number;
    }

    private void reset() {
        mode = Mode.START;
        trains.stop();
    }

    @Override
    public void damaged(PacketFormat.Verdict verdict, Packet packet) {
        Command command = Command.of(packet.command);
        log("(damaged)", packet, TRANSFER);
        if (command != null && command.isAnswered() && linked) {
            say(ANSWER_NS, packet.number, packet.command + 1, (byte) TRANSFER);
        }
    }

    @Override
    public void packet(Packet packet) {
        Command command = Command.of(packet.command);
        validNs = nowNs();
        if (command == Command.INIT_ACK) {
            // a client that answers 1 means yes as well
            linked |= packet.length > 0 && packet.data[0] >= 0;
            log(command.label(), packet, null);
        } else if (!linked || command == Command.WATCHDOG) {
            log(command == null ? Integer.toString(packet.command) : command.label(), packet, null);
        } else if (command == null) {
            log(Integer.toString(packet.command), packet, null);
            say(ANSWER_NS, packet.number, UNKNOWN_COMMAND, (byte) packet.command);
        } else {
            boolean busy = trouble() == Injection.BUSY && command != Command.STOP_CHANNEL_LIST_MODE;
            int result = busy ? BUSY : carryOut(command, packet);
            log(command.label(), packet, result);
            if (command == Command.GET_STIMULATION_MODE && result == OK) {
                say(ANSWER_NS, packet.number, packet.command + 1, (byte) result, (byte) mode.ordinal());
            } else {
                say(ANSWER_NS, packet.number, packet.command + 1, (byte) result);
            }
        }
    }

    private int carryOut(Command command, Packet packet) {
        return switch (command) {
            case INIT_CHANNEL_LIST_MODE -> {
                if (mode != Mode.START) {
                    yield WRONG_MODE;
                }
                boolean taken = trains.init(packet);
                mode = taken ? Mode.INITIALISED : mode;
                yield taken ? OK : PARAMETER;
            }
            case START_CHANNEL_LIST_MODE -> {
                if (mode == Mode.START) {
                    yield WRONG_MODE;
                }
                boolean taken = trains.start(packet, nowNs(), mode == Mode.STARTED);
                mode = taken ? Mode.STARTED : mode;
                yield taken ? OK : PARAMETER;
            }
            case STOP_CHANNEL_LIST_MODE -> {
                reset();
                yield OK;
            }
            case SINGLE_PULSE -> mode != Mode.START ? WRONG_MODE : trains.single(packet, nowNs()) ? OK : PARAMETER;
            default -> OK;
        };
    }
}
