package org.footlift.sim.emulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.stimulator.Packet;
import org.footlift.hal.stimulator.PacketFormat;
import org.footlift.hal.stimulator.ScienceMode34Format;
import org.footlift.hal.stimulator.ScienceModeResult;
import org.jspecify.annotations.Nullable;

/**
 * A P24 (ScienceMode4, 8 channels) or a RehaMove3 (ScienceMode3, 4 channels). On the low level a command is a pulse, answered when it is over; on
 * the mid level trains run by themselves and pause 2 s after the last sign of life. Channels to the skin are 4 × connector + channel.
 */
public final class EmulatedScienceMode34 extends PacketDevice {
    /** Which device. */
    public enum Model {
        /** ScienceMode4. */
        P24,
        /** ScienceMode3. */
        REHAMOVE3
    }

    private enum Level {
        NONE, LOW, MID, MID_RUNNING
    }

    /** Commands by number; an answer is a command and one. */
    private enum Command {
        LL_INIT(0), LL_CHANNEL_CONFIG(2), LL_STOP(4), ML_INIT(30), ML_UPDATE(32), ML_STOP(34), ML_GET_CURRENT_DATA(
                36), GET_VERSION_MAIN(50), GET_DEVICE_ID(52), GET_BATTERY_STATUS(
                        54), RESET(58), GET_STIM_STATUS(62), GET_EXTENDED_VERSION(68);

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

        String label() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private static final int GENERAL_ERROR = 66;
    private static final int UNKNOWN_COMMAND = 67;
    private static final long LEVEL_NS = 40 * MS;
    private static final long ANSWER_NS = MS;
    private static final int QUEUE = 10;
    /** Bytes that the older device sends after a result, which its document does not tell of. */
    private static final int SURPLUS = 50;
    private static final byte VOLTAGE_OFF = 1;
    private static final byte VOLTAGE_FULL = 6;
    private static final byte[] ID = "EMU0000001".getBytes(StandardCharsets.US_ASCII);

    private final Model model;
    private final Skin skin;
    private final MidLevelTrains trains;
    private final PulseCommand pulse = new PulseCommand();
    private final List<Long> queuedUntilNs = new ArrayList<>();
    private Level level = Level.NONE;
    private long freeFromNs;

    /** A device that was just switched on. */
    public EmulatedScienceMode34(Model model, Skin skin, Consumer<LoggedCommand> log) {
        super(new ScienceMode34Format(), log);
        this.model = model;
        this.skin = skin;
        trains = new MidLevelTrains(model == Model.P24, skin);
    }

    @Override
    void live(long untilNs) {
        if (level == Level.MID_RUNNING && !trains.live(untilNs, electrodeFails())) {
            level = Level.MID;
        }
    }

    @Override
    public void damaged(PacketFormat.Verdict verdict, Packet packet) {
        log("(damaged)", packet, ScienceModeResult.TRANSFER.code());
        say(ANSWER_NS, 0, GENERAL_ERROR, (byte) ScienceModeResult.TRANSFER.code());
    }

    @Override
    public void packet(Packet packet) {
        Command command = Command.of(packet.command);
        if (command == null || !knows(command)) {
            log(Integer.toString(packet.command), packet, ScienceModeResult.INVALID_COMMAND.code());
            say(ANSWER_NS, packet.number, UNKNOWN_COMMAND, (byte) ScienceModeResult.INVALID_COMMAND.code());
            return;
        }
        boolean stops = command == Command.LL_STOP || command == Command.ML_STOP;
        boolean busy = trouble() == Injection.BUSY && !stops;
        log(command.label(), packet, (busy ? refuseAsBusy(command, packet) : carryOut(command, packet)).code());
    }

    private ScienceModeResult refuseAsBusy(Command command, Packet packet) {
        return command == Command.LL_CHANNEL_CONFIG
                ? configAnswer(packet, ANSWER_NS, 0, ScienceModeResult.BUSY)
                : answer(packet, ANSWER_NS, ScienceModeResult.BUSY);
    }

