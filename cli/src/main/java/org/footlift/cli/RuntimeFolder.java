package org.footlift.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** Where a running controller keeps its channel and its lock: in memory where the system has such a place, private to the user. */
final class RuntimeFolder {
    private RuntimeFolder() {}

    /** The folder named on the command line, else by FOOTLIFT_RUNTIME_DIR, else the user's own below the system's run-time folder. */
    static Path choose(@Nullable Path named) {
        if (named != null) {
            return named;
        }
        String own = System.getenv("FOOTLIFT_RUNTIME_DIR");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String session = System.getenv("XDG_RUNTIME_DIR");
        if (session != null && session.startsWith("/") && Files.isWritable(Path.of(session))) { // relative or empty: every working folder would get a lock of its own
            return Path.of(session, "footlift");
        }
        Path memory = Path.of("/dev/shm");
        Path base = Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve("footlift-" + System.getProperty("user.name"));
    }
}
