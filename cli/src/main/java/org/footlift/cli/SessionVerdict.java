package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.footlift.config.SettingsException;
import org.footlift.sim.replay.SessionCheck;

/** {@code replay --check} of one session, in words. */
final class SessionVerdict {
    private SessionVerdict() {}

    /**
     * Replays {@code session} and prints what came of it.
     *
     * @return true when every output was the same
     * @throws Refusal when the file is no session, damaged, or holds nothing to compare
     */
    static boolean print(Path session) {
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
        String upTo = verdict.end().map(what -> ", up to " + what).orElse("");
        String cut = verdict.cut().map(why -> " (" + why + ")").orElse("");
        System.out.println(session + ": " + verdict.difference()
                .map(found -> verdict.ticks() + " ticks the same, then " + found)
                .orElse(verdict.ticks() + " ticks replayed, every output byte the same" + upTo + cut));
        return verdict.same();
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
