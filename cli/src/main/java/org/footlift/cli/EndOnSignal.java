package org.footlift.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, SIGTERM and hang-up end a run as its clock would: output off, then the summary, then the exit code of the run. Close it last, when
 * everything else is closed: until then a signalled process waits for the run, up to five seconds.
 */
final class EndOnSignal implements AutoCloseable {
    private static final long SHUTDOWN_MS = 5_000;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endProcess, "end on signal");
    private volatile int exitCode = Footlift.BUG;
    private volatile Runnable silence = () -> {};

    private EndOnSignal() {}

    /** Watches from now on. */
    static EndOnSignal watch() {
        EndOnSignal signal = new EndOnSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** What must happen at once when a signal comes, whatever the main thread is blocked on: the output goes off. */
    void first(Runnable action) {
        silence = action;
    }

    /** Waits for a signal; true when it has come. */
    boolean await(long ms) throws InterruptedException {
        return asked.await(ms, TimeUnit.MILLISECONDS);
    }

    /** How the run went, for the exit code of a process that a signal ends; a run that never says so has failed. */
    int ended(int code) {
        exitCode = Stdout.checked(code);
        return exitCode;
    }

    private void endProcess() {
        asked.countDown();
        silence.run();
        try {
            boolean clean = done.await(SHUTDOWN_MS, TimeUnit.MILLISECONDS);
            // The virtual machine would report the signal, not the run.
            Runtime.getRuntime().halt(clean ? exitCode : Footlift.BUG);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(Footlift.BUG);
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal has come: the hook runs, and ends the process.
            return;
        }
    }
}
