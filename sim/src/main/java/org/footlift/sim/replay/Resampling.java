package org.footlift.sim.replay;

import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;

/**
 * A recording as a sensor of another rate would have made it: each new sample is interpolated on the straight line between its two neighbours, and is missing where
 * one of them is. The heel switch keeps the level it last had. Nothing is filtered: a slower copy aliases as a sensor without a filter would.
 */
public final class Resampling {
    private Resampling() {}

    /**
     * {@code recording} at {@code rateHz}, over the same span of time.
     *
     * @param rateHz samples per second, {@value RecordingHeader#MIN_RATE_HZ} to {@value RecordingHeader#MAX_RATE_HZ}
     */
    public static Recording to(Recording recording, double rateHz) {
        RecordingHeader from = recording.header();
        RecordingHeader header = new RecordingHeader(from.stem(), rateHz, from.placement(), from.side(),
                from.mediolateralAxis(), from.swingSign(), from.labelledSpans());
        RecordingBuilder builder = new RecordingBuilder(header, recording.hasAcceleration(), recording.hasHeelSwitch());
        ImuSample before = new ImuSample();
        ImuSample after = new ImuSample();
        HeelSample heel = new HeelSample();
        int at = 0;
        double firstS = recording.timeS(0);
        double lastS = recording.timeS(recording.sampleCount() - 1);
        for (long n = 0; firstS + n / rateHz <= lastS; n++) {
            double timeS = firstS + n / rateHz;
            while (at + 1 < recording.sampleCount() && recording.timeS(at + 1) <= timeS) {
                at++;
            }
            recording.copyImu(at, before);
            recording.copyHeel(at, heel);
            if (recording.timeS(at) < timeS) {
                recording.copyImu(at + 1, after);
                double share = (timeS - recording.timeS(at)) / (recording.timeS(at + 1) - recording.timeS(at));
                interpolate(before, after, (float) share);
            }
            builder.add(timeS, before, heel);
        }
        return builder.build();
    }

    private static void interpolate(ImuSample into, ImuSample other, float share) {
        into.valid &= other.valid;
        into.gyroXDps += share * (other.gyroXDps - into.gyroXDps);
        into.gyroYDps += share * (other.gyroYDps - into.gyroYDps);
        into.gyroZDps += share * (other.gyroZDps - into.gyroZDps);
        into.accXMps2 += share * (other.accXMps2 - into.accXMps2);
        into.accYMps2 += share * (other.accYMps2 - into.accYMps2);
        into.accZMps2 += share * (other.accZMps2 - into.accZMps2);
    }
}
