package org.footlift.telemetry.channel;

import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** Takes what a channel or a recording delivers, in the order in which the controller published it. */
public interface TickHandler {
    /** One tick. Both objects are reused: copy what must outlive the call. */
    void onTick(TickInput in, TickOutput out);

    /** From the next tick on, the controller goes by these settings. */
    void onSettings(SettingsInForce settings);

    /** Something is missing between the tick before and the tick after. */
    void onGap(Gap gap);

    /**
     * A hole in the ticks.
     *
     * @param lostRecords records lost; 0 when nobody can know
     * @param why what happened, for a person
     */
    record Gap(long lostRecords, String why) {}
}
