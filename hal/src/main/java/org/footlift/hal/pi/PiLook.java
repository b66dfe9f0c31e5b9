package org.footlift.hal.pi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.HeelSample;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.SerialLink;
import org.footlift.hal.Wiring;
import org.footlift.hal.heel.HeelSource;
import org.footlift.hal.imu.ImuModel;
import org.footlift.hal.serial.SerialPorts;

/** Looks at what is wired, part by part, without a stimulator: pins are taken and released, chips asked who they are and read. */
public final class PiLook {
    private static final long HEEL_NS = 100_000_000;

    /**
     * One part.
     *
     * @param name what it is, in a word or two
     * @param well whether it is as the wiring says
     * @param words what was found, or what is wrong and what to do
     */
    public record Part(String name, boolean well, String words) {}

    @FunctionalInterface
    private interface Look {
        String at(PiParts parts) throws HardwareUnavailable;
    }

    private PiLook() {}

    /** Looks at the board that this program runs on; takes up to three seconds for each IMU that does not answer. */
    public static List<Part> at(HardwareRequest request) {
        return at(request, () -> Pi4jBoard.open(Machine.here()), new SerialPorts());
    }

    static List<Part> at(HardwareRequest request, PiBackEnd.Boards boards, SerialLink.Opener ports) {
        List<Part> found = new ArrayList<>();
        Wiring wiring = request.wiring().orElseThrow(() -> new IllegalArgumentException("nothing is wired"));
        try (PiParts parts = new PiParts(boards.open(), ports, wiring, Scheduling.ORDINARY)) {
            found.add(look("pins", parts, PiLook::pins));
            if (request.heelSwitch()) {
                found.add(look("heel", parts, PiLook::heel));
            }
            for (HardwareRequest.Imu imu : request.imus()) {
                found.add(look(imu.site().name().toLowerCase(Locale.ROOT) + " imu", parts,
                        open -> imu(open, imu, wiring)));
            }
        } catch (HardwareUnavailable unavailable) {
            found.add(new Part("pins", false, String.valueOf(unavailable.getMessage())));
        }
        return found;
    }

    private static Part look(String name, PiParts parts, Look look) {
        try {
            return new Part(name, true, look.at(parts));
        } catch (HardwareUnavailable unavailable) {
            return new Part(name, false, String.valueOf(unavailable.getMessage()));
        }
    }

    private static String pins(PiParts parts) throws HardwareUnavailable {
        parts.heartbeat();
        parts.panel();
        return "heartbeat and panel are free";
    }

    private static String heel(PiParts parts) throws HardwareUnavailable {
        HeelSource heel = parts.heel();
        LockSupport.parkNanos(HEEL_NS);
        SensorFrame frame = new SensorFrame();
        heel.drain(parts.time().timeNs(), frame);
        HeelSample newest = frame.heelCount() == 0 ? new HeelSample() : frame.heel(frame.heelCount() - 1);
        if (!newest.valid) {
            throw new HardwareUnavailable(
                    "The heel sensor's reading is invalid: a lead is broken or shorted, or it is wired otherwise than [hardware.pi.heel] says.");
        }
        return newest.loaded ? "loaded (or a lead is broken: lift the heel and look again)" : "not loaded";
    }

    private static String imu(PiParts parts, HardwareRequest.Imu imu, Wiring wiring) throws HardwareUnavailable {
        parts.imus(List.of(imu));
        String model = wiring.imus().stream().filter(at -> at.site() == imu.site())
                .map(at -> ImuModel.valueOf(at.model().toUpperCase(Locale.ROOT)).label()).findAny().orElse("IMU");
        return model + " answers and measures";
    }
}
