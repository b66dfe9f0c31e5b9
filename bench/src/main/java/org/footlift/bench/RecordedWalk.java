package org.footlift.bench;

import java.util.ArrayList;
import java.util.List;

import org.footlift.config.Settings;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.StimulatorStatus;
import org.footlift.sim.SimOptions;
import org.footlift.sim.SteppedTime;
import org.footlift.sim.VirtualHardware;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;

/**
 * Everything the loop would hand to the controller while the virtual wearer stands, presses Start and walks on without end. The sensors are
 * read beforehand, in stepped time; what is played allocates nothing. The first {@link #LEAD_IN_S} seconds are played once, what follows
 * over and over with its time moved on: a step of the wearer is cut short once every {@link #LOOP_S} seconds. One thread.
 */
public final class RecordedWalk {
    /** Until the intensity has risen and the detector knows the wearer, seconds. */
    public static final int LEAD_IN_S = 30;
    /** Length of what is repeated, seconds: about 250 strides. */
    public static final int LOOP_S = 300;

    private static final int START_S = 1;

    private final ImuSample[] imu;
    private final HeelSample[] heel;
    private final int[] imuUntil;
    private final int[] heelUntil;
    private final StimulatorStatus stimulator = new StimulatorStatus();
    private final long periodNs;
    private final int startTick;
    private final int loopFrom;

    private int next;
    private long played;
    private long shiftNs;

    /**
     * Has the wearer of {@code settings} walk, with the sensors that these say are worn, at the rate of their loop.
     *
     * @throws HardwareUnavailable when the settings ask for what a leg cannot wear
     */
    public RecordedWalk(Settings settings) throws HardwareUnavailable {
        int rateHz = settings.loop().rateHz();
        periodNs = settings.loop().periodNs();
        startTick = START_S * rateHz;
        loopFrom = LEAD_IN_S * rateHz;
        int ticks = loopFrom + LOOP_S * rateHz;
        imuUntil = new int[ticks];
        heelUntil = new int[ticks];
        List<ImuSample> imus = new ArrayList<>();
        List<HeelSample> heels = new ArrayList<>();
        SteppedTime time = new SteppedTime();
        try (VirtualHardware hardware = VirtualHardware.stepped(SimOptions.request(settings),
                SimOptions.parse(SimOptions.from(settings)), time)) {
            SensorFrame frame = new SensorFrame();
            for (int tick = 0; tick < ticks; tick++) {
                time.advance(periodNs);
                frame.clear();
                hardware.sensors().drain(time.timeNs(), frame);
                keep(frame, imus, heels);
                imuUntil[tick] = imus.size();
                heelUntil[tick] = heels.size();
            }
            hardware.stimulator().status(stimulator);
        }
        imu = imus.toArray(ImuSample[]::new);
        heel = heels.toArray(HeelSample[]::new);
    }

    private static void keep(SensorFrame frame, List<ImuSample> imus, List<HeelSample> heels) {
        for (int i = 0; i < frame.imuCount(); i++) {
            ImuSample copy = new ImuSample();
            copy.copyFrom(frame.imu(i));
            imus.add(copy);
        }
        for (int i = 0; i < frame.heelCount(); i++) {
            HeelSample copy = new HeelSample();
            copy.copyFrom(frame.heel(i));
            heels.add(copy);
        }
    }

    /** Overwrites {@code in} with the next tick's input. */
    public void next(TickInput in) {
        if (next == imuUntil.length) {
            next = loopFrom;
            shiftNs += (imuUntil.length - loopFrom) * periodNs;
        }
        played++;
        in.tick = played;
        in.timeNs = played * periodNs;
        in.request = played == startTick ? Request.START : Request.NONE;
        in.stimulator.copyFrom(stimulator);
        fill(in.sensors);
        next++;
    }

    private void fill(SensorFrame frame) {
        frame.clear();
        for (int i = next == 0 ? 0 : imuUntil[next - 1]; i < imuUntil[next]; i++) {
            ImuSample sample = frame.addImu();
            sample.copyFrom(imu[i]);
            sample.timeNs += shiftNs;
        }
        for (int i = next == 0 ? 0 : heelUntil[next - 1]; i < heelUntil[next]; i++) {
            HeelSample sample = frame.addHeel();
            sample.copyFrom(heel[i]);
            sample.timeNs += shiftNs;
        }
    }
}
