package org.footlift.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A failure in words. */
final class Reason {
    private Reason() {}

    /** What went wrong, and with which file where the failure knows one, without the class name that Java would put first. */
    static String of(Exception e) {
        return e instanceof FileSystemException f && f.getFile() != null
                ? f.getFile() + ": " + what(f)
                : what(e);
    }

    /** What went wrong with {@code file}, which is named once, first. */
    static String of(Path file, Exception e) {
        String words = what(e);
        return words.startsWith(file.toString()) ? words : file + ": " + words;
    }

    private static String what(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder; check the path";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "there is a file of that name already; name a folder";
            case NotDirectoryException _ -> "is not a folder";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
