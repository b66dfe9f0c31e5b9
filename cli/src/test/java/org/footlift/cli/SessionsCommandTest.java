package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One recorded session, spoilt in every way that a disk, a cable or a person can. */
class SessionsCommandTest {
    private static byte[] whole = {};

    private Path folder;
    private Path session;
    private Path out;

    @BeforeAll
    static void record(@TempDir Path recorded) throws IOException {
        Command.run("run", "--channel", recorded.resolve("channel"), "--for", "2500ms", "--record", recorded)
                .succeeds();
        String name = Traces.filesIn(recorded).stream().filter(n -> n.endsWith(".wpilog")).findFirst().orElseThrow();
        whole = Files.readAllBytes(recorded.resolve(name));
    }

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
        session = folder.resolve("walk.wpilog");
        out = folder.resolve("out");
    }

    @Test
    void listsEverySessionWithItsState() throws IOException {
        Files.write(session, whole);
        Files.write(folder.resolve("cut.wpilog"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("foreign.wpilog"), "ELF or whatever");
        List<String> lines = Command.run("sessions", "list", folder).succeeds().outLines();
        assertEquals(4, lines.size());
        assertTrue(lines.get(0).startsWith("session "), lines::toString);
        assertTrue(lines.get(1).matches("cut\\.wpilog .*; cut at byte \\d+: the recording was not closed"),
                lines::toString);
        assertTrue(lines.get(2).matches("foreign\\.wpilog .*not a WPILOG file.*"), lines::toString);
        assertTrue(lines.get(3).matches("walk\\.wpilog .* 0:00:02 .*; complete"), lines::toString);
    }

    @Test
    void saysThatAFolderHoldsNoSessionAndHowToRecordOne() {
        Command list = Command.run("sessions", "list", folder).succeeds();
        assertEquals("No sessions in " + folder + "; record one with: footlift run --record " + folder,
                list.lastLine());
    }

    @Test
    void refusesToListWhatIsNoFolder() throws IOException {
        Command.run("sessions", "list", folder.resolve("gone"))
                .refuses(folder.resolve("gone") + ": there is no such file or folder").inOneLine();
        Path file = Files.writeString(folder.resolve("file"), "");
        Command.run("sessions", "list", file).refuses(file + ": is not a folder").inOneLine();
    }

    @Test
    void refusesAMissingSession() {
        refusesBoth(session + ": there is no such file or folder");
    }

    @Test
    void refusesAForeignFile() throws IOException {
        Files.writeString(session, "not a log at all");
        refusesBoth(session + " is not a Footlift session: byte 0: not a WPILOG file");
    }

    @Test
    void refusesTheLogOfAnotherProgram() throws IOException {
        Files.write(session, new byte[]{'W', 'P', 'I', 'L', 'O', 'G', 0, 1, 0, 0, 0, 0});
        refusesBoth(session + " is not a Footlift session");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.write(session, new byte[0]);
        refusesBoth(session.toString(), "before its first tick");
    }

    @Test
    void refusesASessionInWhichAByteHasChanged() throws IOException {
        byte[] changed = whole.clone();
        changed[changed.length - 2000] ^= 1;
        Files.write(session, changed);
        refusesBoth(session + ": damaged from byte ", "restore the file from a copy");
    }

    @Test
    void replaysASessionThatWasCutUpToItsLastWholeRecord() throws IOException {
        Files.write(session, Arrays.copyOf(whole, whole.length * 2 / 3));
        Command check = Command.run("replay", "--check", session).succeeds();
        assertTrue(
                check.out()
                        .matches(".*: \\d+ ticks replayed, every output byte the same \\(cut at byte \\d+: .*\\)\\n"),
                check::out);
        Command.run("sessions", "export", session, "--out", out).succeeds();
        assertEquals(1, Traces.filesIn(out).stream().filter(name -> name.endsWith("_motion.tsv")).count());
    }

    @Test
    void aCheckIsOneJsonObjectForAProgram() throws IOException {
        Files.write(session, Arrays.copyOf(whole, whole.length * 2 / 3));
        Command check = Command.run("replay", "--check", "--json", session).succeeds();
        JsonNode verdict = new ObjectMapper().readTree(check.out()).at("/sessions/0");
        assertEquals(session.toString(), verdict.get("file").asText());
        assertTrue(verdict.get("same").asBoolean() && verdict.get("ticks").asLong() > 100, verdict::toString);
        assertTrue(verdict.get("difference").isNull() && verdict.get("cut").asText().startsWith("cut at byte "),
                verdict::toString);
    }

    @Test
    void replayingASessionGivesTheSameEventsAsReplayingItsExport() throws IOException {
        Files.write(session, whole);
        Path motion = Path.of(Command.run("sessions", "export", session, "--out", out).succeeds().lastLine());
        Path direct = folder.resolve("direct");
        Path detour = folder.resolve("detour");
        Command replay = Command.run("replay", "--explain", "--out", direct, session, session).succeeds();
        Command.run("replay", "--out", detour, motion).succeeds();
        assertEquals(Traces.filesIn(detour), Traces.filesIn(direct));
        assertEquals(1, Traces.filesIn(direct).size());
        String events = Traces.filesIn(direct).getFirst();
        assertEquals(Files.readString(detour.resolve(events)), Files.readString(direct.resolve(events)));
        assertTrue(replay.outLines().getFirst().matches("sub-virtual_.*: \\d+ strides?, .*"), replay::out);
    }

    @Test
    void aReplayOfASessionLeavesTheEventsOfItsExportAsTheyAre() throws IOException {
        Files.write(session, whole);
        Command.run("sessions", "export", session, "--out", out).succeeds();
        Command.run("replay", "--out", out, session).refuses("--out " + out + " holds the recording ").inOneLine();
    }

    @Test
    void saysOfAFolderThatASessionInItIsWanted() {
        String problem = folder + ": this is a folder; name a session in it, a file that ends in .wpilog";
        Command.run("replay", "--check", folder).refuses(problem).inOneLine();
        Command.run("sessions", "export", folder, "--out", out).refuses(problem).inOneLine();
    }

    @Test
    void exportsTheSameBytesEveryTime() throws IOException {
        Files.write(session, whole);
        Path again = folder.resolve("again");
        Command.run("sessions", "export", session, "--out", out).succeeds();
        Command.run("sessions", "export", session, "--out", again).succeeds();
        for (String file : Traces.filesIn(out)) {
            assertEquals(-1, Files.mismatch(out.resolve(file), again.resolve(file)), file);
        }
        assertEquals(Traces.filesIn(out), Traces.filesIn(again));
    }

    @Test
    void refusesToExportIntoAFile() throws IOException {
        Files.write(session, whole);
        Files.writeString(out, "");
        Command.run("sessions", "export", session, "--out", out).refuses(out).inOneLine();
    }

    private void refusesBoth(String... parts) {
        Command.run("replay", "--check", session).refuses((Object[]) parts).inOneLine();
        Command.run("sessions", "export", session, "--out", out).refuses((Object[]) parts).inOneLine();
        Command.run("replay", "--out", out, session).refuses((Object[]) parts).inOneLine();
        assertTrue(Files.notExists(out), "something was exported");
    }
}
