package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;

import org.footlift.config.ChannelSettings;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.LimitSettings;
import org.footlift.controller.Profile;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.Mode;

/**
 * Re-checks every pulse from the design table alone, in seconds, ampere and double precision; the numbers are written out again on
 * purpose.
 */
final class PulseMonitor {
    private static final double NEVER = Double.NEGATIVE_INFINITY;
    private static final double HAIR = 1e-9;

    private final Profile.Parts settings;
    private final LimitSettings caps;
    private final long seed;
    private final double burstGapS;
    private final double[] lastS = {NEVER, NEVER};
    private final double[] lastUa = new double[2];
    private final long[] lastTick = {Long.MIN_VALUE, Long.MIN_VALUE};
    private final double[] reachedUa = new double[2];
    private final Deque<Double> times0 = new ArrayDeque<>();
    private final Deque<Double> times1 = new ArrayDeque<>();
    private final Deque<double[]> worth = new ArrayDeque<>();
    private double worthS;
    private long originNs = Long.MIN_VALUE;
    private double nowS;
    private double burstBeganS = NEVER;
    private double burstLastS = NEVER;
    private double burstExcusedS;
    private final double[] excusedS = new double[2];
    private double lastStimulatingS = NEVER;
    private Mode mode = Mode.PAUSED;
    private Mode ruling = Mode.PAUSED;
    private boolean stanceSeen;
    private boolean wanted;
    private boolean finishing;
    private int pulses;

    PulseMonitor(Profile.Parts settings, long seed) {
        this.settings = settings;
        this.caps = settings.limits();
        this.seed = seed;
        double slowest = 0;
        for (int c = 0; c < 2; c++) {
            ChannelSettings channel = settings.stimulation().channel(c);
            slowest = channel.enabled() ? Math.max(slowest, 1.0 / channel.frequencyHz()) : slowest;
        }
        burstGapS = Math.max(2 * slowest, 0.1);
    }

    int pulses() {
        return pulses;
    }

    /** A burst that was wanted in the last tick may go to its end. */
    void stanceRequired() {
        finishing = wanted && (stanceSeen || finishing);
        stanceSeen = false;
    }

    void beginTick(Mode now, boolean stance, boolean burstWanted, int levelPct, long nowNs) {
        boolean goesOn = wanted && burstWanted;
        wanted = burstWanted;
        finishing = finishing && wanted;
        originNs = originNs == Long.MIN_VALUE ? nowNs : originNs;
        double beforeS = nowS;
        nowS = (nowNs - originNs) * 1e-9;
        double heldUpS = goesOn ? Math.max(0, nowS - beforeS - settings.loop().periodNs() * 1e-9) : 0;
        burstExcusedS = Math.min(0.1, burstExcusedS + heldUpS);
        mode = now;
        boolean stimulates = now == Mode.WALK || now == Mode.EXERCISE || now == Mode.TEST;
        for (int c = 0; c < 2; c++) {
            excusedS[c] = Math.min(0.1, excusedS[c] + heldUpS);
            reachedUa[c] += stimulates ? 2_000 * (nowS - beforeS) : 0;
            reachedUa[c] = Math.min(reachedUa[c], settings.stimulation().channel(c).amplitudeUa() * levelPct / 100.0);
        }
        if (nowS - burstLastS - burstExcusedS > burstGapS - 1e-6) {
            burstBeganS = NEVER;
        }
        if (stimulates && (now == ruling || burstBeganS == NEVER)) {
            lastStimulatingS = nowS;
            ruling = now;
        }
        stanceSeen |= stance && (!wanted || finishing);
    }

    void check(int c, PulseCommand pulse, boolean permitted, StimulatorStatus status, long tick) {
        if (!pulse.isPulse()) {
            assertEquals(0, pulse.amplitudeUa, "a refused command is empty");
            assertEquals(0, pulse.pulseWidthUs, "a refused command is empty");
            return;
        }
        ChannelSettings channel = settings.stimulation().channel(c);
        holds(permitted && channel.enabled(), "pulse where none is permitted");
        checkShape(channel, pulse, status);
        checkStrength(c, channel, pulse);
        checkTime(c, pulse, tick);
        remember(c, pulse, tick);
    }

    private void checkShape(ChannelSettings channel, PulseCommand pulse, StimulatorStatus status) {
        int width = pulse.pulseWidthUs;
        holds(width <= 500 && width <= caps.pulseWidthUs() && width <= status.maxPulseWidthUs, "width " + width);
        int ua = pulse.amplitudeUa;
        holds(ua <= 100_000 && ua <= caps.clinicianAmplitudeUa() && ua <= caps.wearerAmplitudeUa()
                && ua <= status.maxAmplitudeUa, "amplitude " + ua);
        int k = channel.waveform() == Waveform.SYMMETRIC ? 1 : 4;
        holds(ua == k * pulse.recoveryAmplitudeUa && pulse.recoveryWidthUs == k * width, "balance");
        double chargeUc = ua * 1e-6 * width;
        holds(chargeUc <= 40 + HAIR && chargeUc <= caps.chargeNc() / 1_000.0 + HAIR, "charge " + chargeUc);
    }

