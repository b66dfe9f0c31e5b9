package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsWriterTest {
    @Test
    void writesDefaultsThatReadBack() throws SettingsException {
        assertEquals(Settings.DEFAULT, SettingsReader.parse(SettingsWriter.write(Settings.DEFAULT), "written"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsWrittenReadsBackExactly(long seed) throws SettingsException {
        Random random = new Random(seed);
        Set<Settings> seen = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            Settings settings = RandomSettings.next(random);
            String text = SettingsWriter.write(settings);
            assertEquals(settings, SettingsReader.parse(text, "seed " + seed), text);
            assertTrue(text.getBytes(StandardCharsets.UTF_8).length < SettingsReader.MAX_BYTES / 4);
            seen.add(settings);
        }
        assertTrue(seen.size() > 20, "the seed draws too few different settings: " + seen.size());
    }

    @Test
    void explainsEveryKeyWithMeaningUnitRangeAndDefault() {
        List<String> lines = SettingsWriter.write(Settings.DEFAULT).lines().toList();
        int delay = lines.indexOf("delay_ms = 0");
        assertEquals(List.of("# From heel off to the first pulse.", "# milliseconds, 0 to 500; default 0"),
                lines.subList(delay - 2, delay));
        assertEquals(Section.ROOT.leaves().count(),
                lines.stream().filter(line -> line.matches("[a-z0-9_]+ = .+")).count());
        assertEquals(Section.ROOT.leaves().count(),
                lines.stream().filter(line -> line.matches("# .+; default .+")).count());
    }

    @Test
    void writesAmountsAsPeopleDo() {
        String text = SettingsWriter.write(Settings.DEFAULT);
        assertTrue(text.contains("\nelectrode_area_cm2 = 25\n"), text);
        assertTrue(text.contains("\naddress = 0x6A\n"), text);
        assertTrue(text.contains("\n# \"heel\", \"imu\", \"fused\"; default \"fused\"\nsensors = \"fused\"\n"), text);
    }
}
