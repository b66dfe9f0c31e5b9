package org.footlift.config;

/**
 * The devices.
 *
 * @param backend the way to them
 * @param stimulator the stimulator
 * @param sim settings of the virtual wearer
 * @param pi wiring of a Raspberry Pi
 */
public record HardwareSettings(
        @Setting("The way to the devices: the virtual wearer (sim), or the wiring of a Raspberry Pi (pi).") BackEndName backend,
        @Setting("The stimulator, with either back-end: a virtual wearer's may be real, or an emulator.") StimulatorSettings stimulator,
        @Setting("The virtual wearer. Read when backend is \"sim\".") SimSettings sim,
        @Setting("The wiring of a Raspberry Pi. Read when backend is \"pi\".") PiSettings pi) implements Settings.Part {

    /** The back-ends a profile may name. */
    public enum BackEndName {
        /** Virtual wearer, sensors and stimulator. */
        SIM,
        /** GPIO, I2C and serial port of a Raspberry Pi. */
        PI
    }

    /** The virtual wearer. */
    public static final HardwareSettings DEFAULT = new HardwareSettings(BackEndName.SIM,
            StimulatorSettings.DEFAULT, SimSettings.DEFAULT, PiSettings.DEFAULT);

    /** Checks itself. */
    public HardwareSettings {
        Ranges.check(HardwareSettings.class, backend, stimulator, sim, pi);
    }
}
