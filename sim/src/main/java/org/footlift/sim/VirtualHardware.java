package org.footlift.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.footlift.hal.Clock;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSite;
import org.footlift.hal.Pacer;
import org.footlift.hal.SensorSource;
import org.footlift.hal.linux.SystemTime;
import org.footlift.hal.Stimulator;
import org.footlift.sim.sensor.ImuGrade;
import org.footlift.sim.sensor.VirtualHeelSwitch;
import org.footlift.sim.sensor.VirtualImu;
import org.footlift.sim.sensor.VirtualSensors;
import org.footlift.sim.stimulator.BurstLog;
import org.footlift.sim.stimulator.OutputDeclaration;
import org.footlift.sim.stimulator.PulseMonitor;
import org.footlift.sim.stimulator.SwingCoverage;
import org.footlift.sim.stimulator.VirtualStimulator;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.TruthListener;
import org.footlift.sim.wearer.VirtualWearer;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.telemetry.GaitEvent;

/**
 * A wearer, their sensors and a stimulator that is watched. The wearer's time 0 is the clock's time 0, and draining the sensors is what
 * makes the wearer move. Everything random comes from the seed, each part with dice of its own: a sensor more does not change the walk.
 * Counts and truth belong to the control loop; others read them when it has stopped.
 */
public final class VirtualHardware implements Hardware, Walked {
    /** Two ticks of a real-time loop on a busy machine hand over at moments that differ by about this much. */
    private static final long REAL_TIME_JITTER_NS = 500_000;
    private static final WalkScript.Part AFTERWARDS = new WalkScript.Stand(WalkScript.Stand.LONGEST_MS);
    private static final double LOWEST_RATE_HZ = 1;
    private static final double HIGHEST_RATE_HZ = 10_000;

    private final Clock clock;
    private final Pacer pacer;
    private final VirtualStimulator stimulator;
    private final VirtualHeartbeat heartbeat = new VirtualHeartbeat();
    private final VirtualPanel panel = new VirtualPanel();
    private final SwingCoverage coverage;
    private final VirtualWearer wearer;
    private final WalkScript script;
    private final SensorSource sensors;
    private final List<TruthListener> listeners = new ArrayList<>();
    private long strides;

    private VirtualHardware(HardwareRequest request, SimOptions options, Clock clock, Pacer pacer, long jitterNs,
            UnaryOperator<SensorSource> spoiling) {
        this.clock = clock;
        this.pacer = pacer;
        List<OutputDeclaration> outputs = options.outputs();
        List<BurstLog> bursts = outputs.stream().map(output -> new BurstLog(output.periodNs())).toList();
        stimulator = new VirtualStimulator(clock, bursts, new PulseMonitor(outputs, options.use(), jitterNs));
        coverage = new SwingCoverage(bursts.getFirst());
        script = options.script();
        wearer = new VirtualWearer(options.wearer(), options.seed(), options.script(), this::happened);
        SensorSource worn = spoiling.apply(sensorsOn(wearer, request, options));
        sensors = (nowNs, into) -> {
            worn.drain(nowNs, into);
            coverage.advanceTo(nowNs);
        };
    }

    /**
     * A wearer in real time, who appears now.
     *
     * @throws HardwareUnavailable when the request asks for what a leg cannot wear
     */
    public static VirtualHardware inRealTime(HardwareRequest request, SimOptions options) throws HardwareUnavailable {
        check(request);
        SystemTime time = new SystemTime();
        return new VirtualHardware(request, options, time, time, REAL_TIME_JITTER_NS, UnaryOperator.identity());
    }

    /**
     * A wearer in {@code time}, which should begin at 0.
     *
     * @throws HardwareUnavailable when the request asks for what a leg cannot wear
     */
    public static VirtualHardware stepped(HardwareRequest request, SimOptions options, SteppedTime time)
            throws HardwareUnavailable {
        return stepped(request, options, time, UnaryOperator.identity());
    }

