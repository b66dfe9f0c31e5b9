package org.footlift.sim.emulator;

import java.util.Locale;
import java.util.function.Consumer;

/** The devices there are emulators of, by the protocol they speak. */
public enum EmulatedModel {
    /** HASOMED P24. */
    SCIENCEMODE4,
    /** HASOMED RehaMove3. */
    SCIENCEMODE3,
    /** HASOMED RehaStim2. */
    SCIENCEMODE2,
    /** openEMSstim with a TENS unit. */
    OPENEMSSTIM;

    /**
     * A device that was just switched on.
     *
     * @param strict whether it enforces limits of its firmware that known clients break
     */
    public EmulatedDevice create(Skin skin, Consumer<LoggedCommand> log, boolean strict) {
        return switch (this) {
            case SCIENCEMODE4 -> new EmulatedScienceMode34(EmulatedScienceMode34.Model.P24, skin, log);
            case SCIENCEMODE3 -> new EmulatedScienceMode34(EmulatedScienceMode34.Model.REHAMOVE3, skin, log);
            case SCIENCEMODE2 -> new EmulatedScienceMode2(skin, log, strict);
            case OPENEMSSTIM -> new EmulatedOpenEmsStim(skin, log);
        };
    }

    /** As a profile writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
