package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Recordings for the command: the one that travels with the telemetry tests, and a small one that tests can spoil. */
final class Traces {
    static final String STEM = "sub-x1_task-walk_tracksys-imu_run-1";
    static final String LEFT = "sub-gm1_task-walk_tracksys-imu_acq-left_run-1";

    private static final String CHANNELS = """
            name\tcomponent\ttype\ttracked_point\tunits
            t\tn/a\tLATENCY\tn/a\ts
            gyr_x\tx\tGYRO\tfoot\tdeg/s
            gyr_y\ty\tGYRO\tfoot\tdeg/s
            gyr_z\tz\tGYRO\tfoot\tdeg/s
            acc_x\tx\tACCEL\tfoot\tm/s^2
            acc_y\ty\tACCEL\tfoot\tm/s^2
            acc_z\tz\tACCEL\tfoot\tm/s^2
            heel_switch\tn/a\tMISC\theel\tn/a
            """;
    private static final String JSON = """
            {"TaskName": "walk",
             "SamplingFrequency": 100,
             "SensorPlacement": "instep",
             "Side": "left",
             "MediolateralAxis": "gyr_y",
             "SwingSign": "negative"}
            """;

    private Traces() {}

    /** The set of real recordings among the test resources of the module next door. */
    static Path gait() {
        Path gait = Path.of("").toAbsolutePath().resolveSibling("telemetry/src/test/resources/gait").normalize();
        assertTrue(Files.isDirectory(gait), () -> "run the tests from the module's folder: there is no " + gait);
        return gait;
    }

    /** The real recording of the left foot. */
    static Path left() {
        return gait().resolve("sub-gm1/motion/" + LEFT + "_motion.tsv");
    }

    /** All the recordings that the project has, where they are at hand: data/gait of the shared folder, looked for upwards. */
    static Optional<Path> shared() {
        return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/data/gait")).filter(Files::isDirectory).findFirst();
    }

    /** Writes four seconds of steps in place, 100 samples a second, and gives the motion file. */
    static Path small(Path folder) throws IOException {
        return small(folder, STEM);
    }

    static Path small(Path folder, String stem) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(stem + "_channels.tsv"), CHANNELS);
        Files.writeString(folder.resolve(stem + "_motion.json"), JSON);
        StringBuilder motion = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            boolean loaded = i % 100 < 60;
            motion.append(String.format(Locale.ROOT, "%.4f\t0\t%d\t0\t0\t0\t9.81\t%d%n", i / 100.0, loaded ? 0 : -200,
                    loaded ? 1 : 0));
        }
        return Files.writeString(folder.resolve(stem + "_motion.tsv"), motion.toString());
    }

    /** Replaces {@code before} by {@code after} in the file of that ending beside {@code motion}. */
    static void spoil(Path motion, String suffix, String before, String after) throws IOException {
        Path file = motion.resolveSibling(motion.getFileName().toString().replace("_motion.tsv", suffix));
        String text = Files.readString(file);
        String spoilt = text.replace(before, after);
        assertNotEquals(text, spoilt, "nothing was spoilt");
        Files.writeString(file, spoilt);
    }

    /** Names of all files below {@code folder}, sorted; empty when there is no such folder. */
    static List<String> filesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
