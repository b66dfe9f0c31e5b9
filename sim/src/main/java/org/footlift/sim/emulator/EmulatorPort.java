package org.footlift.sim.emulator;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.footlift.hal.Clock;
import org.footlift.hal.linux.PseudoTerminal;
import org.jspecify.annotations.Nullable;

/**
 * An emulated device on a pseudo-terminal, in real time, on a thread of its own. The device, its output and its log belong to that thread;
 * others reach them through {@link #ask}, or once it is closed.
 */
public final class EmulatorPort implements AutoCloseable {
    private static final int WAIT_MS = 1;
    private static final long JOIN_MS = 2_000;
    private static final int BUFFER = 4_096;

    private final EmulatedDevice device;
    private final Clock clock;
    private final PseudoTerminal terminal;
    private final Thread thread;
    private final Deque<Runnable> asked = new ArrayDeque<>();
    private volatile boolean closing;
    private volatile @Nullable IOException failure;

    private EmulatorPort(EmulatedDevice device, Clock clock) throws IOException {
        this.device = device;
        this.clock = clock;
        terminal = new PseudoTerminal();
        thread = new Thread(this::live, "footlift-emulator");
        thread.setDaemon(true);
    }

    /**
     * Puts {@code device} on a new pseudo-terminal, switched on.
     *
     * @throws IOException when the system gives no pseudo-terminal
     */
    public static EmulatorPort open(EmulatedDevice device, Clock clock) throws IOException {
        EmulatorPort port = new EmulatorPort(device, clock);
        port.thread.start();
        return port;
    }

    /** What a program opens to talk to the device. */
    public String path() {
        return terminal.path();
    }

    /** The device has this trouble from now on. */
    public void inject(Injection trouble) {
        ask(() -> device.inject(trouble));
        if (trouble == Injection.DISCONNECT) {
            close();
        }
    }

    /** Does {@code work} on the device's thread, soon; at once when that has ended. */
    public void ask(Runnable work) {
        synchronized (asked) {
            if (!closing) {
                asked.add(work);
                return;
            }
        }
        work.run();
    }

    /** Why the terminal failed; null when it did not. */
    public @Nullable IOException failure() {
        return failure;
    }

    private void live() {
        byte[] bytes = new byte[BUFFER];
        boolean open = false;
        try {
            while (!closing) {
                int count = terminal.read(bytes, WAIT_MS);
                long nowNs = clock.timeNs();
                workAsked();
                device.advance(nowNs);
                if (count >= 0 && !open) {
                    device.opened(nowNs);
                }
                open = count >= 0;
                if (count > 0) {
                    device.receive(bytes, count, nowNs);
                }
                int said = device.take(bytes, clock.timeNs());
                if (said > 0 && open) {
                    terminal.write(bytes, said);
                }
                if (!open) {
                    Thread.sleep(WAIT_MS);
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workAsked();
    }

    private void workAsked() {
        synchronized (asked) {
            while (!asked.isEmpty()) {
                asked.removeFirst().run();
            }
        }
    }

    @Override
    public void close() {
        synchronized (asked) {
            closing = true;
        }
        try {
            if (Thread.currentThread() != thread) {
                thread.join(JOIN_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.close();
    }
}
