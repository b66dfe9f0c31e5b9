package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.RecordingReader;
import org.footlift.telemetry.bids.Recordings;
import org.footlift.telemetry.session.Sessions;

/** Which recordings a replay reads and where it may write, settled before anything is replayed or written. */
final class ReplayFiles {
    private final Path out;
    private final List<Path> motions = new ArrayList<>();
    private final Map<Path, Path> motionOf = new HashMap<>();

    private ReplayFiles(Path out) {
        this.out = out;
    }

    /**
     * Finds the recordings that {@code traces} mean.
     *
     * @throws Refusal when events could overwrite the truth beside a recording or one another, or the folder cannot be written to
     * @throws org.footlift.telemetry.bids.BidsException when a trace means no recording
     */
    static ReplayFiles of(List<Path> traces, Path out) {
        ReplayFiles files = new ReplayFiles(out);
        for (Path trace : traces) {
            files.add(trace);
        }
        files.refuseUnwritable();
        return files;
    }

    /** The recordings, in the order of the command line, each folder's sorted by path. */
    List<Path> motions() {
        return motions;
    }

    /** Where the events of {@code motion} go. */
    Path eventsOf(Path motion) {
        return out.resolve(RecordingReader.stem(motion) + EventsFile.SUFFIX);
    }

    private void add(Path trace) {
        if (trace.toString().endsWith(Sessions.SUFFIX)) {
            throw new Refusal(trace + " is a recorded session. Check it with: footlift replay --check " + trace
                    + ", or turn it into a recording with: footlift sessions export " + trace + " --out DIR");
        }
        for (Path motion : Recordings.find(trace)) {
            refuseToMix(motion, trace);
            Path same = motionOf.putIfAbsent(eventsOf(motion), motion);
            if (same == null) {
                motions.add(motion);
            } else if (!real(same).equals(real(motion))) {
                throw new Refusal(same + " and " + motion + " have the same name, so their events would overwrite one"
                        + " another in " + out + "; replay them into a folder each.");
            }
        }
    }

    /** Events files of the truth lie beside the recordings under the very names that a replay writes. */
    private void refuseToMix(Path motion, Path trace) {
        Path target = real(out);
        Path home = parent(real(motion));
        boolean searched = Files.isDirectory(trace) && target.startsWith(real(trace)) && home.startsWith(target);
        if (searched || home.equals(target) || parent(motion.toAbsolutePath().normalize()).equals(target)) {
            throw new Refusal("--out " + out + " holds the recording " + motion
                    + "; choose another folder, so that its own events stay as they are.");
        }
    }

    private void refuseUnwritable() {
        Path there = out.toAbsolutePath().normalize();
        while (!Files.exists(there)) {
            there = parent(there);
        }
        if (!Files.isDirectory(there)) {
            throw new Refusal("cannot write to --out " + out + ": " + there + " is a file; name a folder.");
        }
        if (!Files.isWritable(there)) {
            throw new Refusal("cannot write to --out " + out + ": you may not write to " + there
                    + "; choose another folder.");
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // not there yet
        }
    }
}
