package org.footlift.config;

/**
 * The stimulator.
 *
 * @param protocol what it understands
 * @param port its serial port
 * @param level which of the levels of ScienceMode3 and 4
 * @param fullScaleUa what a TENS unit behind an openEMSstim gives at 100 %, microampere
 */
public record StimulatorSettings(
        @Setting("What the stimulator understands: sciencemode4 (HASOMED P24), sciencemode3 (RehaMove3), sciencemode2 (RehaStim2), openemsstim (with a TENS unit), or virtual: none, pulses are counted and go nowhere.") Protocol protocol,
        @Setting("Serial port of the stimulator. Not read for a virtual one.") String port,
        @Setting("For sciencemode3 and sciencemode4. low: one command is one pulse, and a program that dies is silence. mid: the stimulator repeats pulses by itself for as long as it is told to, and for up to 2 s after a program that died.") Level level,
        @Setting(value = "For openemsstim: what the TENS unit behind it gives at 100 %, measured. Too small a value stimulates more strongly than was meant.", key = "full_scale_ma", unit = "milliampere", scale = 1000, min = 1_000, max = HardLimits.AMPLITUDE_UA) int fullScaleUa) {

    /** Stimulators a profile may name. */
    public enum Protocol {
        /** None. */
        VIRTUAL,
        /** HASOMED P24. */
        SCIENCEMODE4,
        /** HASOMED RehaMove3. */
        SCIENCEMODE3,
        /** HASOMED RehaStim2. */
        SCIENCEMODE2,
        /** openEMSstim with a TENS unit. */
        OPENEMSSTIM
    }

    /** Who keeps the time of the pulses. */
    public enum Level {
        /** The controller. */
        LOW,
        /** The stimulator. */
        MID
    }

    /** No stimulator; the strongest TENS unit there may be, so that a forgotten full scale gives less than was asked for. */
    public static final StimulatorSettings DEFAULT = new StimulatorSettings(Protocol.VIRTUAL, "/dev/ttyACM0", Level.LOW,
            HardLimits.AMPLITUDE_UA);

    /** Checks itself. */
    public StimulatorSettings {
        Ranges.check(StimulatorSettings.class, protocol, port, level, fullScaleUa);
    }

    /** True when the stimulator makes the recovery phase itself, equal to the first; what is asked for does not reach it. */
    public boolean symmetricOnly() {
        return protocol == Protocol.SCIENCEMODE2 || protocol == Protocol.OPENEMSSTIM;
    }
}
