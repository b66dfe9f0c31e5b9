package org.footlift.config;

/**
 * One IMU and how it is worn.
 *
 * @param worn whether it is there
 * @param rateHz samples per second
 * @param mediolateralAxis the sensor axis that points across the body
 * @param swingSign sign of the rate about it while the leg swings forward
 */
public record ImuSettings(
        @Setting("Whether this IMU is worn.") boolean worn,
        @Setting(value = "Samples per second.", unit = "hertz", min = 50, max = 1000) int rateHz,
        @Setting("The sensor axis that points across the body, or find. It is where the search begins: the axis is found from the motion in any case, and x, y or z let the very first step count.") Axis mediolateralAxis,
        @Setting("Sign of the rate about that axis while the leg swings forward (toes rising). Without meaning when the axis is to be found.") Sign swingSign) {

    /** A sensor axis, or none known. */
    public enum Axis {
        /** x. */
        X,
        /** y. */
        Y,
        /** z. */
        Z,
        /** Found from the motion; the first stride shows it. */
        FIND
    }

    /** A sign. */
    public enum Sign {
        /** Plus. */
        POSITIVE,
        /** Minus. */
        NEGATIVE
    }

    /** Worn with y across the body. */
    public static final ImuSettings DEFAULT = new ImuSettings(true, 100, Axis.Y, Sign.POSITIVE);

    /** Checks itself. */
    public ImuSettings {
        Ranges.check(ImuSettings.class, worn, rateHz, mediolateralAxis, swingSign);
    }

    /** True when the axis and its sign are given, false when they are to be found. */
    public boolean axisDeclared() {
        return mediolateralAxis != Axis.FIND;
    }
}