    private void checkStrength(int c, ChannelSettings channel, PulseCommand pulse) {
        double amps = pulse.amplitudeUa * 1e-6;
        double recovery = pulse.recoveryAmplitudeUa * 1e-6;
        double squared = (amps * amps * pulse.pulseWidthUs + recovery * recovery * pulse.recoveryWidthUs) * 1e-6;
        holds(500 * squared <= 0.010 + HAIR, "energy");
        double periodS = Math.min(1.0 / channel.frequencyHz(), nowS - lastS[c]);
        holds(Math.sqrt(squared / periodS) <= 0.025 + HAIR, "r.m.s. current");
        double densityMa = Math.sqrt(squared / periodS) * 1e3 / (channel.electrodeAreaMm2() / 100.0 / 2);
        holds(densityMa <= 2 + HAIR, "density " + densityMa);
        holds(pulse.amplitudeUa <= reachedUa[c] + 1, "faster than 2 mA/s between settings");
        boolean same = burstBeganS != NEVER && nowS - lastS[c] - excusedS[c] < burstGapS;
        double riseUa = caps.clinicianAmplitudeUa() * periodS / 0.2;
        holds(pulse.amplitudeUa <= (same ? lastUa[c] : 0) + riseUa + 1, "rise within the burst");
        if (mode != ruling) {
            holds(same && pulse.amplitudeUa <= lastUa[c], "a tail may only fall");
        }
    }

    private void checkTime(int c, PulseCommand pulse, long tick) {
        holds(nowS - lastStimulatingS <= 0.3, "the tail is over after 300 ms");
        holds(mode != Mode.WALK || ruling != Mode.WALK || stanceSeen || finishing, "no stance yet");
        holds(nowS - lastS[c] >= 0.005 - HAIR, "spacing 5 ms");
        holds(ruling == Mode.EXERCISE || burstBeganS != NEVER || finishing
                || nowS - burstLastS >= settings.refractoryMs() / 1e3 - HAIR, "pause between bursts");
        holds(lastTick[c] == Long.MIN_VALUE || (tick - lastTick[c]) * settings.loop().periodNs() >= caps.spacingMs()
                * 1_000_000L, "spacing cap");
        Deque<Double> times = c == 0 ? times0 : times1;
        times.removeIf(t -> t <= nowS - 0.1 + HAIR);
        times.add(nowS);
        holds(times.size() <= 7, "7 in any 100 ms");
        double lasted = burstBeganS == NEVER ? 0 : nowS - burstBeganS;
        double longest = ruling == Mode.EXERCISE
                ? Math.min(15, caps.exerciseOnMs() / 1e3)
                : Math.min(2.5, caps.burstMs() / 1e3);
        holds(lasted < longest + HAIR, "burst of " + lasted);
        double window = ruling == Mode.EXERCISE ? 120 : 60;
        double share = ruling == Mode.EXERCISE ? 0.6 : Math.min(0.8, caps.dutyPct() / 100.0);
        double on = (burstBeganS == NEVER ? 0 : nowS - burstLastS) + onWithin(window);
        holds(on <= share * window + 1e-6, "duty " + on / window);
        holds(pulse.expiresNs - originNs <= nowS * 1e9 + 50e6, "expires within 50 ms");
    }

    private double onWithin(double windowS) {
        while (!worth.isEmpty() && worth.getFirst()[0] <= nowS - 120) {
            worthS -= worth.removeFirst()[1];
        }
        if (windowS >= 120) {
            return worthS;
        }
        double sum = worthS;
        for (double[] entry : worth) {
            if (entry[0] > nowS - windowS) {
                break;
            }
            sum -= entry[1];
        }
        return sum;
    }

    private void remember(int c, PulseCommand pulse, long tick) {
        double more = burstBeganS == NEVER ? 0 : nowS - burstLastS;
        worth.add(new double[]{nowS, more});
        worthS += more;
        burstBeganS = burstBeganS == NEVER ? nowS : burstBeganS;
        burstLastS = nowS;
        burstExcusedS = 0;
        lastS[c] = nowS;
        excusedS[c] = 0;
        lastUa[c] = pulse.amplitudeUa;
        lastTick[c] = tick;
        pulses++;
    }

    private void holds(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what + " at " + nowS + " s in " + mode + ", seed " + seed + ": " + caps);
        }
    }
}
