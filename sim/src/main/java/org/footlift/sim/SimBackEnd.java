package org.footlift.sim;

import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Stimulator;
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
    public Hardware open(HardwareRequest request) throws HardwareUnavailable {
        SimOptions options = SimOptions.parse(request.options());
        return request.output().isEmpty()
                ? VirtualHardware.inRealTime(request, options)
                : driven(request, request.output().get(), options);
    }

    /** The wearer appears when the stimulator is ready, which may take it seconds. */
    private static Hardware driven(HardwareRequest request, HardwareRequest.Output output, SimOptions options)
            throws HardwareUnavailable {
        RealTime time = new RealTime();
        Stimulator driver = Stimulators.open(output, new SerialPorts(), time);
        try {
            VirtualHardware wearer = VirtualHardware.inRealTime(request, options);
            return new DrivenHardware(wearer, driver, time.timeNs() - wearer.clock().timeNs());
        } catch (HardwareUnavailable e) {
            driver.close();
            throw e;
        }
    }
}
