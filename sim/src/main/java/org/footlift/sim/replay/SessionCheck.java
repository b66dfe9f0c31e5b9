package org.footlift.sim.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsReader;
import org.footlift.controller.Controller;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler;
import org.footlift.telemetry.channel.TickOutputComparison;
import org.footlift.telemetry.session.Integrity;
import org.footlift.telemetry.session.SessionReader;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a recorded session's inputs to a fresh controller and compares what it decides, byte by byte, with what was recorded. Exact from the start of the
 * session to its first gap: after one, the controller of the day knew what nobody recorded. A tick in which the controller stopped itself ends
 * the comparison too: what it decided is the loop's word and no longer the controller's.
 */
public final class SessionCheck implements TickHandler {
    private final TickOutputComparison comparison = new TickOutputComparison();
    private final TickOutput replayed = new TickOutput();
    private @Nullable Controller controller;
    private @Nullable String end;
    private @Nullable String difference;
    private @Nullable SettingsException unusable;
    private long ticks;

    private SessionCheck() {}

    /**
     * The verdict on one session.
     *
     * @param ticks ticks compared and found the same
     * @param difference the first tick and field that differed; empty when none did
     * @param end before what the comparison ended, when that was not the end of the session; empty when it was
     * @param integrity how whole the file is: bytes that changed since they were recorded are never replayed
     */
    public record Verdict(long ticks, Optional<String> difference, Optional<String> end, Integrity integrity) {
        /** True when at least one tick was compared and none differed. */
        public boolean same() {
            return ticks > 0 && difference.isEmpty();
        }

        /** Where bytes of the file have changed since they were recorded; empty when none have. */
        public Optional<String> damage() {
            return found(Integrity.State.DAMAGED);
        }

        /** Where the file ends too early; empty when it is whole. */
        public Optional<String> cut() {
            return found(Integrity.State.CUT);
        }

        private Optional<String> found(Integrity.State state) {
            return integrity.state() == state ? Optional.of(integrity.explanation()) : Optional.empty();
        }
    }

    /**
     * Checks the session in {@code file}.
     *
     * @throws IOException when it cannot be read or is no session
     * @throws SettingsException when the settings it was recorded with mean nothing to this build
     */
    public static Verdict of(Path file) throws IOException, SettingsException {
        SessionCheck check = new SessionCheck();
        SessionReader session = SessionReader.open(file);
        session.read(check);
        if (check.unusable != null) {
            throw check.unusable;
        }
        return new Verdict(check.ticks, Optional.ofNullable(check.difference), Optional.ofNullable(check.end),
                session.integrity());
    }

    @Override
    public void onSettings(SettingsInForce inForce) {
        if (controller != null) {
            endBefore("a change of settings, which this build does not replay");
            return;
        }
        try {
            Settings settings = SettingsReader.parse(inForce.toml(), "the session's settings");
            controller = new Controller(settings);
        } catch (SettingsException e) {
            unusable = e;
        }
    }

    @Override
    public void onTick(TickInput in, TickOutput out) {
        if (controller == null || end != null || difference != null) {
            return;
        }
        controller.tick(in, replayed); // what threw on the day is thrown again here
        if (Fault.INTERNAL_ERROR.in(out.faults)) {
            endBefore("tick " + in.tick + ", in which an internal error stopped the controller");
            return;
        }
        if (comparison.sameBytes(out, replayed)) {
            ticks++;
        } else {
            difference = "tick " + in.tick + ": " + comparison.firstDifference(out, replayed).orElse("unknown field");
        }
    }

    @Override
    public void onGap(Gap found) {
        endBefore("a gap: " + found.why());
    }

    private void endBefore(String what) {
        if (end == null) {
            end = what;
        }
    }
}
