package org.footlift.sim.campaign;

import org.footlift.config.ChannelSettings;
import org.footlift.config.Settings;
import org.footlift.hal.Stimulator;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/**
 * I3 and the soft stop. After the tick in which a hard cause can be observed no pulse leaves until somebody presses Start. In a soft cause no burst
 * begins, and the one that is on gives its last pulse within 800 ms and falls for no more than 300 ms.
 */
final class StopWatch {
    private static final long SOFT_NS = 800 * Facts.MS;
    private static final long FALL_NS = 300 * Facts.MS;
    private static final long LEAST_PAUSE_NS = 100 * Facts.MS;
    private static final long NEVER = Long.MIN_VALUE / 2;
    private static final int SOFT_BITS = Fault.SENSOR_STALE.bit() | Fault.SENSOR_LOST.bit() | Fault.LOOP_LATE.bit()
            | Fault.LOOP_STALLED.bit();

    private final Judge judge;
    private long pauseNs;
    private boolean hard;
    private long hardTick;
    private int hardMaxTicks;
    private boolean softBefore;
    private boolean burstBefore;
    private long softSinceNs = NEVER;
    private boolean burstInSoft;
    private long lastPulseNs = NEVER;
    private long askedNs = NEVER;
    private int lastUa;
    private long fallsSinceNs;
    private long softMaxNs;
    private long fallMaxNs;

    StopWatch(Judge judge) {
        this.judge = judge;
    }

    void begins(Settings settings) {
        pauseNs = LEAST_PAUSE_NS;
        for (int c = 0; c < Stimulator.MAX_CHANNELS; c++) {
            ChannelSettings channel = settings.stimulation().channel(c);
            long periodNs = settings.loop().pulsePeriodTicks(channel.frequencyHz()) * settings.loop().periodNs();
            pauseNs = channel.enabled() ? StrictMath.max(pauseNs, 2 * periodNs) : pauseNs;
        }
        hard = false;
        softBefore = false;
        burstBefore = false;
        softSinceNs = NEVER;
        burstInSoft = false;
        lastPulseNs = NEVER;
        askedNs = NEVER;
    }

    void tick(Facts facts, TickInput in, TickOutput out) {
        if (facts.startAct || facts.testAct) {
            hard = false; // whether it may begin is for the watch over modes
        }
        if (hard && facts.pulsed) {
            judge.broken(Invariant.HARD_STOP,
                    "a pulse " + (in.tick - hardTick) + " ticks after the cause of a hard stop");
        }
        if (facts.hardCause) {
            if (!hard) {
                hardTick = in.tick;
            }
            hard = true;
            hardMaxTicks = StrictMath.max(hardMaxTicks, facts.pulsed ? 1 : 0);
        }
        soft(facts, in, out);
    }

    private void soft(Facts facts, TickInput in, TickOutput out) {
        boolean soft = facts.softCause || (out.faults & SOFT_BITS) != 0;
        // A tick that comes late finds the burst as it was when the time began to be lost.
        boolean pulsing = facts.nowNs - in.lateNs - StrictMath.max(lastPulseNs, askedNs) < pauseNs;
        // One whose pulses something else refuses goes on.
        boolean burstOn = pulsing || (burstBefore && out.burst && !facts.anotherBurst);
        burstBefore = out.burst;
        if (soft && !softBefore && !burstInSoft) {
            softSinceNs = facts.nowNs;
            burstInSoft = burstOn;
        }
        if (burstInSoft && !(burstOn && out.burst)) {
            burstInSoft = false;
        }
        if (facts.pulsed) {
            if (!out.burst) {
                judge.broken(Invariant.REASON, "a pulse outside any burst");
            }
            if (soft && !burstOn) {
                judge.broken(Invariant.SOFT_STOP, "a burst begins while sensors or timing cannot be trusted");
            }
            if (burstInSoft) {
                softPulse(facts);
            }
            follow(facts, out, burstOn);
        }
        if (Limit.RISE.in(out.limits)) {
            askedNs = facts.nowNs; // a burst whose pulses are still too weak to be any
        }
        softBefore = soft;
    }

    private void softPulse(Facts facts) {
        long afterNs = facts.nowNs - softSinceNs;
        softMaxNs = StrictMath.max(softMaxNs, afterNs);
        if (afterNs > SOFT_NS) {
            judge.broken(Invariant.SOFT_STOP, "a pulse " + afterNs / Facts.MS + " ms after the cause of a soft stop");
        }
    }

    /** How long the current has been falling: from the first weaker pulse, for when the fall began between two pulses cannot be seen. */
    private void follow(Facts facts, TickOutput out, boolean burstOn) {
        int ua = out.pulses[0].isPulse() ? out.pulses[0].amplitudeUa : lastUa;
        boolean heldUp = facts.nowNs - lastPulseNs >= pauseNs; // no pulse, no fall: what was held up falls from here
        boolean falls = burstOn && !heldUp && ua < lastUa;
        fallsSinceNs = falls ? StrictMath.min(fallsSinceNs, facts.nowNs) : Long.MAX_VALUE;
        lastUa = ua;
        lastPulseNs = facts.nowNs;
        if (burstInSoft && falls) {
            long fallNs = facts.nowNs - fallsSinceNs;
            fallMaxNs = StrictMath.max(fallMaxNs, fallNs);
            if (fallNs > FALL_NS) {
                judge.broken(Invariant.SOFT_STOP, "a fall of " + fallNs / Facts.MS + " ms");
            }
        }
    }

    /** Ticks from the one in which a hard cause was observable to the first without a pulse, at most. */
    int hardMaxTicks() {
        return hardMaxTicks;
    }

    /** Longest from a soft cause to the last pulse of the burst that was on, milliseconds. */
    int softMaxMs() {
        return (int) StrictMath.ceilDiv(softMaxNs, Facts.MS);
    }

    /** Longest fall of such a burst, milliseconds. */
    int fallMaxMs() {
        return (int) StrictMath.ceilDiv(fallMaxNs, Facts.MS);
    }
}
