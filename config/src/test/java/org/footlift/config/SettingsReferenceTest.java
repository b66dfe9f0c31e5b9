package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {
    /** Surefire sets {@code basedir} to the module's folder, wherever Maven was started. */
    private static final Path PAGE = Path.of(System.getProperty("basedir", "config")).resolveSibling("docs")
            .resolve("settings.md");

    @Test
    void theCommittedPageIsTheOneTheProgramObeys() throws IOException {
        String generated = SettingsReference.markdown();
        if (Boolean.getBoolean("footlift.regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, generated);
        }
        String committed = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        assertEquals(committed, generated,
                "docs/settings.md is out of date. Write it anew: " + SettingsReference.REGENERATE);
    }

    @Test
    void hasARowForEverySettingAndEveryCeiling() {
        String page = SettingsReference.markdown();
        long rows = page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| key") && !line.startsWith("| ceiling"))
                .count();
        assertEquals(Section.ROOT.leaves().count() + HardLimits.class.getFields().length, rows);
        assertTrue(page.contains("| `amplitude_ma` | milliampere | 0 to 100 | `25` | Amplitude at level 100 %. |"),
                page);
        assertTrue(page.contains("| `sensors` | – | `heel`, `imu`, `fused` | `\"fused\"` | "), page);
        assertTrue(page.contains("| Longest burst in walking and test | 2500 | milliseconds | "), page);
    }
}
