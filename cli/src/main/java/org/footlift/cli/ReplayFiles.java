package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.footlift.sim.replay.SessionExport;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingReader;
import org.footlift.telemetry.bids.Recordings;
import org.footlift.telemetry.session.Sessions;

/** Which recordings a replay reads and where it may write, settled before anything is replayed or written. */
final class ReplayFiles {
    private final Path out;
    private final RecordingNames names = new RecordingNames();
    private final List<Trace> traces = new ArrayList<>();

    /**
     * One recording to replay.
     *
     * @param file the motion file or the session that it is in
     * @param stem its name
     * @param events where its events go
     * @param recording reads it
     */
    record Trace(Path file, String stem, Path events, Supplier<Recording> recording) {
        /** True when labels may lie beside it. */
        boolean labels() {
            return !isSession(file);
        }
    }

    private ReplayFiles(Path out) {
        this.out = out;
    }

    /**
     * Finds the recordings that {@code traces} mean, in the order of the command line, each folder's sorted by path.
     *
     * @throws Refusal when events could overwrite the truth beside a recording or one another, the folder cannot be written to, or a
     *             session cannot be read
     * @throws org.footlift.telemetry.bids.BidsException when a trace means no recording
     */
    static List<Trace> of(List<Path> traces, Path out) {
        ReplayFiles files = new ReplayFiles(out);
        for (Path trace : traces) {
            if (isSession(trace)) {
                files.addSession(trace);
            } else {
                files.addMotions(trace);
            }
        }
        OutputFolder.requireWritable("--out", out);
        return files.traces;
    }

    private static boolean isSession(Path trace) {
        return trace.toString().endsWith(Sessions.SUFFIX);
    }

    private void addMotions(Path trace) {
        for (Path motion : Recordings.find(trace)) {
            refuseToMix(motion, trace);
            add(motion, RecordingReader.stem(motion), () -> RecordingReader.read(motion));
        }
    }

    /** Read at once: what is in a session, only the session says. */
    private void addSession(Path session) {
        try {
            for (Recording recording : SessionExport.recordings(session)) {
                add(session, recording.header().stem(), () -> recording);
            }
        } catch (IOException e) {
            throw new Refusal("cannot replay " + Reason.of(session, e));
        }
    }

    private void add(Path file, String stem, Supplier<Recording> recording) {
        if (names.isNew(stem, file)) {
            refuseToMix(stem);
            traces.add(new Trace(file, stem, out.resolve(stem + EventsFile.SUFFIX), recording));
        }
    }

    /** Events files of the truth lie beside the recordings under the very names that a replay writes. */
    private void refuseToMix(Path motion, Path trace) {
        Path target = RecordingNames.real(out);
        Path home = OutputFolder.parent(RecordingNames.real(motion));
        boolean searched = Files.isDirectory(trace) && target.startsWith(RecordingNames.real(trace))
                && home.startsWith(target);
        if (searched || home.equals(target)
                || OutputFolder.parent(motion.toAbsolutePath().normalize()).equals(target)) {
            throw mixed(motion);
        }
    }

    /** Not only the recordings that are replayed: an export of the same session has events of its own too. */
    private void refuseToMix(String stem) {
        Path there = out.resolve(stem + RecordingReader.MOTION_SUFFIX);
        if (Files.exists(there)) {
            throw mixed(there);
        }
    }

    private Refusal mixed(Path motion) {
        return new Refusal("--out " + out + " holds the recording " + motion
                + "; choose another folder, so that its own events stay as they are.");
    }
}
