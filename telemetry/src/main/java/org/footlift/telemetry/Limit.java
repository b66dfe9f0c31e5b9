package org.footlift.telemetry;

/**
 * Why the governor reduced or refused a pulse. The order is part of the recording format: append only.
 */
public enum Limit {
    /** The compiled amplitude ceiling. */
    CEILING_AMPLITUDE("amplitude ceiling"),
    /** The compiled pulse width ceiling. */
    CEILING_PULSE_WIDTH("pulse width ceiling"),
    /** What the stimulator can give. */
    STIMULATOR("stimulator's range"),
    /** The clinician's cap. */
    CLINICIAN_CAP("clinician's cap"),
    /** The wearer's own cap. */
    WEARER_CAP("wearer's cap"),
    /** Charge per phase. */
    CHARGE("charge per phase"),
    /** R.m.s. current density over half the declared pad area. */
    DENSITY("r.m.s. density"),
    /** Energy per pulse into 500 Ω. */
    ENERGY("energy per pulse"),
    /** Rise of intensity within a burst or between settings. */
    RISE("rise of intensity"),
    /** Pulses too close together. */
    SPACING("pulse spacing"),
    /** The burst has lasted as long as it may. */
    BURST("burst length"),
    /** Stimulated too large a part of the last minute or two. */
    DUTY("duty"),
    /** No valid stance since the last long burst, stop or start. */
    STANCE("no valid stance yet"),
    /** Mode, fault or stop permits nothing. */
    NOT_PERMITTED("not permitted now"),
    /** The command was not balanced, or not a number that makes sense. */
    MALFORMED("malformed command"),
    /** R.m.s. current, whatever the pads. */
    RMS("r.m.s. current"),
    /** Too soon after the last burst. */
    REFRACTORY("pause between bursts");

    private final String label;

    Limit(String label) {
        this.label = label;
    }

    /** Words for a screen. */
    public String label() {
        return label;
    }

    /** This limit's bit in a set of limits. */
    public int bit() {
        return 1 << ordinal();
    }

    /** True when {@code limits} holds this limit. */
    public boolean in(int limits) {
        return (limits & bit()) != 0;
    }
}
