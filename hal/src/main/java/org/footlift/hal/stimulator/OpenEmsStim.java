package org.footlift.hal.stimulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SerialLink;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;
import org.jspecify.annotations.Nullable;

/**
 * openEMSstim: two gates between a TENS unit and the electrodes. It answers nothing. A gate is opened for a quarter of a second at a time, again and
 * again while the controller asks for pulses, and shut when it no longer does. Width, frequency, balance and the true current are the TENS
 * unit's: only the times are the controller's.
 */
public final class OpenEmsStim implements StimulatorProtocol {
    private static final long MS = 1_000_000L;
    private static final SerialLink.Line LINE = new SerialLink.Line(19_200, SerialLink.Parity.NONE, 1, false);
    private static final byte[] AWAKE = "SETUP DONE".getBytes(StandardCharsets.US_ASCII);
    /** Opening the port restarts the board, which then takes up to ten seconds. */
    private static final long AWAKE_NS = 12_000 * MS;
    /** How long a gate stays open by itself: what is left to the skin when this program dies. */
    private static final int OPEN_MS = 250;
    private static final long RENEW_NS = 100 * MS;
    /** A line takes 23 ms at this speed: the two gates change no more often than they can be told. */
    private static final long CHANGE_NS = 60 * MS;
    private static final int WIDEST_US = 500;
    private static final int FULL_PCT = 100;
    private static final int BUFFER = 512;

    private final TrainLease[] leases;
    private final int[] openPct;
    private final long[] toldNs;
    private final int fullScaleUa;
    private final byte[] outbox = new byte[BUFFER];
    private int outboxCount;
    private int heard;
    private boolean awake;
    private boolean ended;
    private long beganNs;
    private @Nullable Failure failure;

    /**
     * A conversation that has not begun.
     *
     * @param periodsNs usual spacing of the controller's pulses, nanoseconds
     * @param fullScaleUa what the TENS unit gives at 100 %, microampere
     */
    public OpenEmsStim(List<Long> periodsNs, int fullScaleUa) {
        leases = TrainLease.of(periodsNs);
        openPct = new int[leases.length];
        toldNs = new long[leases.length];
        this.fullScaleUa = fullScaleUa;
    }

    @Override
    public long longestStartNs() {
        return AWAKE_NS + 1_000 * MS;
    }

    @Override
    public SerialLink.Line line() {
        return LINE;
    }

    @Override
    public void begin(long nowNs) {
        beganNs = nowNs;
    }

    @Override
    public void receive(byte[] bytes, int count, long nowNs) {
        for (int i = 0; i < count && !awake; i++) {
            heard = bytes[i] == AWAKE[heard] ? heard + 1 : bytes[i] == AWAKE[0] ? 1 : 0;
            if (heard == AWAKE.length) {
                awake = true;
                say("G");
            }
        }
    }

    @Override
    public void advance(long nowNs) {
        if (!awake && nowNs - beganNs >= AWAKE_NS && failure == null) {
            failure = new Failure(Condition.DISCONNECTED,
                    "The openEMSstim does not say SETUP DONE. Check its cable and its power.", false);
        }
        if (!ready()) {
            return;
        }
        for (int c = 0; c < leases.length; c++) {
            if (openPct[c] > 0 && !leases[c].on(nowNs)) {
                shut();
            }
        }
        for (int c = 0; c < leases.length; c++) {
            renew(c, nowNs);
        }
    }

    /** All gates at once: there is no way to shut one. One that should be open is opened again by the next renewal. */
    private void shut() {
        say("G");
        Arrays.fill(openPct, 0);
    }

    private void renew(int channel, long nowNs) {
        if (!leases[channel].on(nowNs)) {
            return;
        }
        int pct = Math.min(FULL_PCT, (int) ((long) leases[channel].wanted().amplitudeUa * FULL_PCT / fullScaleUa));
        long sinceNs = nowNs - toldNs[channel];
        boolean opens = pct > 0 && openPct[channel] == 0;
        boolean changes = pct != openPct[channel] && sinceNs >= CHANGE_NS;
        if (pct == 0) { // no per cent is not off: the firmware would open the gate
            if (openPct[channel] > 0) {
                shut();
            }
        } else if (opens || changes || sinceNs >= RENEW_NS) {
            openPct[channel] = pct;
            toldNs[channel] = nowNs;
            say(String.format(Locale.ROOT, "C%dI%dT%dG", channel, pct, OPEN_MS));
        }
    }

    @Override
    public boolean ready() {
        return awake && failure == null && !ended;
    }

    @Override
    public boolean mayPulse() {
        return ready();
    }

    @Override
    public void pulse(int channel, PulseCommand command, long nowNs) {
        leases[channel].renew(command, nowNs);
        advance(nowNs);
    }

    @Override
    public void silence(long nowNs) {
        boolean open = false;
        for (int c = 0; c < leases.length; c++) {
            leases[c].end();
            open |= openPct[c] > 0;
        }
        if (open) {
            shut();
        }
    }

    @Override
    public void end(long nowNs) {
        if (!ended) {
            ended = true;
            say("G");
        }
    }

    @Override
    public boolean ended() {
        return ended && outboxCount == 0;
    }

    /** The firmware takes commands as the line that its radio would print. */
    private void say(String command) {
        byte[] line = ("WV,0018," + HexFormat.of().formatHex(command.getBytes(StandardCharsets.US_ASCII)) + ".\n")
                .getBytes(StandardCharsets.US_ASCII);
        if (outboxCount + line.length <= outbox.length) {
            System.arraycopy(line, 0, outbox, outboxCount, line.length);
            outboxCount += line.length;
        }
    }

    @Override
    public int take(byte[] into) {
        int count = outboxCount;
        System.arraycopy(outbox, 0, into, 0, count);
        outboxCount = 0;
        return count;
    }

    @Override
    public @Nullable Failure failure() {
        return failure;
    }

    @Override
    public String warning() {
        return "";
    }

    @Override
    public void describe(StimulatorStatus into) {
        into.maxAmplitudeUa = fullScaleUa;
        into.maxPulseWidthUs = WIDEST_US;
    }
}