    private boolean knows(Command command) {
        return switch (command) {
            case GET_VERSION_MAIN, GET_BATTERY_STATUS -> model == Model.REHAMOVE3;
            case GET_EXTENDED_VERSION -> model == Model.P24;
            default -> true;
        };
    }

    private ScienceModeResult carryOut(Command command, Packet packet) {
        return switch (command) {
            case LL_INIT -> answer(packet, LEVEL_NS,
                    begin(Level.LOW, midIsActive()),
                    new byte[model == Model.REHAMOVE3 ? SURPLUS : 0]);
            case ML_INIT -> {
                trains.stopAllOnError(model == Model.P24 && packet.length > 0 && (packet.unsigned(0) & 1) != 0);
                yield answer(packet, ANSWER_NS, begin(Level.MID, level == Level.LOW));
            }
            case LL_STOP -> answer(packet, LEVEL_NS, stop(level == Level.LOW));
            case ML_STOP -> answer(packet, ANSWER_NS, stop(midIsActive()));
            case LL_CHANNEL_CONFIG -> channelConfig(packet);
            case ML_UPDATE -> answer(packet, ANSWER_NS, update(packet));
            case ML_GET_CURRENT_DATA -> currentData(packet);
            case GET_DEVICE_ID -> answer(packet, ANSWER_NS, ScienceModeResult.OK, ID);
            case GET_VERSION_MAIN -> answer(packet, ANSWER_NS, ScienceModeResult.OK, bytes(2, 1, 16, 3, 2, 4));
            case GET_EXTENDED_VERSION -> answer(packet, ANSWER_NS, ScienceModeResult.OK,
                    bytes(1, 0, 0, 4, 0, 0, 0x12, 0x34, 0xAB, 0xCD, 1, 1));
            case GET_BATTERY_STATUS -> answer(packet, ANSWER_NS, ScienceModeResult.OK, bytes(87, 3951 >> 8, 3951));
            case GET_STIM_STATUS -> answer(packet, ANSWER_NS, ScienceModeResult.OK,
                    bytes(level.ordinal(), voltageOn() ? VOLTAGE_FULL : VOLTAGE_OFF));
            case RESET -> {
                stop(true);
                yield answer(packet, ANSWER_NS, ScienceModeResult.OK);
            }
        };
    }

    private boolean midIsActive() {
        return level == Level.MID || level == Level.MID_RUNNING;
    }

    private boolean voltageOn() {
        return level != Level.NONE && trouble() != Injection.HIGH_VOLTAGE;
    }

    private boolean electrodeFails() {
        return trouble() == Injection.ELECTRODE;
    }

    private ScienceModeResult begin(Level wanted, boolean otherIsActive) {
        if (otherIsActive) {
            return ScienceModeResult.NOT_INITIALISED;
        }
        if (trouble() == Injection.HIGH_VOLTAGE) {
            return ScienceModeResult.HIGH_VOLTAGE;
        }
        level = wanted;
        trains.clear();
        return ScienceModeResult.OK;
    }

    private ScienceModeResult stop(boolean active) {
        if (!active) {
            return ScienceModeResult.NOT_INITIALISED;
        }
        level = Level.NONE;
        trains.clear();
        return ScienceModeResult.OK;
    }

