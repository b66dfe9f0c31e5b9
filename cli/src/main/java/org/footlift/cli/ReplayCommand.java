package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.sim.replay.RecordingReplay;
import org.footlift.sim.replay.ReplayResult;
import org.footlift.sim.replay.ReplayRow;
import org.footlift.sim.replay.SessionCheck;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.RecordingReader;
import org.footlift.telemetry.bids.Recordings;
import org.footlift.telemetry.session.Sessions;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The controller over recordings, or a recorded session checked against this build. */
@Command(name = "replay", description = "Run the controller over recordings, as fast as it goes, or check a recorded session.", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Option(names = "--profile", paramLabel = "FILE", description = "Settings: a TOML file, or a shipped profile by name. Placement, axes and rate come from the recording.")
    private @Nullable String profile;

    @Option(names = "--sensors", paramLabel = "heel|imu|fused", description = "Which sensors decide (default: the profile's choice).", converter = SensorChoice.class)
    private @Nullable Choice sensors;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for one <stem>_events.tsv per recording. Must not hold the recordings.")
    private @Nullable Path out;

    @Option(names = "--check", description = "Replay recorded sessions (.wpilog) and confirm that every output is the same, byte for byte.")
    private boolean check;

    @Parameters(paramLabel = "TRACE", arity = "1..*", description = "A *_motion.tsv, a folder of them, or with --check a recorded session.")
    private List<Path> traces = new ArrayList<>();

    @Override
    public Integer call() {
        return check ? checkSessions() : replayRecordings();
    }

    private int replayRecordings() {
        Path folder = out;
        if (folder == null) {
            throw new Refusal("where should the events go? Name a folder with --out DIR.");
        }
        Settings settings = Profiles.read(profile);
        Choice choice = sensors == null ? settings.detector().sensors() : sensors;
        try {
            List<Path> recordings = recordings();
            refuseToMix(recordings, folder);
            Files.createDirectories(folder);
            for (Path recording : recordings) {
                replay(recording, settings, choice, folder);
            }
        } catch (BidsException e) {
            throw new Refusal(Reason.of(e));
        } catch (IOException e) {
            throw new Refusal("cannot write to " + folder + ": " + Reason.of(e));
        }
        return Footlift.OK;
    }

    private List<Path> recordings() {
        List<Path> all = new ArrayList<>();
        for (Path trace : traces) {
            if (trace.toString().endsWith(Sessions.SUFFIX)) {
                throw new Refusal(trace + " is a recorded session. Check it with: footlift replay --check " + trace
                        + ", or turn it into a recording with: footlift sessions export " + trace + " --out DIR");
            }
            all.addAll(Recordings.find(trace));
        }
        return all;
    }

    /** Events files of the truth lie beside the recordings under the very names that a replay writes. */
    private static void refuseToMix(List<Path> recordings, Path folder) {
        Path target = real(folder);
        for (Path recording : recordings) {
            Path home = recording.toAbsolutePath().getParent();
            if (home != null && real(home).equals(target)) {
                throw new Refusal("--out " + folder + " holds the recording " + recording.getFileName()
                        + " and its own events; choose another folder.");
            }
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize(); // not there yet
        }
    }

    private static void replay(Path motion, Settings settings, Choice choice, Path folder) {
        ReplayResult result = RecordingReplay.of(RecordingReader.read(motion), settings, choice);
        String stem = RecordingReader.stem(motion);
        List<Event> events = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (ReplayRow row : result.rows()) {
            events.add(new Event(row.onsetS(), row.durationS(), row.trialType()));
            details.add(row.detail());
        }
        EventsFile.write(folder.resolve(stem + EventsFile.SUFFIX), events, new EventsFile.Column("detail", details));
        System.out.println(stem + ": " + words(result));
    }

    private static String words(ReplayResult result) {
        if (!result.sensorsPresent()) {
            return "has no heel switch, so there is nothing to replay";
        }
        String again = result.starts() > 1
                ? ", Start pressed again " + (result.starts() - 1) + (result.starts() == 2 ? " time" : " times")
                        + " after a latched stop"
                : "";
        return result.rows("heel_strike").size() + " strides, " + result.rows(ReplayRow.STIMULATION).size()
                + " bursts, " + result.rows(ReplayRow.FAULT).size() + " faults" + again;
    }

    private int checkSessions() {
        boolean allSame = true;
        for (Path session : traces) {
            allSame &= checkSession(session);
        }
        return allSame ? Footlift.OK : Footlift.BUG;
    }

    private static boolean checkSession(Path session) {
        try {
            SessionCheck.Verdict verdict = SessionCheck.of(session);
            String upTo = verdict.gap().map(why -> ", up to a gap: " + why).orElse("");
            if (verdict.same()) {
                System.out.println(
                        session + ": " + verdict.ticks() + " ticks replayed, every output byte the same" + upTo);
            } else {
                System.out.println(session + ": " + verdict.ticks() + " ticks the same, then "
                        + verdict.difference().orElse("there was nothing to compare" + upTo));
            }
            return verdict.same();
        } catch (IOException e) {
            throw new Refusal(session + ": " + Reason.of(e));
        } catch (SettingsException e) {
            throw new Refusal(
                    session + " was recorded with settings that this build does not take:\n" + e.getMessage());
        }
    }
}
