package org.footlift.hal.stimulator;

/**
 * Finds packets in a stream of bytes, cut anywhere, with noise between. Not thread-safe; allocates nothing after construction.
 */
public final class PacketReader {
    /** Takes what was found. */
    public interface Listener {
        /** A whole packet; it is reused after the call. */
        void packet(Packet packet);

        /** A frame that is no packet, as far as it could be read. */
        default void damaged(PacketFormat.Verdict verdict, Packet packet) {}
    }

    private enum State {
        IDLE, INSIDE, ESCAPED
    }

    private final PacketFormat format;
    private final Listener listener;
    private final Packet packet = new Packet();
    private final byte[] body;
    private int count;
    private State state = State.IDLE;

    /** A reader between frames. */
    public PacketReader(PacketFormat format, Listener listener) {
        this.format = format;
        this.listener = listener;
        body = new byte[format.longestFrame()];
    }

    /** Takes the first {@code length} bytes. */
    public void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            take(bytes[i]);
        }
    }

    private void take(byte value) {
        int unsigned = value & 0xFF;
        if (state == State.ESCAPED) { // any byte may follow an escape: delimiters mean nothing here
            state = State.INSIDE;
            keep(value);
        } else if (unsigned == PacketFormat.START) {
            state = State.INSIDE;
            count = 0;
        } else if (state == State.INSIDE) {
            inside(value, unsigned);
        }
    }

    private void inside(byte value, int unsigned) {
        if (unsigned == PacketFormat.STOP) {
            state = State.IDLE;
            deliver();
        } else {
            state = unsigned == PacketFormat.ESCAPE ? State.ESCAPED : State.INSIDE;
            keep(value);
        }
    }

    private void keep(byte value) {
        if (count == body.length) { // no frame is that long: its end was lost
            state = State.IDLE;
            return;
        }
        body[count++] = value;
    }

    private void deliver() {
        PacketFormat.Verdict verdict = format.decode(body, count, packet);
        if (verdict == PacketFormat.Verdict.WHOLE) {
            listener.packet(packet);
        } else {
            listener.damaged(verdict, packet);
        }
    }
}
