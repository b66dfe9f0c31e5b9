package org.footlift.hal.stimulator;

import java.util.function.Supplier;
import org.footlift.hal.Clock;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SerialLink;
import org.footlift.hal.Stimulator;

/** Opens the stimulator that a request names. */
public final class Stimulators {
    private Stimulators() {}

    /**
     * Opens it, ready and silent.
     *
     * @param scheduling what its threads enter
     * @throws HardwareUnavailable when there is none such, with what to do about it
     */
    public static Stimulator open(HardwareRequest.Output output, SerialLink.Opener opener, Clock clock,
            Scheduling scheduling) throws HardwareUnavailable {
        return SerialStimulator.open(protocols(output), opener, output.port(), clock, scheduling);
    }

    private static Supplier<StimulatorProtocol> protocols(HardwareRequest.Output output) throws HardwareUnavailable {
        return switch (output.protocol()) {
            case "sciencemode4" ->
                output.midLevel() ? () -> ScienceModeMidLevel.four(output.periodsNs()) : ScienceModeLowLevel::four;
            case "sciencemode3" ->
                output.midLevel() ? () -> ScienceModeMidLevel.three(output.periodsNs()) : ScienceModeLowLevel::three;
            case "sciencemode2" -> () -> new ScienceMode2(output.periodsNs());
            case "openemsstim" -> () -> new OpenEmsStim(output.periodsNs(), output.fullScaleUa());
            default -> throw new HardwareUnavailable("There is no driver for \"" + output.protocol()
                    + "\". Choose sciencemode4, sciencemode3, sciencemode2 or openemsstim.");
        };
    }
}
