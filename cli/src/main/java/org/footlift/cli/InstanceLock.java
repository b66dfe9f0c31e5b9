package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.footlift.config.store.LockFile;
import org.footlift.config.store.PrivateFiles;

/** One controller per stimulator. */
final class InstanceLock {
    private InstanceLock() {}

    /**
     * Takes the lock.
     *
     * @throws Refusal when another controller has it, or the folder cannot be used
     */
    static LockFile take(Path folder) {
        Path path = folder.resolve("controller.lock");
        try {
            PrivateFiles.createFolder(folder);
            Optional<LockFile> lock = LockFile.take(path);
            return lock.orElseThrow(() -> new Refusal("another controller is running (it holds " + path
                    + "). One stimulator has one controller: end the other first, or watch it with: footlift watch"
                    + " --channel " + folder));
        } catch (IOException e) {
            throw new Refusal("cannot take the controller's lock: " + Reason.of(e)
                    + ". Name another folder with --channel DIR, or set FOOTLIFT_RUNTIME_DIR.");
        }
    }
}
