package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.footlift.config.SettingsException;
import org.footlift.sim.replay.SessionCheck;
import org.jspecify.annotations.Nullable;

/**
 * {@code replay --check} of one session.
 *
 * @param file the session
 * @param same whether every output was the same
 * @param ticks ticks compared and found the same
 * @param difference the first tick and field that differed; null when none did
 * @param end before what the comparison ended, when that was not the end of the session
 * @param cut where the file ends too early; null when it is whole
 */
record SessionVerdict(String file, boolean same, long ticks, @Nullable String difference, @Nullable String end,
        @Nullable String cut) {

    /** All of a check as JSON prints it. */
    record AsJson(List<SessionVerdict> sessions) {}

    /**
     * Replays {@code session}.
     *
     * @throws Refusal when the file is no session, damaged, or holds nothing to compare
     */
    static SessionVerdict of(Path session) {
        SessionCheck.Verdict verdict = check(session);
        verdict.damage().ifPresent(damage -> {
            throw new Refusal(session + ": " + damage + "; restore the file from a copy. Before that, "
                    + verdict.ticks()
                    + " ticks replay the same" + verdict.difference().map(found -> ", then " + found).orElse("") + ".");
        });
        if (verdict.ticks() == 0 && verdict.difference().isEmpty()) {
            throw new Refusal(session + ": there is nothing to compare; it ended before its first tick"
                    + verdict.end().map(what -> " (it begins with " + what + ")").orElse(""));
        }
        return new SessionVerdict(session.toString(), verdict.same(), verdict.ticks(),
                verdict.difference().orElse(null), verdict.end().orElse(null), verdict.cut().orElse(null));
    }

    /** One line for a person. */
    String text() {
        if (difference != null) {
            return file + ": " + ticks + " ticks the same, then " + difference;
        }
        return file + ": " + ticks + " ticks replayed, every output byte the same"
                + (end == null ? "" : ", up to " + end)
                + (cut == null ? "" : " (" + cut + ")");
    }

    private static SessionCheck.Verdict check(Path session) {
        try {
            return SessionCheck.of(session);
        } catch (IOException e) {
            throw new Refusal(Reason.of(session, e));
        } catch (SettingsException e) {
            throw new Refusal(
                    session + " was recorded with settings that this build does not take:\n" + e.getMessage());
        }
    }
}
