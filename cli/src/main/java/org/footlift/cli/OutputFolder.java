package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.footlift.config.store.PrivateFiles;

/** A folder that a command will write into, looked at before it begins its work. */
final class OutputFolder {
    private OutputFolder() {}

    /**
     * Makes sure that {@code folder}, or the nearest one above it that exists, may be written to.
     *
     * @param option what names it on the command line, for the message
     * @throws Refusal when it may not
     */
    static void requireWritable(String option, Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there)) {
            there = parent(there);
        }
        if (!Files.isDirectory(there)) {
            throw new Refusal("cannot write to " + option + " " + folder + ": " + there + " is a file; name a folder.");
        }
        if (!Files.isWritable(there)) {
            throw new Refusal("cannot write to " + option + " " + folder + ": you may not write to " + there
                    + "; choose another folder.");
        }
    }

    /**
     * Tries {@code folder}, made for that when it is not there: some file systems look as if they took a file and do not.
     *
     * @throws Refusal when it takes none
     */
    static void requireTaking(String option, Path folder) {
        requireWritable(option, folder);
        boolean there = Files.exists(folder);
        try {
            PrivateFiles.createFolder(folder);
            Files.delete(Files.createTempFile(folder, ".", ".tried"));
            if (!there) {
                Files.delete(folder); // a run that is refused for something else leaves nothing behind
            }
        } catch (IOException e) {
            throw new Refusal(
                    "cannot write to " + option + " " + folder + ": it takes no file; choose another folder. ("
                            + Reason.of(e) + ")");
        }
    }

    /** The folder that {@code path} is in; of a root, itself. */
    static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
