package org.footlift.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler;

/** The state of a controller in plain words, from the ticks it publishes. One thread. */
final class LiveView implements TickHandler {
    private static final int LABEL = 9;

    private final String title;
    private long firstNs = Long.MIN_VALUE;
    private long timeNs;
    private long ticks;
    private long lost;
    private Mode mode = Mode.OFF;
    private String phase = "";
    private String source = "";
    private int strides;
    private int strideMs;
    private boolean walking;
    private int levelPct;
    private boolean burst;
    private int bursts;
    private int amplitudeUa;
    private int faults;
    private int limits;
    private long limitedTicks;

    LiveView(String title) {
        this.title = title;
    }

    @Override
    public void onTick(TickInput in, TickOutput out) {
        if (firstNs == Long.MIN_VALUE) {
            firstNs = in.timeNs;
        }
        timeNs = in.timeNs;
        ticks++;
        mode = out.mode;
        phase = out.phase.label();
        source = out.source.label();
        strides = out.strides;
        strideMs = out.strideMs;
        walking = out.walking;
        levelPct = out.levelPct;
        bursts = out.bursts;
        faults = out.faults;
        limits = out.limits == 0 ? limits : out.limits;
        limitedTicks += out.limits == 0 ? 0 : 1;
        burst = out.burst;
        if (out.pulses[0].isPulse()) {
            amplitudeUa = out.pulses[0].amplitudeUa;
        }
    }

    @Override
    public void onSettings(SettingsInForce settings) {
        // what the settings do shows in the ticks
    }

    @Override
    public void onGap(Gap gap) {
        lost += gap.lostRecords();
    }

    /** Ticks seen. */
    long ticks() {
        return ticks;
    }

    /** What changed the state of mind of a reader: printed as a line of its own when the output is not a terminal. */
    String headline() {
        return mode.label() + (faults == 0 ? "" : ". " + faultText());
    }

    /** One line that says it all. */
    String line() {
        return String.format(Locale.ROOT, "%s  %s, %s, steps %d, cadence %s, level %d %%, bursts %d, faults: %s",
                clock(),
                mode.label(), phase, strides, cadence(), levelPct, bursts, faultText());
    }

    /** The block for a terminal: always the same number of lines, so that nothing jumps. */
    List<String> block() {
        List<String> lines = new ArrayList<>();
        lines.add(title + "   " + clock());
        lines.add(row("mode", mode.label()));
        lines.add(row("phase", String.format(Locale.ROOT, "%-10s by %s", phase, source)));
        lines.add(row("steps", strides + " with this leg"));
        lines.add(row("cadence", cadence()));
        lines.add(row("level", levelPct + " %"));
        lines.add(row("burst", burstText()));
        lines.add(row("limits", limitText()));
        lines.add(row("faults", faultText()));
        if (lost > 0) {
            lines.add(row("", "(" + lost + " ticks were not shown: this screen was too slow)"));
        }
        return lines;
    }

    private static String row(String label, String value) {
        return "  " + label + " ".repeat(LABEL - label.length()) + value;
    }

    private String burstText() {
        if (!burst) {
            return String.format(Locale.ROOT, "off        %d so far", bursts);
        }
        return String.format(Locale.ROOT, "%4.1f mA    %d so far", amplitudeUa / 1000.0, bursts);
    }

    /** What limited a pulse last, and in how many ticks any limit did. */
    private String limitText() {
        if (limitedTicks == 0) {
            return "none";
        }
        String last = Arrays.stream(Limit.values()).filter(limit -> limit.in(limits)).map(Limit::label)
                .collect(Collectors.joining(", "));
        return last + String.format(Locale.ROOT, " (in %d ticks so far)", limitedTicks);
    }

    private String cadence() {
        return !walking || strideMs == 0 ? "–" : Math.round(120_000.0 / strideMs) + " steps/min";
    }

    /** The most important fault in the wearer's words. */
    private String faultText() {
        Fault fault = Fault.first(faults);
        return fault == null ? "none" : fault.wearerText();
    }

    private String clock() {
        long s = firstNs == Long.MIN_VALUE ? 0 : (timeNs - firstNs) / 1_000_000_000L;
        return String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }
}
