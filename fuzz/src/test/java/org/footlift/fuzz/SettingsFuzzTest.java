package org.footlift.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsReader;
import org.footlift.config.SettingsWriter;

/** Any text is refused with a problem, or is settings that can be written and read again. */
class SettingsFuzzTest {
    @FuzzTest
    void toml(byte[] data) throws SettingsException {
        Settings settings;
        try {
            settings = SettingsReader.parse(new String(data, StandardCharsets.UTF_8), "fuzz.toml");
        } catch (SettingsException e) {
            assertFalse(e.problems().isEmpty());
            return;
        }
        assertEquals(settings, SettingsReader.parse(SettingsWriter.write(settings), "written.toml"));
    }
}
