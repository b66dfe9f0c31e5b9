package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.footlift.controller.safety.ModeTable.Row;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.api.Test;

/** The table is small enough to be tried whole: every mode with every set of triggers. */
class ModeTableTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "")).toAbsolutePath()
            .resolveSibling("docs").resolve("safety.md");
    private static final int SETS = 1 << ModeTrigger.values().length;

    private static boolean in(int triggers, ModeTrigger trigger) {
        return (triggers & trigger.bit()) != 0;
    }

    /** What must follow, said again in words of its own. */
    private static Mode expected(Mode from, int t) {
        boolean fault = in(t, ModeTrigger.FAULT);
        boolean pause = in(t, ModeTrigger.PAUSE);
        return switch (from) {
            case OFF -> in(t, ModeTrigger.READY) ? Mode.PAUSED : Mode.OFF;
            case WALK -> fault ? Mode.LATCHED : pause || in(t, ModeTrigger.NO_STEPS) ? Mode.PAUSED : Mode.WALK;
            case EXERCISE -> fault
                    ? Mode.LATCHED
                    : pause || in(t, ModeTrigger.WALKING) ? Mode.PAUSED : Mode.EXERCISE;
            case TEST -> fault ? Mode.LATCHED : pause || in(t, ModeTrigger.TEST_OVER) ? Mode.PAUSED : Mode.TEST;
            case EVALUATION -> fault ? Mode.LATCHED : pause ? Mode.PAUSED : Mode.EVALUATION;
            case PAUSED, LATCHED -> fault || pause ? from : begun(from, t);
        };
    }

    private static Mode begun(Mode from, int t) {
        if (in(t, ModeTrigger.BEGIN_WALK)) {
            return Mode.WALK;
        }
        if (in(t, ModeTrigger.BEGIN_EVALUATION)) {
            return Mode.EVALUATION;
        }
        if (from == Mode.PAUSED && in(t, ModeTrigger.TEST_PRESS)) {
            return Mode.TEST;
        }
        return in(t, ModeTrigger.BEGIN_EXERCISE) && !in(t, ModeTrigger.WALKING) ? Mode.EXERCISE : from;
    }

    @Test
    void everyModeWithEverySetOfTriggersGoesWhereItMust() {
        for (Mode from : Mode.values()) {
            for (int triggers = 0; triggers < SETS; triggers++) {
                assertEquals(expected(from, triggers), ModeTable.next(from, triggers), from + " " + triggers);
            }
        }
    }

    @Test
    void aModeThatStimulatesBeginsOnlyByAnActOfTheWearer() {
        int acts = ModeTrigger.BEGIN_WALK.bit() | ModeTrigger.BEGIN_EXERCISE.bit() | ModeTrigger.BEGIN_EVALUATION.bit()
                | ModeTrigger.TEST_PRESS.bit();
        for (Mode from : Mode.values()) {
            for (int triggers = 0; triggers < SETS; triggers++) {
                Mode next = ModeTable.next(from, triggers & ~acts);
                assertTrue(next == from || !next.stimulates(), from + " " + triggers);
            }
        }
    }

    @Test
    void noTwoRowsContradictEachOtherAndEveryModeCanBeReachedAndLeft() {
        Set<String> keys = new HashSet<>();
        Set<Mode> reached = EnumSet.of(Mode.OFF);
        Set<Mode> left = EnumSet.noneOf(Mode.class);
        for (Row row : ModeTable.ROWS) {
            assertTrue(keys.add(row.from() + " " + row.on()), row.toString());
            if (row.from() != row.to()) {
                reached.add(row.to());
                left.add(row.from());
            }
        }
        assertEquals(EnumSet.allOf(Mode.class), reached);
        assertEquals(EnumSet.allOf(Mode.class), left);
        assertNotEquals(0, keys.size());
    }

    @Test
    void theCommittedPageShowsTheTableThatTheProgramObeys() throws IOException {
        String table = "| in | when | then |\n|---|---|---|\n" + ModeTable.ROWS.stream()
                .map(row -> "| " + row.from().label() + " | " + row.on().words() + " | "
                        + (row.from() == row.to() ? "stays, whatever else" : row.to().label()) + " |\n")
                .collect(Collectors.joining());
        String page = Files.readString(PAGE);
        String begin = "<!-- mode table -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- end -->", from);
        if (Boolean.getBoolean("footlift.regenerate")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }
        assertEquals(table, page.substring(from, to),
                "docs/safety.md is out of date. Write it anew: ./mvnw -pl controller -am test -Dfootlift.regenerate=true");
    }
}
