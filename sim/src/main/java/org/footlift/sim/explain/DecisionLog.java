package org.footlift.sim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** What the controller said about itself in every tick of one replay. Filled by a replay, then read; one thread. */
public final class DecisionLog implements BiConsumer<TickInput, TickOutput> {
    private final List<Tick> ticks = new ArrayList<>();

    /** The parts of a tick that explain something. */
    record Tick(double timeS, GaitPhase phase, DetectorSource source, Mode mode, int limits, boolean burst,
            BurstStart start, boolean pulsed) {}

    @Override
    public void accept(TickInput in, TickOutput out) {
        boolean pulsed = false;
        for (PulseCommand pulse : out.pulses) {
            pulsed |= pulse.isPulse();
        }
        ticks.add(new Tick(in.timeNs / 1e9, out.phase, out.source, out.mode, out.limits, out.burst,
                out.burstStart, pulsed));
    }

    /** The ticks from {@code fromS} on up to {@code toS}, neither before the first nor after the last. */
    List<Tick> between(double fromS, double toS) {
        int from = firstAtOrAfter(fromS);
        return ticks.subList(from, Math.max(from, firstAtOrAfter(toS)));
    }

    /** The last tick before {@code timeS} that is as {@code wanted}. */
    Optional<Tick> lastBefore(double timeS, Predicate<Tick> wanted) {
        for (int i = firstAtOrAfter(timeS) - 1; i >= 0; i--) {
            if (wanted.test(ticks.get(i))) {
                return Optional.of(ticks.get(i));
            }
        }
        return Optional.empty();
    }

    /** The first tick at {@code timeS} or later that is as {@code wanted}. */
    Optional<Tick> firstFrom(double timeS, Predicate<Tick> wanted) {
        return ticks.subList(firstAtOrAfter(timeS), ticks.size()).stream().filter(wanted).findFirst();
    }

    /** Since when the phase of {@code timeS} had lasted then, seconds; the first tick's time when it always had. */
    double phaseSinceS(double timeS) {
        int at = Math.min(firstAtOrAfter(timeS), ticks.size() - 1);
        int first = at;
        while (first > 0 && ticks.get(first - 1).phase() == ticks.get(at).phase()) {
            first--;
        }
        return ticks.get(first).timeS();
    }

    private int firstAtOrAfter(double timeS) {
        int low = 0;
        int high = ticks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ticks.get(middle).timeS() < timeS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
