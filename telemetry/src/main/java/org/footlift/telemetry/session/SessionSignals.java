package org.footlift.telemetry.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickOutput;
import org.jspecify.annotations.Nullable;

/**
 * The signals that a general viewer draws without knowing our structs. Written when they change; they repeat what the tick struct holds
 * and are never read back.
 */
final class SessionSignals {
    private final WpilogWriter log;
    private final SessionTime time;
    private final int modeEntry;
    private final int phaseEntry;
    private final int faultsEntry;
    private final int eventEntry;
    private final int[] amplitudeEntries;
    private final int[] amplitudesUa;
    private @Nullable Mode mode;
    private @Nullable GaitPhase phase;
    private int faults = -1;

    SessionSignals(WpilogWriter log, List<String> channels, SessionTime time) throws IOException {
        this.log = log;
        this.time = time;
        long timestampUs = time.microseconds(time.firstTickNs());
        modeEntry = log.start(SessionEntry.MODE, "string", "", timestampUs);
        phaseEntry = log.start(SessionEntry.PHASE, "string", "", timestampUs);
        faultsEntry = log.start(SessionEntry.FAULTS, "string[]", "", timestampUs);
        eventEntry = log.start(SessionEntry.EVENT, "string", "", timestampUs);
        amplitudeEntries = new int[channels.size()];
        amplitudesUa = new int[channels.size()];
        for (int i = 0; i < amplitudeEntries.length; i++) {
            amplitudeEntries[i] = log.start(SessionEntry.AMPLITUDE_PREFIX + channels.get(i), "int64",
                    "{\"unit\":\"microampere\"}", timestampUs);
            amplitudesUa[i] = -1;
        }
    }

    void write(TickOutput out, long timestampUs) throws IOException {
        if (out.mode != mode) {
            mode = out.mode;
            log.appendString(modeEntry, timestampUs, out.mode.name());
        }
        if (out.phase != phase) {
            phase = out.phase;
            log.appendString(phaseEntry, timestampUs, out.phase.name());
        }
        if (out.faults != faults) {
            faults = out.faults;
            log.appendStrings(faultsEntry, timestampUs, names(faults));
        }
        if (out.events != 0) {
            writeEvents(out);
        }
        for (int i = 0; i < amplitudeEntries.length; i++) {
            writeAmplitude(i, out, timestampUs);
        }
    }

    /** At the time of the sample at which each was decided. */
    private void writeEvents(TickOutput out) throws IOException {
        for (GaitEvent event : GaitEvent.values()) {
            if (event.in(out.events)) {
                long atUs = time.microseconds(out.eventTimeNs[event.ordinal()]);
                log.appendString(eventEntry, atUs, event.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The last pulse's amplitude for as long as the burst lasts, else 0: an envelope, not a comb. */
    private void writeAmplitude(int channel, TickOutput out, long timestampUs) throws IOException {
        PulseCommand pulse = out.pulses[channel];
        int now = amplitudesUa[channel];
        if (pulse.isPulse()) {
            now = pulse.amplitudeUa;
        } else if (!out.burst) {
            now = 0;
        }
        if (now != amplitudesUa[channel]) {
            amplitudesUa[channel] = now;
            log.appendInt64(amplitudeEntries[channel], timestampUs, now);
        }
    }

    private static List<String> names(int faults) {
        List<String> names = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (fault.in(faults)) {
                names.add(fault.name());
            }
        }
        return names;
    }
}
