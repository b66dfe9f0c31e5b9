package org.footlift.sim.wearer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footlift.telemetry.GaitEvent;

/** A walk in full, for tests to look at. */
final class WalkTrace {
    record Moment(GaitEvent event, long timeNs) {}

    final List<Moment> events = new ArrayList<>();
    final double[] pitchDeg;
    final double[] rateDps;
    final double[] shankRateDps;
    final double[] phase;

    /** Walks {@code ms} milliseconds; index k of the arrays is the state at k ms. */
    WalkTrace(WearerCharacter character, long seed, WalkScript script, int ms) {
        VirtualWearer wearer = new VirtualWearer(character, seed, script,
                (event, timeNs) -> events.add(new Moment(event, timeNs)));
        pitchDeg = new double[ms];
        rateDps = new double[ms];
        shankRateDps = new double[ms];
        phase = new double[ms];
        for (int i = 0; i < ms; i++) {
            wearer.advanceTo(i * VirtualWearer.STEP_NS);
            pitchDeg[i] = wearer.state().foot.pitchDeg;
            rateDps[i] = wearer.state().foot.pitchRateDps;
            shankRateDps[i] = wearer.state().shank.pitchRateDps;
            phase[i] = wearer.state().phase;
        }
    }

    /** Times of one kind of event, seconds. */
    double[] timesS(GaitEvent event) {
        return events.stream().filter(m -> m.event() == event).mapToDouble(m -> m.timeNs() * 1e-9).toArray();
    }

    /** From each heel strike to the next, seconds. */
    double[] strideTimesS() {
        double[] strikes = timesS(GaitEvent.HEEL_STRIKE);
        double[] strides = new double[strikes.length - 1];
        Arrays.setAll(strides, i -> strikes[i + 1] - strikes[i]);
        return strides;
    }

    /** The smallest of {@code values} within each stride, sorted. */
    double[] smallestPerStride(double[] values) {
        double[] strikes = timesS(GaitEvent.HEEL_STRIKE);
        double[] smallest = new double[strikes.length - 1];
        Arrays.setAll(smallest, i -> Arrays.stream(values, ms(strikes[i]), ms(strikes[i + 1])).min().orElseThrow());
        Arrays.sort(smallest);
        return smallest;
    }

    /** The largest of {@code values} within each stride, sorted. */
    double[] largestPerStride(double[] values) {
        double[] negated = smallestPerStride(Arrays.stream(values).map(v -> -v).toArray());
        double[] largest = Arrays.stream(negated).map(v -> -v).toArray();
        Arrays.sort(largest);
        return largest;
    }

    /** The value of {@code values} at each event of one kind, sorted. */
    double[] at(GaitEvent event, double[] values) {
        return Arrays.stream(timesS(event)).map(t -> values[ms(t)]).sorted().toArray();
    }

    static int ms(double s) {
        return (int) StrictMath.round(s * 1000);
    }

    static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
