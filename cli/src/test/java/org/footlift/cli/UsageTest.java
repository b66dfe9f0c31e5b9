package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "run ", "watch ", "ask ", "replay ", "score ", "tune ", "tune detector ", "sessions ",
            "sessions list ",
            "sessions export ", "bench ", "doctor "})
    void everyCommandExplainsItselfWithinEightyColumns(String command) {
        Command help = Command.run((Object[]) (command + "--help").split(" ")).succeeds();
        assertTrue(help.out().startsWith("Usage: footlift " + command.strip()), help::out);
        help.outLines().forEach(line -> assertTrue(line.length() <= 80, line));
        assertEquals("", help.err());
    }

    @Test
    void noCommandIsRefusedWithTheUsage() {
        Command nothing = Command.run();
        assertEquals(Footlift.REFUSED, nothing.exitCode());
        assertEquals("", nothing.out());
        assertTrue(nothing.err().startsWith("Usage: footlift"), nothing::err);
    }

    @Test
    void saysWhichBuildItIs() {
        assertTrue(Command.run("--version").succeeds().out().matches("(?s)Footlift \\d+\\.\\d+\\S*\\RJava 25.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run ", "watch ", "ask ", "replay ", "score ", "tune ", "tune detector ", "sessions ",
            "sessions list ",
            "sessions export ", "bench ", "doctor "})
    void refusesAnUnknownOptionAndSaysWhereToLook(String command) {
        Command.run((Object[]) (command + "--bogus").split(" ")).refuses("--bogus",
                "See: footlift " + command + "--help");
    }

    @Test
    void refusesAnUnknownCommand() {
        Command.run("rune").refuses("there is no command 'rune'", "run", "See: footlift --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "-1s", "0s", "soon", "1e3s", "99999999999h"})
    void refusesADurationThatIsNone(String duration) {
        Command.run("run", "--for=" + duration).refuses("--for", "'" + duration + "' is not a duration");
    }

    @Test
    void asksForTheCommandOfSessions() {
        Command.run("sessions").refuses("footlift sessions list DIR", "footlift sessions export SESSION --out DIR");
    }
}
