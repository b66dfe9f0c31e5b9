package org.footlift.controller.gait;

import org.footlift.config.ImuDetectorSettings;
import org.footlift.hal.ImuSite;

/**
 * What differs between foot and shank. Rates in degrees per second; shares are of the wearer's own peaks.
 *
 * @param quietDps a rate below which the segment rests: a flat foot is still, a shank in stance rolls forward
 * @param quietMs how long it must rest to count as flat
 * @param heelOffFloorDps smallest backward rate that can be a heel off while walking
 * @param heelOffShare share of the push-off peak at which the heel is off
 * @param firstStepDps backward rate that begins the first step out of standing
 * @param firstStepDeg and how far the segment must have turned, degrees, so that a shift of weight is not a step
 * @param toeOffShare push-off is over once the rate has come back to this share of its peak
 * @param pitchRecoveredShare share of the push-off's turn that must be undone before a strike is believed; 0 for a segment whose angle says nothing
 */
record SiteTraits(double quietDps, double quietMs, double heelOffFloorDps, double heelOffShare, double firstStepDps,
        double firstStepDeg, double toeOffShare, double pitchRecoveredShare) {

    static SiteTraits of(ImuSite site, ImuDetectorSettings settings) {
        return switch (site) {
            case FOOT -> new SiteTraits(20, 60, 12, settings.heelOffSharePct() / 100.0, 40, 6, 0.4, 0.6);
            // The shank rolls forward through stance at 20 to 60 deg/s; push-off is what clearly exceeds that.
            case SHANK -> new SiteTraits(12, 100, 30, 0.5, 40, 8, 0.5, 0);
        };
    }
}
