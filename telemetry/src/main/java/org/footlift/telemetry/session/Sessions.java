package org.footlift.telemetry.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler;

/** The recorded sessions in a folder. */
public final class Sessions {
    /** What the name of every session file ends with. */
    public static final String SUFFIX = ".wpilog";

    private Sessions() {}

    /**
     * Summaries of every session file in {@code folder}, by name. Reads every file whole. A file that cannot be read is in the list as
     * {@link Integrity.State#UNREADABLE}, with the reason.
     *
     * @throws IOException when the folder itself cannot be read
     */
    public static List<SessionSummary> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        List<SessionSummary> summaries = new ArrayList<>();
        for (Path file : files) {
            summaries.add(summarize(file));
        }
        return summaries;
    }

    /** The summary of one file; never fails. */
    public static SessionSummary summarize(Path file) {
        Tally tally = new Tally();
        try {
            SessionReader session = SessionReader.open(file);
            session.read(tally);
            return tally.summary(file, session.info(), session.integrity());
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            return tally.summary(file, Optional.empty(), new Integrity(Integrity.State.UNREADABLE, 0, why));
        }
    }

    /** Counts what a summary says. */
    private static final class Tally implements TickHandler {
        private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
        private long ticks;
        private long firstNs;
        private long lastNs;
        private int firstStrides;
        private int lastStrides;
        private int firstBursts;
        private int lastBursts;
        private int gaps;

        @Override
        public void onTick(TickInput in, TickOutput out) {
            if (ticks++ == 0) {
                firstNs = in.timeNs;
                firstStrides = out.strides;
                firstBursts = out.bursts;
            }
            lastNs = in.timeNs;
            lastStrides = out.strides;
            lastBursts = out.bursts;
            for (Fault fault : Fault.values()) {
                if (fault.in(out.faults)) {
                    faults.add(fault);
                }
            }
        }

        @Override
        public void onSettings(SettingsInForce settings) {
            // A summary does not tell settings.
        }

        @Override
        public void onGap(Gap gap) {
            gaps++;
        }

        private SessionSummary summary(Path file, Optional<SessionInfo> info, Integrity integrity) {
            Optional<Instant> startedAt = info.map(SessionInfo::startedAt);
            return new SessionSummary(file, startedAt, info.map(SessionInfo::build), Duration.ofNanos(lastNs - firstNs),
                    ticks, lastStrides - firstStrides, lastBursts - firstBursts, faults, gaps, integrity);
        }
    }
}
