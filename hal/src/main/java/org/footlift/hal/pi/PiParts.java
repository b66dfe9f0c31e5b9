package org.footlift.hal.pi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Scheduling;
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
import org.footlift.hal.stimulator.Stimulators;

/** The parts of a wired board, opened one by one; closing it closes them, the last first. */
final class PiParts implements AutoCloseable {
    private final Board board;
    private final SerialLink.Opener ports;
    private final Wiring wiring;
    private final Scheduling scheduling;
    private final SystemTime time = new SystemTime();
    private final List<Runnable> closing = new ArrayList<>();

    /** With a board that closes with it. */
    PiParts(Board board, SerialLink.Opener ports, Wiring wiring, Scheduling scheduling) {
        this.board = board;
        this.ports = ports;
        this.wiring = wiring;
        this.scheduling = scheduling;
        closing.add(board::close);
    }

    /** Stamps what they measure. */
    SystemTime time() {
        return time;
    }

    PiHeartbeat heartbeat() throws HardwareUnavailable {
        return new PiHeartbeat(board.output(wiring.heartbeatGpio(), "footlift-heartbeat"));
    }

    /** The panel, running. */
    PiPanel panel() throws HardwareUnavailable {
        PiPanel panel = new PiPanel(board, wiring.panel(), time);
        closing.add(panel::close);
        panel.start();
        return panel;
    }

    /** The heel sensor, running. */
    HeelSource heel() throws HardwareUnavailable {
        HeelSource source = switch (wiring.heel()) {
            case Wiring.Switch one -> contacts(one.gpio());
            case Wiring.SwitchPair pair -> contacts(pair.gpio(), pair.secondGpio());
            case Wiring.Ads1115 at -> force(new Ads1115(board.open(at.bus(), at.address()), at.channel()), "ADS1115");
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

    /** The inertial sensors, measuring. */
    ImuSource imus(List<HardwareRequest.Imu> asked) throws HardwareUnavailable {
        List<ImuPart> parts = new ArrayList<>();
        for (HardwareRequest.Imu imu : asked) {
            parts.add(part(imu));
        }
        ImuSource source = ImuSources.open(parts, board, ports, time, scheduling);
        closing.add(source::close);
        return source;
    }

    private ImuPart part(HardwareRequest.Imu asked) throws HardwareUnavailable {
        Wiring.Imu at = wiring.imus().stream().filter(imu -> imu.site() == asked.site()).findAny()
                .orElseThrow(() -> new HardwareUnavailable("Nothing is said of where the IMU on the "
                        + asked.site().name().toLowerCase(Locale.ROOT) + " is wired."));
        ImuModel model = ImuModel.valueOf(at.model().toUpperCase(Locale.ROOT));
        ImuPart.Connection connection = model == ImuModel.WITMOTION
                ? new ImuPart.Serial(at.port())
                : new ImuPart.I2c(at.bus(), at.address());
        return new ImuPart(asked.site(), model, asked.rateHz(), connection);
    }

    Stimulator stimulator(HardwareRequest.Output output) throws HardwareUnavailable {
        Stimulator stimulator = Stimulators.open(output, ports, time, scheduling);
        closing.add(stimulator::close);
        return stimulator;
    }

    /** Closes every part, also after one that cannot be closed; what was thrown first is thrown on. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Runnable close : closing.reversed()) {
            try {
                close.run();
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        closing.clear();
        if (first != null) {
            throw first;
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
}
