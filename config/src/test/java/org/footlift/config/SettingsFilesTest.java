package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and syntax: everything that can be wrong before there is a setting. */
class SettingsFilesTest {
    private static final List<String> DAMAGE = List.of("", "[", "]", "\"", "=", "\n", ".", "-", "9", "x", "{", "#", "'",
            "\\", "\u0000", "\uD800",
            "1979-05-27", "[[", "\"\"\"", "\u00e9", "\r");

    private final Path folder;

    SettingsFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAFile() throws IOException, SettingsException {
        Path file = Files.writeString(folder.resolve("p.toml"), "[profile]\nname = \"Ä\"\n");
        assertEquals("Ä", SettingsReader.read(file).profile().name());
    }

    @Test
    void aFileWithoutAProfileSectionIsNoProfileOfDefaults() throws IOException {
        for (String text : new String[]{"", "# nothing\n", "[loop]\nrate_hz = 200\n"}) {
            Path file = Files.writeString(folder.resolve("p.toml"), text);
            assertTrue(refusalOf(file).startsWith(file + ": has no [profile] section"), refusalOf(file));
        }
    }

    @Test
    void namesTheFileInEveryProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("p.toml"), "\nlop = 3\n");
        assertTrue(refusalOf(file).startsWith(file + ":2: lop is not a setting."), refusalOf(file));
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path file = folder.resolve("missing.toml");
        assertEquals(file + ": there is no such file.", refusalOf(file));
    }

    @Test
    void refusesAFolder() {
        assertEquals(folder + ": this is a folder, not a settings file.", refusalOf(folder));
    }

    @Test
    void refusesAFileThatMayNotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.toml"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root may read everything");
        assertEquals(file + ": may not be read. Check who owns it and its permissions.", refusalOf(file));
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("latin.toml"), "name = \"Ä\"".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(file + ": is not UTF-8 text. Save it as UTF-8.", refusalOf(file));
    }

    @Test
    void refusesAFileFarTooLargeForSettings() throws IOException {
        String text = "#".repeat(SettingsReader.MAX_BYTES + 1);
        Path file = Files.writeString(folder.resolve("large.toml"), text);
        assertEquals(file + ": is larger than 64 KiB. This is no settings file.", refusalOf(file));
        assertThrows(SettingsException.class, () -> SettingsReader.parse(text, "t"));
    }

    @Test
    void refusesADeviceThatNeverEnds() {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "only where there is one");
        assertEquals("/dev/zero: is larger than 64 KiB. This is no settings file.", refusalOf(zero));
    }

    @Test
    void namesTheLineOfEverySyntaxErrorOnce() {
        SettingsException refusal = assertThrows(SettingsException.class,
                () -> SettingsReader.parse("[loop]\nrate_hz = 200 Hz\n[profile]\nname = \"x\nleg = ]\n", "p.toml"));
        assertEquals("p.toml:2: not TOML: Unexpected 'Hz', expected a newline or end-of-input, at column 15."
                + " A line is a [section], or key = value with words in double quotes.",
                refusal.getMessage().lines().findFirst().orElseThrow());
        long lines = refusal.problems().stream().map(SettingsProblem::line).distinct().count();
        assertEquals(refusal.problems().size(), lines);
        assertTrue(refusal.problems().stream().anyMatch(problem -> problem.line() == 4), refusal.getMessage());
    }

    @Test
    void refusesAKeyGivenTwice() {
        SettingsException refusal = assertThrows(SettingsException.class,
                () -> SettingsReader.parse("[loop]\nrate_hz = 200\nrate_hz = 300\n", "p.toml"));
        assertEquals(3, refusal.problems().getFirst().line());
        assertTrue(refusal.getMessage().contains("previously defined at line 2"), refusal.getMessage());
    }

    @Test
    void survivesThousandsOfBrackets() {
        SettingsException refusal = assertThrows(SettingsException.class,
                () -> SettingsReader.parse("a = " + "[".repeat(60_000), "p.toml"));
        assertEquals("p.toml: nests brackets too deeply. No setting needs them.", refusal.getMessage());
    }

    @Test
    void survivesThousandsOfUnknownKeys() {
        StringBuilder text = new StringBuilder("k".repeat(10_000) + " = 1\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("rate").append(i).append(" = 1\n");
        }
        SettingsException refusal = assertThrows(SettingsException.class,
                () -> SettingsReader.parse(text.toString(), "p.toml"));
        assertEquals(50, refusal.problems().size());
        assertTrue(refusal.getMessage().lines().allMatch(line -> line.length() < 400));
    }

    /** Whatever a broken disk or a hostile writer makes of a file: settings within their rules, or a refusal at a line. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDamagedFileIsReadOrRefusedButNothingElse(long seed) throws SettingsException {
        Random random = new Random(seed);
        String whole = ShippedProfiles.text("pi-foot-imu");
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            int wounds = 1 + random.nextInt(3);
            for (int wound = 0; wound < wounds; wound++) {
                int at = random.nextInt(damaged.length());
                int end = Math.min(damaged.length(), at + random.nextInt(3));
                damaged.replace(at, end, DAMAGE.get(random.nextInt(DAMAGE.size())));
            }
            try {
                SettingsReader.parse(damaged.toString(), "damaged");
            } catch (SettingsException e) {
                refused++;
                assertTrue(e.problems().stream().allMatch(problem -> problem.line() > 0), damaged + e.getMessage());
            }
        }
        assertTrue(refused > 20 && refused < 200, "the damage tests nothing: refused " + refused);
    }

    private static String refusalOf(Path file) {
        return assertThrows(SettingsException.class, () -> SettingsReader.read(file)).getMessage();
    }
}
