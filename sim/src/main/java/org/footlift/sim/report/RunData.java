package org.footlift.sim.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import org.footlift.sim.score.Burst;
import org.footlift.sim.score.RunReview;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.LabelledSpan;
import org.footlift.telemetry.bids.Recording;

/**
 * What the page draws of one run, as JSON that holds numbers and base64 only, so that nothing in it can end a script element. Rates are 16-bit numbers: a
 * minute at 100 Hz is 16 kB.
 */
final class RunData {
    private static final int MISSING = Short.MIN_VALUE;
    /** Finer than a pixel, finer than any consumer gyroscope. */
    private static final double FINEST_DPS = 0.1;
    /** Samples that lie this near to even steps are drawn there, seconds. */
    private static final double EVEN_S = 0.001;

    private RunData() {}

    static String json(RunReview run) {
        Recording recording = run.recording();
        StringJoiner out = new StringJoiner(",", "{", "}");
        addTimes(recording, out);
        addRates(recording, out);
        if (recording.hasHeelSwitch()) {
            out.add("\"heel\":" + heelLoaded(recording));
        }
        out.add("\"labels\":" + perKind(GaitEvent.values(), run::labelsS));
        out.add("\"found\":" + perKind(GaitEvent.values(), run::detectedS));
        out.add("\"bursts\":" + bursts(run.bursts()));
        out.add("\"spans\":" + spans(recording.header().labelledSpans(), run.labelShiftS()));
        out.add("\"wrong\":" + times(run.strides().stream().mapToDouble(s -> s.worst().timeS()).toArray()));
        return out.toString();
    }

    private static void addTimes(Recording recording, StringJoiner out) {
        double[] timesS = recording.timesS();
        int last = timesS.length - 1;
        double stepS = last == 0 ? 0 : (timesS[last] - timesS[0]) / last;
        boolean even = true;
        for (int i = 0; i <= last; i++) {
            even &= Math.abs(timesS[0] + i * stepS - timesS[i]) <= EVEN_S;
        }
        out.add("\"count\":" + timesS.length);
        out.add("\"start\":" + decimals(timesS[0], 4));
        out.add(even ? "\"step\":" + decimals(stepS, 9) : "\"times\":" + times(timesS));
    }

    private static void addRates(Recording recording, StringJoiner out) {
        float[] rates = ShownRate.of(recording);
        double largest = 0;
        for (float each : rates) {
            largest = Math.max(largest, Float.isFinite(each) ? Math.abs(each) : 0);
        }
        double scale = Math.max(FINEST_DPS, largest / Short.MAX_VALUE);
        ByteBuffer bytes = ByteBuffer.allocate(rates.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float each : rates) {
            bytes.putShort((short) (Float.isFinite(each) ? Math.round(each / scale) : MISSING));
        }
        out.add("\"scale\":" + decimals(scale, 6));
        out.add("\"rate\":\"" + Base64.getEncoder().encodeToString(bytes.array()) + "\"");
    }

    /** From when to when the heel carried load. */
    private static String heelLoaded(Recording recording) {
        StringJoiner out = new StringJoiner(",", "[", "]");
        int count = recording.sampleCount();
        for (int i = 0; i < count; i++) {
            if (!loaded(recording, i)) {
                continue;
            }
            int from = i;
            while (i + 1 < count && loaded(recording, i + 1)) {
                i++;
            }
            out.add("[" + decimals(recording.timeS(from), 3) + "," + decimals(recording.timeS(i), 3) + "]");
        }
        return out.toString();
    }

    private static boolean loaded(Recording recording, int index) {
        return recording.heelValid(index) && recording.heelLoaded(index);
    }

    private interface Times {
        double[] of(GaitEvent kind);
    }

    private static String perKind(GaitEvent[] kinds, Times times) {
        return Arrays.stream(kinds).map(kind -> times(times.of(kind))).collect(Collectors.joining(",", "[", "]"));
    }

    private static String bursts(List<Burst> bursts) {
        return bursts.stream().map(b -> "[" + decimals(b.startS(), 3) + "," + decimals(b.endS(), 3) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String spans(List<LabelledSpan> spans, double shiftS) {
        return spans.stream()
                .map(s -> "[" + decimals(s.startS() + shiftS, 3) + "," + decimals(s.endS() + shiftS, 3) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String times(double[] timesS) {
        return Arrays.stream(timesS).mapToObj(t -> decimals(t, 3)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String decimals(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
