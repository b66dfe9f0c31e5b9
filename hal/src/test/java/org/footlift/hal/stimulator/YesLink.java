package org.footlift.hal.stimulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.footlift.hal.SerialLink;

/** A port with a P24 behind it that says yes to everything; it can hang, and vanish. */
final class YesLink implements SerialLink, PacketReader.Listener {
    private static final byte[] NOTHING = {};

    final List<Integer> commands = new ArrayList<>();
    private final PacketFormat format = new ScienceMode34Format();
    private final PacketReader reader = new PacketReader(format, this);
    private final BlockingQueue<byte[]> toHost = new LinkedBlockingQueue<>();
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile boolean hanging;
    private volatile boolean gone;
    private volatile boolean closed;
    private boolean begun;
    private int discards;

    /** From now on writing blocks; the latch lets it go on. */
    CountDownLatch hang() {
        hold = new CountDownLatch(1);
        return hold;
    }

    /** True while somebody is held. */
    boolean isHanging() {
        return hanging;
    }

    void vanish() {
        gone = true;
        toHost.add(NOTHING);
    }

    boolean isClosed() {
        return closed;
    }

    synchronized int discards() {
        return discards;
    }

    synchronized List<Integer> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void write(byte[] bytes, int count) throws Lost {
        try {
            hanging = hold.getCount() > 0;
            hold.await();
            hanging = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (gone) {
            throw new Lost("/dev/test");
        }
        synchronized (this) {
            reader.take(bytes, count);
        }
    }

    @Override
    public int read(byte[] into) throws Lost {
        try {
            byte[] bytes = toHost.poll(5, TimeUnit.MILLISECONDS);
            if (gone || closed) {
                throw new Lost("/dev/test");
            }
            if (bytes == null) {
                return 0;
            }
            System.arraycopy(bytes, 0, into, 0, bytes.length);
            return bytes.length;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void packet(Packet packet) {
        commands.add(packet.command);
        byte[] data = switch (packet.command) {
            case ScienceMode34.GET_STIM_STATUS -> new byte[]{0, (byte) (begun ? 1 : 0), 6};
            case ScienceMode34.GET_EXTENDED_VERSION -> new byte[]{0, 1, 0, 0, 4, 0, 0};
            case ScienceMode34.GET_DEVICE_ID -> new byte[11];
            default -> new byte[3];
        };
        begun = packet.command == ScienceMode34.LL_INIT
                || (begun && packet.command != ScienceMode34.LL_STOP);
        byte[] frame = new byte[format.longestFrame()];
        int count = format.encode(new Packet().set(packet.number, packet.command + 1, data), frame);
        toHost.add(Arrays.copyOf(frame, count));
    }

    @Override
    public synchronized void discard() {
        discards++;
    }

    @Override
    public void close() {
        closed = true;
    }
}
