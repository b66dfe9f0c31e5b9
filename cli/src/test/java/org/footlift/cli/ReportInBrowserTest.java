package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of {@code score --html} as a browser shows it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(240)
class ReportInBrowserTest {
    private static final int HEIGHT_PX = 3000;
    /** Pixels of bursts when the plots are there. */
    private static final int DRAWN = 3_000;
    private static final int BURST = 0xffe9a400;
    private static final int TOE_OFF = 0xff0063a6;
    private static final int HEEL_STRIKE = 0xff00795a;

    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1280})
    void drawsItsPlotsOnAPhoneAndOnADeskWithoutAnError(int widthPx) throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "SKIPPED: there is no Chromium on the PATH");
        Path page = folder.resolve("report.html");
        Command.run("score", "--sensors", "imu", "--html", page, Traces.gait()).succeeds();
        BufferedImage seen = picture(browser.orElseThrow(), page, widthPx);
        for (int again = 0; again < 2 && pixels(seen, BURST) < DRAWN; again++) {
            seen = picture(browser.orElseThrow(), page, widthPx); // plots come with the first frame; it may have been quicker
        }
        // The legend alone shows a hundred pixels of the first and forty of each of the others.
        for (int[] expected : new int[][]{{BURST, DRAWN}, {TOE_OFF, DRAWN / 20}, {HEEL_STRIKE, DRAWN / 20}}) {
            int found = pixels(seen, expected[0]);
            assertTrue(found > expected[1], found + " pixels of " + Integer.toHexString(expected[0]));
        }
    }

    private BufferedImage picture(Path browser, Path page, int widthPx) throws Exception {
        Path shot = folder.resolve("page.png");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(browser.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--hide-scrollbars", "--enable-logging=stderr", "--user-data-dir=" + folder.resolve("browser"),
                "--window-size=" + widthPx + "," + HEIGHT_PX, "--screenshot=" + shot, page.toUri().toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser does not end");
        } finally {
            process.destroyForcibly();
        }
        List<String> said = Files.readAllLines(log);
        assertEquals(List.of(), said.stream().filter(line -> line.contains("CONSOLE")).toList());
        assertTrue(Files.exists(shot), said::toString);
        return ImageIO.read(shot.toFile());
    }

    private static Optional<Path> browser() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static int pixels(BufferedImage image, int colour) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