    /**
     * A wearer in {@code time}, which should begin at 0, and whose sensors {@code spoiling} makes worse.
     *
     * @throws HardwareUnavailable when the request asks for what a leg cannot wear
     */
    public static VirtualHardware stepped(HardwareRequest request, SimOptions options, SteppedTime time,
            UnaryOperator<SensorSource> spoiling) throws HardwareUnavailable {
        check(request);
        return new VirtualHardware(request, options, time, time, 0, spoiling);
    }

    @Override
    public SensorSource sensors() {
        return sensors;
    }

    @Override
    public VirtualStimulator stimulator() {
        return stimulator;
    }

    @Override
    public VirtualHeartbeat heartbeat() {
        return heartbeat;
    }

    @Override
    public VirtualPanel panel() {
        return panel;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Pacer pacer() {
        return pacer;
    }

    /** Silences the stimulator, which refuses pulses from then on, and judges the last swing. Call it when the loop has stopped. The truth stays readable. */
    @Override
    public void close() {
        stimulator.close();
        coverage.finish();
    }

    /** {@inheritDoc} A swing that ended within the last pulse period is not judged before {@link #close}. */
    @Override
    public WalkTruth truth() {
        return new WalkTruth(strides, coverage.swings(), coverage.covered(), coverage.missed());
    }

    /** What the script has the wearer do now; standing once all of it is over. */
    public WalkScript.Part part() {
        int part = wearer.state().part;
        return part < script.parts().size() ? script.parts().get(part) : AFTERWARDS;
    }

    /** Tells {@code listener} of every true event from now on, on the thread that drains the sensors. */
    public void onTruth(TruthListener listener) {
        listeners.add(listener);
    }

    private void happened(GaitEvent event, long timeNs) {
        if (event == GaitEvent.HEEL_STRIKE) {
            strides++;
        }
        coverage.happened(event, timeNs);
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).happened(event, timeNs);
        }
    }

    private static VirtualSensors sensorsOn(VirtualWearer wearer, HardwareRequest request, SimOptions options) {
        Dice dice = new Dice(~options.seed());
        Map<ImuSite, Dice> diceOf = new EnumMap<>(ImuSite.class);
        for (ImuSite site : ImuSite.values()) {
            diceOf.put(site, dice.split());
        }
        Dice heelDice = dice.split();
        List<VirtualImu> imus = request.imus().stream()
                .map(imu -> new VirtualImu(imu.site(), imu.rateHz(),
                        imu.site() == ImuSite.FOOT ? options.foot() : options.shank(), ImuGrade.CONSUMER,
                        Objects.requireNonNull(diceOf.get(imu.site()))))
                .toList();
        return new VirtualSensors(wearer, imus,
                request.heelSwitch() ? new VirtualHeelSwitch(heelDice, wearer.state()) : null);
    }

    private static void check(HardwareRequest request) throws HardwareUnavailable {
        if (request.imus().stream().map(HardwareRequest.Imu::site).distinct().count() != request.imus().size()) {
            throw new HardwareUnavailable(
                    "Two IMUs are asked for at one site. Ask for at most one on the foot and one on the shank.");
        }
        for (HardwareRequest.Imu imu : request.imus()) {
            if (!(imu.rateHz() >= LOWEST_RATE_HZ && imu.rateHz() <= HIGHEST_RATE_HZ)) {
                throw new HardwareUnavailable(
                        "The " + imu.site().name().toLowerCase(Locale.ROOT) + " IMU is asked for "
                                + imu.rateHz() + " samples per second. Give " + LOWEST_RATE_HZ + " to "
                                + HIGHEST_RATE_HZ + ".");
            }
        }
        if (request.channels() < 1 || request.channels() > Stimulator.MAX_CHANNELS) {
            throw new HardwareUnavailable(request.channels() + " stimulation channels are asked for. Give 1 to "
                    + Stimulator.MAX_CHANNELS + ".");
        }
    }
}
