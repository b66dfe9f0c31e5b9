package org.footlift.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.footlift.sim.report.HtmlReport;

/** Where a report goes: a new file, or an older report that it replaces. It appears whole or not at all. */
final class HtmlFile {
    private final Path file;

    private HtmlFile(Path file) {
        this.file = file;
    }

    /**
     * Settled before anything is replayed.
     *
     * @throws Refusal when {@code file} is there and is no report, or its folder cannot be written to
     */
    static HtmlFile of(Path file) {
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw new Refusal("cannot write --html " + file + ": there is no folder " + folder + "; make it first.");
        }
        if (!Files.isWritable(folder)) {
            throw new Refusal(
                    "cannot write --html " + file + ": you may not write to " + folder + "; choose another folder.");
        }
        if (Files.isDirectory(file)) {
            throw new Refusal("cannot write --html " + file + ": it is a folder; name a file in it.");
        }
        if (Files.exists(file) && !isReport(file)) {
            throw new Refusal(
                    "--html " + file + " is not a report of Footlift and is not overwritten; name another file.");
        }
        return new HtmlFile(file);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file : parent;
    }

    private static boolean isReport(Path file) {
        char[] beginning = new char[HtmlReport.BEGINNING.length()];
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return reader.read(beginning) == beginning.length
                    && HtmlReport.BEGINNING.equals(new String(beginning));
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new Refusal("cannot write --html " + Reason.of(file, e));
        }
    }

    /** @throws Refusal when the disk does not take it */
    void write(String page) {
        try {
            Path growing = Files.createTempFile(folder(file), ".", ".part");
            try {
                Files.writeString(growing, page);
                Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(growing);
            }
        } catch (IOException e) {
            throw new Refusal("cannot write --html " + Reason.of(file, e));
        }
    }
}
