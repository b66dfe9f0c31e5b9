package org.footlift.telemetry.bids;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds recordings on disk. Nothing is opened until it is read. */
public final class Recordings {
    private Recordings() {}

    /**
     * The recordings that {@code fileOrFolder} means: itself, or every {@code *_motion.tsv} below it, sorted by path.
     *
     * @throws BidsException when there is none
     */
    public static List<Path> find(Path fileOrFolder) {
        List<Path> found = Files.isDirectory(fileOrFolder)
                ? endingIn(fileOrFolder, RecordingReader.MOTION_SUFFIX)
                : List.of(fileOrFolder);
        if (found.isEmpty()) {
            throw BidsException.in(fileOrFolder,
                    "holds no recording; name a *" + RecordingReader.MOTION_SUFFIX + " or a folder of them");
        }
        if (!Files.exists(fileOrFolder)) {
            throw BidsException.in(fileOrFolder, "there is no such file or folder; check the path");
        }
        return found;
    }

    /**
     * Every file below {@code folder} whose name ends in {@code suffix}, sorted by path; empty when there is none.
     *
     * @throws BidsException when the folder cannot be read
     */
    public static List<Path> endingIn(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(suffix) && Files.isRegularFile(p)).sorted().toList();
        } catch (UncheckedIOException | IOException e) {
            throw Tsv.unreadable(folder, e);
        }
    }
}
