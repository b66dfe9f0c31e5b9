package org.footlift.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the kernel shows of a machine in /proc, /sys and /dev. What is not there, or may not be read, is absent.
 *
 * @param root the folder that holds them
 */
record SystemFiles(Path root) {
    /** Of this machine. */
    static SystemFiles here() {
        return new SystemFiles(Path.of("/"));
    }

    /** {@code /proc/version} of this machine, wherever its root is. */
    Path at(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    /** The text of a file. */
    Optional<String> read(String absolute) {
        try {
            return Optional.of(Files.readString(at(absolute)).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Paths in a folder whose names match a pattern such as {@code i2c-*}, as the machine itself would name them. */
    List<String> list(String folder, String glob) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> matching = Files.newDirectoryStream(at(folder), glob)) {
            matching.forEach(path -> names.add("/" + root.relativize(path)));
        } catch (IOException absent) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }

    /** True when this program may read and write the file. */
    boolean isUsable(String absolute) {
        return Files.isReadable(at(absolute)) && Files.isWritable(at(absolute));
    }
}
