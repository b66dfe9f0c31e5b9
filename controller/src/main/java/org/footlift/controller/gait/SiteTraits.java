package org.footlift.controller.gait;

import org.footlift.hal.ImuSite;

/**
 * What differs between foot and shank. Rates in degrees per second; shares are of the wearer's own strides ({@link StrideMemory}).
 *
 * @param comesToRest true for a segment that lies still in flat stance: its rest tells offset, stance, and the end of a swing without a strike
 * @param quietDps a rate below which the segment rests
 * @param quietMs how long it must rest to count as flat, milliseconds
 * @param heelOffFloorDps smallest backward rate that can be a heel off while walking, for a segment that never rests
 * @param heelOffShare share of the push-off peak at which the heel is off, for a segment that never rests
 * @param firstStepDeg how far the segment must have turned back, degrees, before the first step out of standing: less is a shift of weight
 * @param toeOffShare push-off is over once the rate has come back to this share of its peak
 * @param pitchRecoveredShare share of the push-off's turn that must be undone before a strike is believed; 0 where the angle says nothing
 * @param strikeFloorDps smallest backward rate after a swing that is a strike
 */
record SiteTraits(boolean comesToRest, double quietDps, double quietMs, double heelOffFloorDps, double heelOffShare,
        double firstStepDeg, double toeOffShare, double pitchRecoveredShare, double strikeFloorDps) {

    static SiteTraits of(ImuSite site) {
        return switch (site) {
            case FOOT -> new SiteTraits(true, 25, 60, 0, 0, 6, 0.4, 0.6, 12);
            // The shank rolls forward through stance at 20 to 60 deg/s; push-off is what clearly exceeds that.
            case SHANK -> new SiteTraits(false, 12, 100, 30, 0.5, 8, 0.5, 0, 0);
        };
    }
}
