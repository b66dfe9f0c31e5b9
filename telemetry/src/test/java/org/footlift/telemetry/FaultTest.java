package org.footlift.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.footlift.telemetry.Fault.Clears;
import org.footlift.telemetry.Fault.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every row of the fault table must fulfil. */
class FaultTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "")).toAbsolutePath()
            .resolveSibling("docs").resolve("safety.md");

    private static String clears(Fault fault) {
        return switch (fault.clears()) {
            case BY_WEARER -> "by the wearer";
            case AFTER_STANCE -> "after a valid stance";
            case BY_ITSELF -> "by itself";
        };
    }

    private static String row(Fault fault) {
        return "| `" + fault.name() + "` | " + fault.engineerText() + " | "
                + fault.stop().name().toLowerCase(Locale.ROOT)
                + " | " + clears(fault) + " | " + fault.priority().name().toLowerCase(Locale.ROOT) + ": "
                + fault.priority().label() + " | " + fault.wearerText() + " |\n";
    }

    @Test
    void theCommittedPageShowsTheTableThatTheProgramObeys() throws IOException {
        String table = "| fault | cause | stop | clears | urgency, and what the wearer hears | the wearer reads |\n"
                + "|---|---|---|---|---|---|\n"
                + Fault.byUrgency().stream().map(FaultTest::row).collect(Collectors.joining());
        String page = Files.readString(PAGE);
        String begin = "<!-- fault table -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- end -->", from);
        if (Boolean.getBoolean("footlift.regenerate")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }
        assertEquals(table, page.substring(from, to),
                "docs/safety.md is out of date. Write it anew: ./mvnw -pl telemetry -am test -Dfootlift.regenerate=true");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyRowIsWholeAndFitsItsCells(Fault fault) {
        assertTrue(fault.wearerText().endsWith("."), fault.wearerText());
        assertTrue(fault.wearerText().length() <= 60, "fits a small screen: " + fault.wearerText());
        for (String text : new String[]{fault.wearerText(), fault.engineerText(), fault.priority().label()}) {
            assertTrue(!text.isBlank() && !text.contains("|") && !text.contains("\n"), text);
        }
    }

    /** Who was stopped hard must act: nothing comes back by itself. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void aHardStopIsTheWearersToClear(Fault fault) {
        assertTrue(fault.stop() != Stop.HARD || fault.clears() == Clears.BY_WEARER);
        assertEquals(fault.stop() == Stop.HARD, Fault.hardStopIn(fault.bit()));
    }

    /** A soft stop that does not latch must wait for a stance, or it would begin in mid-swing. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void aSoftStopLatchesOrWaitsForAStance(Fault fault) {
        assertTrue(fault.stop() != Stop.SOFT || fault.clears() != Clears.BY_ITSELF);
        assertTrue(fault.clears() != Clears.AFTER_STANCE || fault.stop() == Stop.SOFT);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatStopsWithoutTheWearersDoingIsNeverSaidQuietly(Fault fault) {
        boolean unasked = fault.stop() != Stop.NONE && fault != Fault.WEARER_STOP;
        assertTrue(!unasked || fault.priority() != Priority.LOW);
        assertTrue(!unasked || fault.clears() != Clears.BY_WEARER || fault.priority() == Priority.HIGH);
    }

    @Test
    void noTwoFaultsShareABit() {
        Set<Integer> bits = new HashSet<>();
        for (Fault fault : Fault.values()) {
            assertTrue(bits.add(fault.bit()) && fault.in(fault.bit()), fault.name());
        }
        assertTrue(bits.size() <= Integer.SIZE);
    }

    @Test
    void theMostUrgentIsShownAndOfEquallyUrgentOnesTheFirst() {
        assertEquals(Fault.values().length, Fault.byUrgency().size());
        assertNull(Fault.first(0));
        assertEquals(Fault.SENSOR_LOST, Fault.first(Fault.SENSOR_LOST.bit() | Fault.SENSOR_STALE.bit()));
        assertEquals(Fault.STIMULATOR_FAULT, Fault.first(Fault.ELECTRODE.bit() | Fault.STIMULATOR_FAULT.bit()));
        assertEquals(Fault.WALKING_WHILE_PAUSED,
                Fault.first(Fault.PAUSED_BY_ITSELF.bit() | Fault.WALKING_WHILE_PAUSED.bit()));
        assertNotNull(Fault.first(~0));
    }
}
