package org.footlift.hal.pi;

import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.SensorSource;
import org.footlift.hal.SerialLink;
import org.footlift.hal.Stimulator;
import org.footlift.hal.Wiring;
import org.footlift.hal.serial.SerialPorts;

/** The back-end {@code pi}: sensors, panel and heartbeat on the pins and buses of a Raspberry Pi, and a stimulator on a serial port. */
public final class PiBackEnd implements BackEnd {
    /** Opens a board; a test has one of its own. */
    @FunctionalInterface
    interface Boards {
        Board open() throws HardwareUnavailable;
    }

    private static final SensorSource NONE = (_, _) -> {};

    private final Boards boards;
    private final SerialLink.Opener ports;

    /** For {@link java.util.ServiceLoader}. */
    public PiBackEnd() {
        this(() -> Pi4jBoard.open(Machine.here()), new SerialPorts());
    }

    PiBackEnd(Boards boards, SerialLink.Opener ports) {
        this.boards = boards;
        this.ports = ports;
    }

    @Override
    public String name() {
        return "pi";
    }

    @Override
    public Hardware open(HardwareRequest request, Scheduling scheduling) throws HardwareUnavailable {
        Wiring wiring = request.wiring().orElseThrow(
                () -> new HardwareUnavailable(
                        "The back-end pi was not told what is wired. Use a profile with [hardware.pi]."));
        HardwareRequest.Output output = request.output().orElseThrow(() -> new HardwareUnavailable(
                "On a Raspberry Pi a virtual stimulator would leave a real foot hanging. Set hardware.stimulator.protocol and hardware.stimulator.port."));
        PiParts parts = new PiParts(boards.open(), ports, wiring, scheduling);
        try {
            PiHeartbeat heartbeat = parts.heartbeat();
            PiPanel panel = parts.panel();
            SensorSource heel = request.heelSwitch() ? parts.heel() : NONE;
            SensorSource imus = request.imus().isEmpty() ? NONE : parts.imus(request.imus());
            // Last, since it may take seconds and is then ready to pulse.
            Stimulator stimulator = parts.stimulator(output);
            return new PiHardware(new Worn(heel, imus), stimulator, heartbeat, panel, parts.time(), parts::close);
        } catch (HardwareUnavailable | RuntimeException failed) {
            parts.close();
            throw failed;
        }
    }

    /** Heel sensor and IMUs as one; the IMUs are what can complain. */
    record Worn(SensorSource heel, SensorSource imus) implements SensorSource {
        @Override
        public void drain(long nowNs, SensorFrame into) {
            heel.drain(nowNs, into);
            imus.drain(nowNs, into);
        }

        @Override
        public String complaint() {
            return imus.complaint();
        }
    }
}
