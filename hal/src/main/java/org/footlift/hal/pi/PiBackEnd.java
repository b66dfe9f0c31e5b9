package org.footlift.hal.pi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.footlift.hal.heel.Ads1115;
import org.footlift.hal.heel.Contact;
import org.footlift.hal.heel.ForceInput;
import org.footlift.hal.heel.HeelForce;
import org.footlift.hal.heel.HeelSensor;
import org.footlift.hal.heel.HeelSource;
import org.footlift.hal.heel.HeelSwitch;
import org.footlift.hal.heel.Mcp3008;
import org.footlift.hal.imu.ImuModel;
import org.footlift.hal.imu.ImuPart;
import org.footlift.hal.imu.ImuSource;
import org.footlift.hal.imu.ImuSources;
import org.footlift.hal.linux.SystemTime;
import org.footlift.hal.serial.SerialPorts;
import org.footlift.hal.stimulator.Stimulators;

/** The back-end {@code pi}: sensors, panel and heartbeat on the pins and buses of a Raspberry Pi, and a stimulator on a serial port. */
public final class PiBackEnd implements BackEnd {
    /** Opens a board; a test has one of its own. */
    @FunctionalInterface
    interface Boards {
        Board open() throws HardwareUnavailable;
    }

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
        Assembly assembly = new Assembly(boards.open(), scheduling);
        try {
            return assembly.of(request, wiring, output);
        } catch (HardwareUnavailable unavailable) {
            assembly.close();
            throw unavailable;
        }
    }

    /** What has been opened so far, and how it is closed again: the last first. */
    private final class Assembly {
        private final Board board;
        private final Scheduling scheduling;
        private final SystemTime time = new SystemTime();
        private final List<Runnable> closing = new ArrayList<>();

        Assembly(Board board, Scheduling scheduling) {
            this.board = board;
            this.scheduling = scheduling;
            closing.add(board::close);
        }

        Hardware of(HardwareRequest request, Wiring wiring, HardwareRequest.Output output)
                throws HardwareUnavailable {
            PiHeartbeat heartbeat = new PiHeartbeat(board.output(wiring.heartbeatGpio(), "footlift-heartbeat"));
            PiPanel panel = new PiPanel(board, wiring.panel(), time);
            closing.add(panel::close);
            panel.start();
            SensorSource sensors = both(request.heelSwitch() ? heel(wiring.heel()) : (_, _) -> {},
                    imus(request, wiring));
            // Last, since it may take seconds and is then ready to pulse.
            Stimulator stimulator = Stimulators.open(output, ports, time, scheduling);
            closing.add(stimulator::close);
            return new PiHardware(sensors, stimulator, heartbeat, panel, time, this::close);
        }

        private HeelSource heel(Wiring.Heel wired) throws HardwareUnavailable {
            HeelSource source = switch (wired) {
                case Wiring.Switch one -> contacts(one.gpio());
                case Wiring.SwitchPair pair -> contacts(pair.gpio(), pair.secondGpio());
                case Wiring.Ads1115 at -> force(
                        new Ads1115(board.open(at.bus(), at.address()), at.channel()), "ADS1115");
                case Wiring.Mcp3008 at -> force(
                        new Mcp3008(board.open(at.bus(), at.chipSelect(), Mcp3008.CLOCK_HZ), at.channel()), "MCP3008");
            };
            closing.add(source::close);
            source.start();
            return source;
        }

        private HeelSource contacts(int... gpios) throws HardwareUnavailable {
            EdgeRelay edges = new EdgeRelay();
            Contact opens = board.input(gpios[0], "footlift-heel", edges);
            HeelSensor sensor = gpios.length == 1
                    ? new HeelSwitch(opens)
                    : new HeelSwitch(opens, board.input(gpios[1], "footlift-heel-2", edges));
            HeelSource source = new HeelSource(sensor, HeelSource.CONTACT_PERIOD_NS, time, scheduling);
            edges.to(source);
            return source;
        }

        private HeelSource force(ForceInput input, String converter) throws HardwareUnavailable {
            try {
                input.begin();
                input.read();
            } catch (ForceInput.Failed failed) {
                HardwareUnavailable unavailable = new HardwareUnavailable("The heel sensor's " + converter
                        + " does not answer: " + failed.getMessage() + ". Check its wiring and [hardware.pi.heel].");
                unavailable.initCause(failed);
                throw unavailable;
            }
            return new HeelSource(new HeelForce(input), HeelSource.FORCE_PERIOD_NS, time, scheduling);
        }

        private SensorSource imus(HardwareRequest request, Wiring wiring) throws HardwareUnavailable {
            if (request.imus().isEmpty()) {
                return (_, _) -> {};
            }
            List<ImuPart> parts = new ArrayList<>();
            for (HardwareRequest.Imu asked : request.imus()) {
                parts.add(part(asked, wiring));
            }
            ImuSource source = ImuSources.open(parts, board, ports, time, scheduling);
            closing.add(source::close);
            return source;
        }

        void close() {
            for (Runnable close : closing.reversed()) {
                close.run();
            }
            closing.clear();
        }
    }

    /** Edges may come before there is somebody to tell. */
    private static final class EdgeRelay implements Runnable {
        private volatile Runnable listener = () -> {};

        void to(HeelSource source) {
            listener = source::edge;
        }

        @Override
        public void run() {
            listener.run();
        }
    }

    private static SensorSource both(SensorSource heel, SensorSource imus) {
        return (long nowNs, SensorFrame into) -> {
            heel.drain(nowNs, into);
            imus.drain(nowNs, into);
        };
    }

    private static ImuPart part(HardwareRequest.Imu asked, Wiring wiring) throws HardwareUnavailable {
        Wiring.Imu at = wiring.imus().stream().filter(imu -> imu.site() == asked.site()).findAny()
                .orElseThrow(() -> new HardwareUnavailable("Nothing is said of where the IMU on the "
                        + asked.site().name().toLowerCase(Locale.ROOT) + " is wired."));
        ImuModel model = ImuModel.valueOf(at.model().toUpperCase(Locale.ROOT));
        ImuPart.Connection connection = model == ImuModel.WITMOTION
                ? new ImuPart.Serial(at.port())
                : new ImuPart.I2c(at.bus(), at.address());
        return new ImuPart(asked.site(), model, asked.rateHz(), connection);
    }
}
