package org.footlift.sim.replay;

/**
 * One thing the controller did during a replay.
 *
 * @param onsetS when it was decided: the time of the deciding sample, or of the tick for a burst or a fault; seconds on the recording's clock
 * @param durationS how long it lasted, seconds; 0 for an event
 * @param trialType {@code heel_off toe_off heel_strike foot_flat stimulation fault}
 * @param detail the sensor that decided, or the fault's name
 */
public record ReplayRow(double onsetS, double durationS, String trialType, String detail) {
    /** Name of a burst's rows. */
    public static final String STIMULATION = "stimulation";
    /** Name of a fault's rows. */
    public static final String FAULT = "fault";
}
