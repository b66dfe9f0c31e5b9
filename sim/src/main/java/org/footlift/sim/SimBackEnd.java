package org.footlift.sim;

import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Scheduling;
import org.footlift.hal.Stimulator;
import org.footlift.hal.linux.SystemTime;
import org.footlift.hal.serial.SerialPorts;
import org.footlift.hal.stimulator.Stimulators;

/**
 * The back-end {@code sim}: a virtual wearer in real time, with a virtual stimulator, or a real one or an emulator on a serial port. Its
 * options are those of {@link SimOptions}.
 */
public final class SimBackEnd implements BackEnd {
    /** For {@link java.util.ServiceLoader}. */
    public SimBackEnd() {}

    @Override
    public String name() {
        return "sim";
    }

    @Override
    public Hardware open(HardwareRequest request, Scheduling scheduling) throws HardwareUnavailable {
        SimOptions options = SimOptions.parse(request.options());
        return request.output().isEmpty()
                ? VirtualHardware.inRealTime(request, options)
                : driven(request, request.output().get(), options, scheduling);
    }

    /** The wearer appears when the stimulator is ready, which may take it seconds. */
    private static Hardware driven(HardwareRequest request, HardwareRequest.Output output, SimOptions options,
            Scheduling scheduling) throws HardwareUnavailable {
        SystemTime time = new SystemTime();
        Stimulator driver = Stimulators.open(output, new SerialPorts(), time, scheduling);
        try {
            VirtualHardware wearer = VirtualHardware.inRealTime(request, options);
            return new DrivenHardware(wearer, driver, time.timeNs() - wearer.clock().timeNs());
        } catch (HardwareUnavailable e) {
            driver.close();
            throw e;
        }
    }
}
