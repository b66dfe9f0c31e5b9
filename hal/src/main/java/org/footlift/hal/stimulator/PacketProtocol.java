package org.footlift.hal.stimulator;

import org.footlift.hal.StimulatorStatus.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Commands and acknowledgements: one command at a time, whose answer must bear its number and come in time. What the bytes mean belongs to
 * the protocols.
 */
abstract class PacketProtocol implements StimulatorProtocol {
    static final long MS = 1_000_000L;
    static final long NEVER = Long.MAX_VALUE;

    private static final int NONE = -1;

    private final PacketFormat format;
    private final int numbers;
    private final PacketReader reader;
    private final Packet sent = new Packet();
    private final byte[] outbox;
    private int outboxCount;
    private int nextNumber;
    private int unanswered = NONE;
    private int unansweredNumber;
    private long deadlineNs = NEVER;
    private long againNs = NEVER;
    private long timeoutNs;
    private int refusals;
    private boolean ending;
    private boolean ended;
    private long nowNs;
    private String warning = "";
    private @Nullable Failure failure;

    PacketProtocol(PacketFormat format, int numbers) {
        this.format = format;
        this.numbers = numbers;
        reader = new PacketReader(format, this::arrived);
        outbox = new byte[2 * format.longestFrame()];
    }

    /** A whole packet from the device that answers the command under way. */
    abstract void answered(int command, Packet answer);

    /** A packet that answers nothing. */
    abstract void unasked(Packet packet);

    /** The number of the command that {@code packet} answers, or −1. */
    abstract int answeredBy(Packet packet);

    /** Due work while nothing is unanswered; not called once the conversation fails or ends. */
    abstract void idle();

    /** Sends what stops the device. */
    abstract void sendStop();

    /** Time of the call under way. */
    final long nowNs() {
        return nowNs;
    }

    @Override
    public final void receive(byte[] bytes, int count, long now) {
        nowNs = now;
        reader.take(bytes, count);
        goOn();
    }

    @Override
    public final void advance(long now) {
        nowNs = now;
        if (ending) {
            ended |= now >= deadlineNs || unanswered == NONE;
            return;
        }
        if (now >= deadlineNs) {
            fail(Condition.DISCONNECTED, "The stimulator does not answer. Check its cable and its power.");
        } else if (now >= againNs) {
            againNs = NEVER;
            send(sent.command, timeoutNs);
        } else {
            goOn();
        }
    }

    /** Does what is due, unless a command is unanswered. */
    final void goOn() {
        if (!ending && failure == null && isFree()) {
            idle();
        }
    }

    /** Notes the time of a call from outside. */
    final void at(long now) {
        nowNs = now;
    }

    /** True when no command is unanswered. */
    final boolean isFree() {
        return unanswered == NONE && againNs == NEVER;
    }

    /** Sends a command that wants an answer within {@code timeoutMs}. */
    final void ask(int command, long timeoutMs, byte... data) {
        sent.set(0, command, data);
        send(command, timeoutMs * MS);
    }

    private void send(int command, long timeout) {
        unanswered = command;
        unansweredNumber = nextNumber;
        timeoutNs = timeout;
        deadlineNs = nowNs + timeout;
        transmit();
    }

    /** Sends a command that is never answered. */
    final void tell(int command, byte... data) {
        sent.set(0, command, data);
        transmit();
    }

    /** Sends a packet under a number of the device's choice. */
    final void reply(int number, int command, byte... data) {
        Packet packet = new Packet().set(number, command, data);
        put(packet);
    }

    private void transmit() {
        sent.number = nextNumber;
        nextNumber = (nextNumber + 1) % numbers;
        put(sent);
    }

    private void put(Packet packet) {
        byte[] frame = new byte[format.longestFrame()];
        int count = format.encode(packet, frame);
        System.arraycopy(frame, 0, outbox, outboxCount, count);
        outboxCount += count;
    }

    /**
     * The device did not do what was asked, but may if asked again: at most {@code times} in a row.
     *
     * @return false when that was once too often, and nothing was done
     */
    final boolean again(int times, long afterMs) {
        refusals++;
        if (refusals > times) {
            return false;
        }
        againNs = nowNs + afterMs * MS;
        return true;
    }

    /** The device did not do what was asked and need not be asked again; false once that happened more than {@code times} in a row. */
    final boolean letItBe(int times) {
        refusals++;
        return refusals <= times;
    }

    /** The device did what was asked. */
    final void accepted() {
        refusals = 0;
    }

    private void arrived(Packet packet) {
        int command = answeredBy(packet);
        if (ending) {
            ended |= command == unanswered && packet.number == unansweredNumber;
        } else if (failure != null) {
            return; // whatever it says now, it is told to stop next
        } else if (command == NONE) {
            unasked(packet);
        } else if (command != unanswered || packet.number != unansweredNumber) {
            fail(Condition.FAULT, "The stimulator answered command " + command + " number " + packet.number
                    + ", which nobody was waiting for. Switch it off and on.");
        } else {
            release();
            answered(command, packet);
        }
    }

    /** Nothing is unanswered any more; returns the command that was. */
    final int release() {
        int command = unanswered;
        unanswered = NONE;
        deadlineNs = NEVER;
        return command;
    }

    final void fail(Condition condition, String text) {
        fail(new Failure(condition, text, false));
    }

    final void fail(Failure why) {
        if (failure == null) {
            failure = why;
        }
    }

    final void warn(String text) {
        warning = text;
    }

    /** Waits for an event that is no answer. */
    final void expectWithin(long ms) {
        deadlineNs = nowNs + ms * MS;
    }

    @Override
    public final void end(long now) {
        nowNs = now;
        if (!ending) {
            ending = true;
            release();
            againNs = NEVER;
            sendStop();
        }
    }

    @Override
    public final boolean ended() {
        return ended;
    }

    @Override
    public final int take(byte[] into) {
        int count = outboxCount;
        System.arraycopy(outbox, 0, into, 0, count);
        outboxCount = 0;
        return count;
    }

    @Override
    public final @Nullable Failure failure() {
        return failure;
    }

    @Override
    public final String warning() {
        return warning;
    }

    /** True while the conversation neither failed nor ends. */
    final boolean goesOn() {
        return failure == null && !ending;
    }
}
