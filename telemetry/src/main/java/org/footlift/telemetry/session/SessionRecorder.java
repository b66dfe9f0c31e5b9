package org.footlift.telemetry.session;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.footlift.telemetry.channel.TickChannelReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a channel into a session file, on a thread of its own. What fails here, an error of the machine too, costs the recording and
 * nothing else: it ends, says so in the log and in {@link #problem()}, and throws nothing at anybody. At most the last second is lost with the power.
 */
public final class SessionRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRecorder.class);
    private static final long IDLE_NS = 20_000_000L;

    /** Opens the channel and the file. */
    @FunctionalInterface
    interface Opening {
        RecorderDuty open() throws IOException;
    }

    private final Path file;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable String problem;

    private SessionRecorder(Path file, @Nullable RecorderDuty recording) {
        this.file = file;
        thread = new Thread(() -> run(recording), "footlift-recorder");
        thread.setDaemon(true);
    }

    /**
     * Starts to record. When the file cannot be created or the channel cannot be read, there is a {@link #problem()} and no recording.
     *
     * @param channelFolder folder of the tick channel
     * @param file a new file, private to its user; an existing one is never overwritten
     * @param info what the session says of itself
     */
    public static SessionRecorder start(Path channelFolder, Path file, SessionInfo info) {
        return start(file, () -> open(channelFolder, file, info));
    }

    static SessionRecorder start(Path file, Opening opening) {
        RecorderDuty recording = null;
        Throwable failure = null;
        try {
            recording = opening.open();
        } catch (Throwable e) { // nobody who stimulates is to fail because of a recording
            failure = e;
        }
        SessionRecorder recorder = new SessionRecorder(file, recording);
        if (failure != null) {
            recorder.fail(failure);
        }
        recorder.thread.start();
        return recorder;
    }

    private static RecorderDuty open(Path channelFolder, Path file, SessionInfo info) throws IOException {
        TickChannelReader channel = TickChannelReader.open(channelFolder);
        try {
            return RecorderDuty.create(channel, channelFolder, file, info, System.nanoTime());
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    /** Why the recording ended or never began, for a person; empty while all is well. Callable from any thread. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Takes in what the channel still has, completes the file and ends. Waits for the disk, so call it when nothing is stimulated. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(@Nullable RecorderDuty recording) {
        if (recording == null) {
            return;
        }
        try (recording) {
            boolean last;
            int taken;
            do {
                last = closing;
                taken = recording.doWork(System.nanoTime());
                if (taken == 0 && !last) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            } while (!last || taken > 0);
        } catch (Throwable e) { // a file or a channel on a disk that fails may be an error of the virtual machine
            fail(e);
        }
    }

    private void fail(Throwable e) {
        String text = "the recording " + file + " ended: " + reason(e);
        problem = text;
        LOG.warn("{}. Stimulation is not concerned.", text);
    }

    private static String reason(Throwable e) {
        return switch (e) {
            case FileAlreadyExistsException _ -> "there is a file of that name already";
            case NoSuchFileException _ -> "no file can be made there";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }
}
