package org.footlift.sim;

import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;

/** The back-end {@code sim}: a virtual wearer in real time. Its options are those of {@link SimOptions}. */
public final class SimBackEnd implements BackEnd {
    /** For {@link java.util.ServiceLoader}. */
    public SimBackEnd() {}

    @Override
    public String name() {
        return "sim";
    }

    @Override
    public Hardware open(HardwareRequest request) throws HardwareUnavailable {
        return VirtualHardware.inRealTime(request, SimOptions.parse(request.options()));
    }
}
