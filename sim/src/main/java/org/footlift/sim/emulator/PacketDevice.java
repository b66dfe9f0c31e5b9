package org.footlift.sim.emulator;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.footlift.hal.stimulator.Packet;
import org.footlift.hal.stimulator.PacketFormat;
import org.footlift.hal.stimulator.PacketReader;
import org.footlift.sim.wearer.Dice;
import org.jspecify.annotations.Nullable;

/** A device that speaks packets: receiving, answering after a while, logging, and answering wrongly when told to. */
abstract class PacketDevice implements EmulatedDevice, PacketReader.Listener {
    static final long MS = 1_000_000L;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final PacketFormat format;
    private final PacketReader reader;
    private final Utterances utterances = new Utterances();
    private final Consumer<LoggedCommand> log;
    private final Dice noise = new Dice(1);
    private final Packet answer = new Packet();
    private Injection trouble = Injection.NONE;
    private long nowNs;

    PacketDevice(PacketFormat format, Consumer<LoggedCommand> log) {
        this.format = format;
        this.log = log;
        reader = new PacketReader(format, this);
    }

    /** Lives until {@code untilNs}. */
    abstract void live(long untilNs);

    final long nowNs() {
        return nowNs;
    }

    final Injection trouble() {
        return trouble;
    }

    @Override
    public final void receive(byte[] bytes, int count, long now) {
        advance(now);
        reader.take(bytes, count);
    }

    @Override
    public final void advance(long now) {
        live(now);
        nowNs = now;
    }

    @Override
    public final int take(byte[] into, long now) {
        return utterances.take(into, now);
    }

    @Override
    public void inject(Injection newTrouble) {
        trouble = newTrouble;
    }

    /** Says {@code data} under {@code number} after a while, or what its trouble makes of it. */
    final void say(long delayNs, int number, int command, byte... data) {
        byte[] frame = new byte[format.longestFrame()];
        int count = format.encode(answer.set(number, command, data), frame);
        switch (trouble) {
            case SILENCE, DISCONNECT -> {
                return;
            }
            case GARBAGE -> {
                for (int i = 0; i < count; i++) {
                    frame[i] = (byte) noise.oneOf(0, 255);
                }
            }
            default -> {
                // what it has to say is true
            }
        }
        utterances.add(nowNs + delayNs, Arrays.copyOf(frame, count));
    }

    final void log(String command, Packet packet, @Nullable Integer result) {
        log.accept(new LoggedCommand(StrictMath.rint(nowNs / 1e6) / 1e3, command, packet.number,
                HEX.formatHex(packet.data, 0, packet.length), result));
    }
}
