package org.footlift.hal.stimulator;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.footlift.hal.Clock;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SerialLink;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;
import org.jspecify.annotations.Nullable;

/** One protocol on one open port: the writer calls {@link #round} again and again, a thread of its own reads. The control loop never comes here. */
final class SerialConversation implements AutoCloseable {
    /** A device that does not confirm the stop in this time is left alone. */
    private static final long FAREWELL_NS = 300_000_000;
    private static final long JOIN_MS = 300;
    private static final int BUFFER = 4_096;
    /** Nearest that two pulses of a channel may leave, the compiled ceiling of the governor: it spaces what it decides, this what leaves. */
    private static final long SPACING_NS = 5_000_000;

    private final StimulatorProtocol protocol;
    private final SerialLink link;
    private final Clock clock;
    private final Thread writer;
    private final Thread reader;
    private final byte[] toDevice = new byte[BUFFER];
    private final PulseCommand pulse = new PulseCommand();
    private final StimulatorStatus status = new StimulatorStatus();

    private volatile @Nullable Failure portFailure;
    private volatile boolean closed;
    private final long[] writtenNs = new long[Stimulator.MAX_CHANNELS];
    private boolean ending;
    private long endByNs;
    private boolean over;

    /** Begins; {@code writer} is woken when something has arrived. */
    SerialConversation(StimulatorProtocol protocol, SerialLink link, Clock clock, Thread writer,
            Scheduling scheduling) {
        this.protocol = protocol;
        this.link = link;
        this.clock = clock;
        this.writer = writer;
        Arrays.fill(writtenNs, clock.timeNs() - SPACING_NS);
        protocol.begin(clock.timeNs());
        reader = new Thread(() -> {
            scheduling.enter(Scheduling.Role.STIMULATOR);
            read();
        }, "footlift-stimulator-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Says what there is to say.
     *
     * @param epoch of the pulses that may still go out
     * @param silence whether a train must stop
     * @param leave whether to end the conversation
     * @return true when something was written, so that there may be more
     */
    boolean round(PulseSlot[] slots, int epoch, boolean silence, boolean leave) {
        long nowNs;
        int count;
        int sent = 0;
        synchronized (protocol) {
            nowNs = clock.timeNs(); // now, for the reader may have held the lock while a pulse expired
            protocol.advance(nowNs);
            if (silence) {
                protocol.silence(nowNs);
            }
            for (int c = 0; c < slots.length && (protocol.mayPulse() || !protocol.ready()); c++) {
                if (slots[c].take(nowNs, epoch, pulse) && protocol.ready() && nowNs - writtenNs[c] >= SPACING_NS) {
                    protocol.pulse(c, pulse, nowNs);
                    sent |= 1 << c;
                }
            }
            if (!ending && (leave || failure() != null)) {
                end(nowNs);
            }
            count = protocol.take(toDevice);
            protocol.describe(status);
            over = portFailure != null || (ending && (protocol.ended() || nowNs >= endByNs));
        }
        if (count > 0 && portFailure == null) {
            write(count, nowNs);
        }
        note(sent);
        return count > 0;
    }

    /** When the pulses of these channels left at the latest: a busy machine may hold this thread up between its look at the clock and the port. */
    private void note(int channels) {
        for (int c = 0; c < writtenNs.length; c++) {
            if ((channels & 1 << c) != 0) {
                writtenNs[c] = clock.timeNs();
            }
        }
    }

    /** What still waits in the port after a failure is stale, a pulse perhaps. */
    private void end(long nowNs) {
        if (failure() != null) {
            link.discard();
        }
        ending = true;
        endByNs = nowNs + FAREWELL_NS;
        protocol.end(nowNs);
    }

    private void write(int count, long beganNs) {
        try {
            link.write(toDevice, count);
        } catch (SerialLink.Lost lost) {
            gone(lost);
            return;
        }
        if (clock.timeNs() - beganNs > SerialStimulator.HUNG_NS) {
            portFailure = new Failure(Condition.DISCONNECTED, "The stimulator's port hung. Check its cable.", false);
        }
    }

    private void read() {
        byte[] fromDevice = new byte[BUFFER];
        try {
            while (!closed) {
                int count = link.read(fromDevice);
                if (count > 0) {
                    synchronized (protocol) {
                        protocol.receive(fromDevice, count, clock.timeNs());
                    }
                    LockSupport.unpark(writer);
                }
            }
        } catch (SerialLink.Lost lost) {
            gone(lost);
            LockSupport.unpark(writer);
        }
    }

    private void gone(SerialLink.Lost lost) {
        if (!closed) {
            portFailure = new Failure(Condition.DISCONNECTED, lost.getMessage() + " Plug the stimulator in again.",
                    false);
        }
    }

    /** Why it failed, or null. */
    @Nullable
    Failure failure() {
        Failure atPort = portFailure;
        if (atPort != null) {
            return atPort;
        }
        synchronized (protocol) {
            return protocol.failure();
        }
    }

    boolean ready() {
        synchronized (protocol) {
            return protocol.ready();
        }
    }

    String warning() {
        synchronized (protocol) {
            return protocol.warning();
        }
    }

    /** What the device said of itself by the last round; the condition is not part of it. */
    StimulatorStatus status() {
        return status;
    }

    /** True when there is nothing left to say. */
    boolean over() {
        return over;
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