    private ScienceModeResult channelConfig(Packet packet) {
        if (packet.length < 1) {
            return configAnswer(packet, ANSWER_NS, 0, ScienceModeResult.PARAMETER);
        }
        int first = packet.unsigned(0);
        int points = (first & 0xF) + 1;
        int connector = model == Model.P24 ? (first >> 4) & 1 : 0;
        int channel = (first >> 5) & 3;
        int place = (connector << 4) | channel;
        if (level != Level.LOW) {
            return configAnswer(packet, ANSWER_NS, place, ScienceModeResult.NOT_INITIALISED);
        }
        if ((first & 0x80) == 0) {
            return configAnswer(packet, ANSWER_NS, place, ScienceModeResult.OK);
        }
        EmulatedPulse asked = packet.length == 1 + EmulatedPulse.bytes(points)
                ? EmulatedPulse.read(packet.data, 1, points)
                : null;
        if (asked == null) {
            return configAnswer(packet, ANSWER_NS, place, ScienceModeResult.PARAMETER);
        }
        if (trouble() == Injection.HIGH_VOLTAGE) {
            return configAnswer(packet, ANSWER_NS, place, ScienceModeResult.HIGH_VOLTAGE);
        }
        if (electrodeFails() && asked.testsElectrode()) {
            return configAnswer(packet, ANSWER_NS, place, ScienceModeResult.ELECTRODE);
        }
        return execute(packet, 4 * connector + channel, place, asked);
    }

    private ScienceModeResult execute(Packet packet, int channel, int place, EmulatedPulse asked) {
        queuedUntilNs.removeIf(until -> until <= nowNs());
        if (queuedUntilNs.size() >= QUEUE) {
            return configAnswer(packet, ANSWER_NS, place, ScienceModeResult.BUSY);
        }
        long fromNs = StrictMath.max(nowNs(), freeFromNs);
        freeFromNs = fromNs + asked.lengthUs() * 1_000L;
        queuedUntilNs.add(freeFromNs);
        asked.into(pulse);
        skin.pulse(channel, fromNs, pulse);
        return configAnswer(packet, freeFromNs - nowNs() + ANSWER_NS, place, ScienceModeResult.OK);
    }

    /** The newer device repeats connector and channel and says that nothing was measured; the older one names the channel of an error. */
    private ScienceModeResult configAnswer(Packet packet, long delayNs, int place, ScienceModeResult result) {
        return model == Model.P24
                ? answer(packet, delayNs, result, bytes(place, 0))
                : answer(packet, delayNs, result, bytes(result == ScienceModeResult.ELECTRODE ? place : 0));
    }

    private ScienceModeResult update(Packet packet) {
        if (!midIsActive()) {
            return ScienceModeResult.NOT_INITIALISED;
        }
        if (trouble() == Injection.HIGH_VOLTAGE) {
            return ScienceModeResult.HIGH_VOLTAGE;
        }
        if (!trains.update(packet, nowNs())) {
            return ScienceModeResult.PARAMETER;
        }
        level = Level.MID_RUNNING;
        return ScienceModeResult.OK;
    }

    private ScienceModeResult currentData(Packet packet) {
        if (packet.length < 1 || !midIsActive()) {
            return answer(packet, ANSWER_NS,
                    packet.length < 1 ? ScienceModeResult.PARAMETER : ScienceModeResult.NOT_INITIALISED);
        }
        trains.keepAlive(nowNs());
        int selector = packet.unsigned(0);
        boolean running = level == Level.MID_RUNNING;
        byte[] data = switch (selector) {
            case 2 -> bytes(selector, trains.brief(running, 0));
            case 3 -> bytes(selector, trains.brief(running, 1), trains.brief(running, 0));
            case 4 -> {
                byte[] all = new byte[6];
                all[0] = (byte) selector;
                trains.describe(all, 1);
                yield all;
            }
            default -> bytes();
        };
        return answer(packet, ANSWER_NS, data.length == 0 ? ScienceModeResult.PARAMETER : ScienceModeResult.OK, data);
    }

    private ScienceModeResult answer(Packet packet, long delayNs, ScienceModeResult result, byte... data) {
        byte[] all = new byte[1 + data.length];
        all[0] = (byte) result.code();
        System.arraycopy(data, 0, all, 1, data.length);
        say(delayNs, packet.number, packet.command + 1, all);
        return result;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
