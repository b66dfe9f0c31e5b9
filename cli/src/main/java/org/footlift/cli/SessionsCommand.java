package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.footlift.sim.replay.SessionExport;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.session.SessionSummary;
import org.footlift.telemetry.session.Sessions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What has been recorded. */
@Command(name = "sessions", description = "List recorded sessions, or export one to Motion-BIDS.", mixinStandardHelpOptions = true, subcommands = {
        SessionsCommand.ListCommand.class, SessionsCommand.ExportCommand.class}, synopsisSubcommandLabel = "COMMAND")
final class SessionsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Refusal(
                "sessions needs a command: footlift sessions list DIR, or footlift sessions export SESSION --out DIR");
    }

    /** One line per session. */
    @Command(name = "list", description = "List the sessions in a folder.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

        @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder that was given to run --record (default: this folder).")
        private Path folder = Path.of(".");

        @Option(names = "--json", description = "Print one JSON object a line.")
        private boolean json;

        @Override
        public Integer call() {
            List<SessionSummary> sessions;
            try {
                sessions = Sessions.list(folder);
            } catch (IOException e) {
                throw new Refusal("cannot list sessions: " + Reason.of(folder, e));
            }
            if (json) {
                sessions.forEach(session -> System.out.println(JsonText.of(Line.of(session))));
                return Footlift.OK;
            }
            if (sessions.isEmpty()) {
                System.out.println("No sessions in " + folder + "; record one with: footlift run --record " + folder);
                return Footlift.OK;
            }
            System.out.printf(Locale.ROOT, "%-34s %-19s %9s %8s %7s  %s%n", "session", "started", "duration", "strides",
                    "bursts", "faults; state of the file");
            for (SessionSummary session : sessions) {
                print(session);
            }
            return Footlift.OK;
        }

        private static void print(SessionSummary session) {
            String started = session.startedAt().map(at -> TIME.format(at.atZone(ZoneId.systemDefault()))).orElse("?");
            System.out.printf(Locale.ROOT, "%-34s %-19s %9s %8d %7d  %s; %s%n", session.file().getFileName(), started,
                    clock(session.duration()), session.strides(), session.bursts(), faults(session),
                    session.integrity().explanation());
        }

        private static String clock(Duration duration) {
            return String.format(Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(),
                    duration.toSecondsPart());
        }

        private static String faults(SessionSummary session) {
            return session.faults().isEmpty()
                    ? "none"
                    : session.faults().stream().map(fault -> fault.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }

        /** A summary as JSON prints it. */
        record Line(String file, String startedAt, String build, double durationS, long ticks, int strides, int bursts,
                List<String> faults, int gaps, String state, String explanation) {
            static Line of(SessionSummary s) {
                return new Line(s.file().toString(), s.startedAt().map(Object::toString).orElse(""),
                        s.build().orElse(""),
                        s.duration().toMillis() / 1000.0, s.ticks(), s.strides(), s.bursts(),
                        s.faults().stream().map(fault -> fault.name().toLowerCase(Locale.ROOT)).toList(), s.gaps(),
                        s.integrity().state().name().toLowerCase(Locale.ROOT), s.integrity().explanation());
            }
        }
    }

    /** One session as Motion-BIDS. */
    @Command(name = "export", description = "Export a session to Motion-BIDS: one recording per IMU, with the controller's events.", mixinStandardHelpOptions = true)
    static final class ExportCommand implements Callable<Integer> {
        @Parameters(paramLabel = "SESSION", description = "A recorded session (.wpilog).")
        private Path session = Path.of("");

        @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write into.")
        private Path out = Path.of("");

        @Override
        public Integer call() {
            try {
                List<Path> written = SessionExport.of(session, out);
                written.forEach(System.out::println);
                return Footlift.OK;
            } catch (BidsException e) {
                throw new Refusal(Reason.of(e));
            } catch (IOException e) {
                throw new Refusal("cannot export " + Reason.of(session, e));
            }
        }
    }
}
