package org.footlift.hal;

/** What the stimulator last said of itself. Mutable and reused. */
public final class StimulatorStatus {
    /** The condition of the device. */
    public enum Condition {
        /** Ready to pulse. */
        READY,
        /** Answering, but in a fault of its own (battery, high voltage, internal). */
        FAULT,
        /** The electrode circuit is open, or its resistance is out of range. */
        ELECTRODE,
        /** Not answering, or the port has gone. */
        DISCONNECTED
    }

    /** For what the device does not say. */
    public static final int UNKNOWN = -1;

    /** Condition of the device; a fresh status trusts nothing. */
    public Condition condition = Condition.DISCONNECTED;
    /** The largest amplitude the device can give, microampere. */
    public int maxAmplitudeUa;
    /** The largest first-phase width the device can give, microseconds. */
    public int maxPulseWidthUs;
    /** Charge of the device's battery, percent; {@link #UNKNOWN} when it has none or does not say. */
    public int batteryPct = UNKNOWN;
    /** Voltage at hand for pulses, volt; 0 for off, {@link #UNKNOWN} when the device does not say. */
    public int outputVoltageV = UNKNOWN;

    /** Makes this status an equal of {@code other}. */
    public void copyFrom(StimulatorStatus other) {
        condition = other.condition;
        maxAmplitudeUa = other.maxAmplitudeUa;
        maxPulseWidthUs = other.maxPulseWidthUs;
        batteryPct = other.batteryPct;
        outputVoltageV = other.outputVoltageV;
    }
}
