package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.footlift.telemetry.bids.RecordingReader;
import org.footlift.telemetry.bids.Recordings;

/** The recordings of one command line, each once, however often and by whatever path it is named. Results are told apart by the recording's name. */
final class RecordingNames {
    private final Map<String, Path> fileOf = new HashMap<>();

    /**
     * The motion files that {@code traces} mean, in the order of the command line, each folder's sorted by path.
     *
     * @throws Refusal when two of them have the same name
     * @throws org.footlift.telemetry.bids.BidsException when a trace means no recording
     */
    static List<Path> motions(List<Path> traces) {
        RecordingNames names = new RecordingNames();
        List<Path> motions = new ArrayList<>();
        for (Path trace : traces) {
            for (Path motion : Recordings.find(trace)) {
                if (names.isNew(RecordingReader.stem(motion), motion)) {
                    motions.add(motion);
                }
            }
        }
        return motions;
    }

    /**
     * True the first time that {@code file} comes with {@code stem}.
     *
     * @throws Refusal when another file came with it
     */
    boolean isNew(String stem, Path file) {
        Path same = fileOf.putIfAbsent(stem, file);
        if (same != null && !real(same).equals(real(file))) {
            throw new Refusal(same + " and " + file + " have the same name, so their results could not be told apart;"
                    + " give each a command and a folder of its own.");
        }
        return same == null;
    }

    /** The path without links and detours; of what is not there yet, as far as it goes. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // not there yet
        }
    }
}
