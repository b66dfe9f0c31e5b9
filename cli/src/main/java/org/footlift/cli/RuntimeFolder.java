package org.footlift.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Where a running controller keeps its channel and its lock: in memory where the system has such a place, private to the user. */
final class RuntimeFolder {
    private RuntimeFolder() {}

    /** The folder named on the command line, else by FOOTLIFT_RUNTIME_DIR, else the user's own below the system's run-time folder. */
    static Path choose(@Nullable Path named) {
        return named == null ? choose(System.getenv()) : named;
    }

    /**
     * The folder that these variables mean. Relative paths would give every working folder a lock of its own, and a second controller
     * would miss the first.
     *
     * @throws Refusal when FOOTLIFT_RUNTIME_DIR is a relative path
     */
    static Path choose(Map<String, String> environment) {
        String own = environment.getOrDefault("FOOTLIFT_RUNTIME_DIR", "");
        if (!own.isBlank()) {
            if (!Path.of(own).isAbsolute()) {
                throw new Refusal("FOOTLIFT_RUNTIME_DIR is " + own + ", a path from wherever the command is called, so"
                        + " that a second controller would not find the first; set it to a path from the root.");
            }
            return Path.of(own);
        }
        String session = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (Path.of(session).isAbsolute() && Files.isWritable(Path.of(session))) {
            return Path.of(session, "footlift");
        }
        Path memory = Path.of("/dev/shm");
        Path base = Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve("footlift-" + System.getProperty("user.name"));
    }
}
