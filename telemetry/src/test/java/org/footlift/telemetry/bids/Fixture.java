package org.footlift.telemetry.bids;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The recording that travels with the tests, and a small one that tests can spoil. */
final class Fixture {
    static final String STEM = "sub-x1_task-walk_tracksys-imu_run-1";
    static final String CHANNELS = """
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
    static final String JSON = """
            {
             "TaskName": "walk",
             "SamplingFrequency": 100,
             "SensorPlacement": "instep",
             "Side": "left",
             "MediolateralAxis": "gyr_y",
             "SwingSign": "negative",
             "LabelledSpans": [[0.0, 0.01], [0.02, 0.03]]
            }
            """;
    static final String MOTION = """
            0.0000\t1\t-2\t3.5\t0.1\t0.2\t9.8\t1
            0.0100\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a
            0.0200\t4\t5\t6\t0.3\t0.4\t9.7\t0
            """;

    private Fixture() {}

    /** The root of the set of recordings among the test resources. */
    static Path gait() {
        try {
            return Path.of(Objects.requireNonNull(Fixture.class.getResource("/gait")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the small recording with these texts and gives its motion file. */
    static Path write(Path folder, String motion, String channels, String json) throws IOException {
        Files.writeString(folder.resolve(STEM + "_channels.tsv"), channels);
        Files.writeString(folder.resolve(STEM + "_motion.json"), json);
        return Files.writeString(folder.resolve(STEM + "_motion.tsv"), motion);
    }
}
