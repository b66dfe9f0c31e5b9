package org.footlift.controller.stimulation;

import org.footlift.config.EnvelopeSettings;
import org.footlift.controller.gait.Gait;
import org.footlift.controller.gait.Rhythm;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.TickOutput;

/**
 * When a walking burst begins: at heel off, or at a lead before the expected toe off once the wearer's rhythm is trusted. Toe off itself
 * ends all waiting. Before heel off a burst begins only when that is asked for, once in a stride, and must be confirmed by the heel off.
 * Allocates nothing after construction.
 */
final class WalkingStart {
    private static final long MS = 1_000_000L;
    private static final long NONE = Long.MIN_VALUE;

    private final long delayNs;
    private final long leadNs;
    private final boolean beforeHeelOff;
    private final Rhythm rhythm = new Rhythm();

    /** The tick of a heel off that no burst has answered yet. */
    private long heelOffNs = NONE;
    /** In this stride a burst before heel off was begun, or refused. */
    private boolean spent;
    private boolean unconfirmed;
    private BurstStart why = BurstStart.NONE;

    WalkingStart(EnvelopeSettings envelope) {
        delayNs = envelope.delayMs() * MS;
        leadNs = envelope.leadMs() * MS;
        beforeHeelOff = envelope.beforeHeelOff();
    }

    /**
     * Takes what the sensors said in this tick.
     *
     * @param usable false in a mode that does not walk and in a soft stop: then nothing may be foretold
     */
    void update(Gait gait, boolean usable, long nowNs) {
        rhythm.update(gait, nowNs);
        if (!usable) {
            rhythm.withdraw();
        }
        if (gait.has(GaitEvent.HEEL_STRIKE)) {
            spent = false;
        }
    }

    /** A heel off that wants a burst. */
    void heelOff(long nowNs) {
        heelOffNs = nowNs;
    }

    /** No burst is wanted, and the present one is none of walking. */
    void forget() {
        heelOffNs = NONE;
        ended();
        rhythm.withdraw();
    }

    /**
     * Whether a burst begins in this tick; asked while none is on.
     *
     * @param rested false within the pause after the last burst
     * @param lastsNs how long a burst that begins now may last before its fall, nanoseconds
     */
    boolean isDue(Gait gait, boolean softStop, boolean rested, long lastsNs, long nowNs) {
        unconfirmed = false;
        if (softStop || notUp(gait.phase())) {
            heelOffNs = NONE;
        }
        if (softStop || !rested) {
            why = BurstStart.NONE;
        } else {
            why = heelOffNs == NONE ? beforeHeelOff(gait, lastsNs, nowNs) : afterHeelOff(nowNs);
        }
        if (why == BurstStart.NONE || why == BurstStart.WAITING) {
            return false;
        }
        heelOffNs = NONE;
        unconfirmed = why == BurstStart.BEFORE_HEEL_OFF;
        spent |= unconfirmed;
        return true;
    }

    private static boolean notUp(GaitPhase phase) {
        return phase == GaitPhase.STANCE || phase == GaitPhase.LOADING || phase == GaitPhase.UNKNOWN;
    }

    private BurstStart afterHeelOff(long nowNs) {
        if (nowNs - heelOffNs < delayNs) {
            return BurstStart.NONE;
        }
        if (leadNs == 0 || !rhythm.trusted()) {
            return BurstStart.HEEL_OFF;
        }
        if (rhythm.toesAreOff()) {
            return BurstStart.TOE_OFF;
        }
        long startNs = rhythm.toeOffNs() - leadNs;
        if (nowNs < startNs) {
            return BurstStart.WAITING;
        }
        return startNs > heelOffNs ? BurstStart.LEAD : BurstStart.HEEL_OFF;
    }

    /**
     * As early as the lead says and the duty limit has room for all of the swing: what is taken before heel off would else be missing at its
     * end. A heel that is already late is waited for: the wearer may have stopped.
     */
    private BurstStart beforeHeelOff(Gait gait, long lastsNs, long nowNs) {
        boolean possible = beforeHeelOff && !spent && gait.phase() == GaitPhase.STANCE && gait.validStance()
                && rhythm.heelOffIsNext();
        boolean due = possible && nowNs >= rhythm.toeOffNs() - leadNs && nowNs <= rhythm.heelOffNs()
                && nowNs + lastsNs >= rhythm.latestStrikeNs();
        return due ? BurstStart.BEFORE_HEEL_OFF : BurstStart.NONE;
    }

    /** True while the present burst stands on prediction alone: no heel off has come since it began. */
    boolean unconfirmed() {
        return unconfirmed;
    }

    /** True while the heel off that the present burst waits for may still come in time. */
    boolean stillExpected() {
        return rhythm.trusted();
    }

    /** The heel off came. True when the burst was being withdrawn and is wanted after all. */
    boolean confirm() {
        boolean wasWithdrawn = why == BurstStart.WITHDRAWN;
        unconfirmed = false;
        why = BurstStart.BEFORE_HEEL_OFF;
        return wasWithdrawn;
    }

    /** No heel off came in time. */
    void withdraw() {
        why = BurstStart.WITHDRAWN;
    }

    /** The burst is over. */
    void ended() {
        unconfirmed = false;
        why = BurstStart.NONE;
    }

    /** Writes the rhythm, and why the present burst began. */
    void describe(TickOutput out, long nowNs) {
        out.stridePct = rhythm.stridePct(nowNs);
        out.rhythmPct = rhythm.confidencePct();
        out.burstStart = why;
    }
}
