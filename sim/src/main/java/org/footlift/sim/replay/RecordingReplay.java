package org.footlift.sim.replay;

import java.util.Optional;
import java.util.function.BiConsumer;

import org.footlift.config.DetectorSettings;
import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.HardLimits;
import org.footlift.config.ImuSettings;
import org.footlift.config.SensorSettings;
import org.footlift.config.Settings;
import org.footlift.controller.Controller;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.bids.Recording;

/**
 * One recording through a fresh controller. Ticks come at the profile's rate from the first sample on; a sample enters the first tick at or
 * after its time. Start is pressed at the first usable sample and again after a latched stop, as a wearer would. Deterministic.
 */
public final class RecordingReplay {
    private final Recording recording;
    private final Settings settings;
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private int next;
    private int starts;
    private final BiConsumer<TickInput, TickOutput> listener;

    private RecordingReplay(Recording recording, Settings settings, BiConsumer<TickInput, TickOutput> listener) {
        this.recording = recording;
        this.settings = settings;
        this.listener = listener;
        in.stimulator.condition = StimulatorStatus.Condition.READY;
        in.stimulator.maxAmplitudeUa = HardLimits.AMPLITUDE_UA;
        in.stimulator.maxPulseWidthUs = HardLimits.PULSE_WIDTH_US;
    }

    /**
     * Replays {@code recording}.
     *
     * @param profile settings; placement, axes and sample rate are taken from the recording where it declares them
     * @param sensors which sensors decide, whatever the profile says; of a recording without a heel switch the IMU alone, when both should
     */
    public static ReplayResult of(Recording recording, Settings profile, Choice sensors) {
        return of(recording, profile, sensors, (in, out) -> {});
    }

    /** The same; {@code listener} is shown every tick, in order. Both objects are reused: it copies what must outlive the call. */
    public static ReplayResult of(Recording recording, Settings profile, Choice sensors,
            BiConsumer<TickInput, TickOutput> listener) {
        if (sensors == Choice.HEEL && !recording.hasHeelSwitch()) {
            return ReplayResult.nothingToReplay();
        }
        return new RecordingReplay(recording, fitted(profile, recording, sensors), listener).run();
    }

    /** The profile as this recording's wearer would have it: the sensors that were worn, where and how they were worn. */
    static Settings fitted(Settings profile, Recording recording, Choice sensors) {
        boolean foot = recording.header().site() == ImuSite.FOOT;
        ImuSettings given = foot ? profile.sensors().footImu() : profile.sensors().shankImu();
        int rateHz = (int) Math.round(recording.header().rateHz());
        ImuSettings worn = new ImuSettings(true, rateHz,
                recording.header().mediolateralAxis().orElse(ImuSettings.Axis.FIND),
                recording.header().swingSign().orElse(given.swingSign()));
        ImuSettings other = foot ? profile.sensors().shankImu() : profile.sensors().footImu();
        ImuSettings unworn = new ImuSettings(false, other.rateHz(), other.mediolateralAxis(), other.swingSign());
        SensorSettings fitted = new SensorSettings(recording.hasHeelSwitch(), foot ? worn : unworn,
                foot ? unworn : worn);
        Choice there = sensors == Choice.FUSED && !recording.hasHeelSwitch() ? Choice.IMU : sensors;
        DetectorSettings detector = new DetectorSettings(there, profile.detector().heel(), profile.detector().imu());
        return profile.with(fitted, detector);
    }

    private ReplayResult run() {
        Controller controller = new Controller(settings);
        ReplayLog log = new ReplayLog(pulsePeriodNs(settings));
        long originNs = recording.timeNs(0);
        long periodNs = settings.loop().periodNs();
        long tick = 0;
        while (next < recording.sampleCount()) {
            in.tick = tick;
            in.timeNs = originNs + tick * periodNs;
            boolean usable = takeSamples();
            in.request = usable && out.mode.waitsForStart() ? Request.START : Request.NONE;
            controller.tick(in, out);
            if (in.request == Request.START && !out.mode.waitsForStart()) {
                starts++;
            }
            log.add(in, out);
            listener.accept(in, out);
            tick++;
        }
        return new ReplayResult(log.finish(), tick, starts, Optional.of(settings.detector().sensors()));
    }

    /** True when one of the samples could be used. */
    private boolean takeSamples() {
        SensorFrame frame = in.sensors;
        frame.clear();
        boolean usable = false;
        while (next < recording.sampleCount() && recording.timeNs(next) <= in.timeNs && frame.hasRoomForImu()
                && frame.hasRoomForHeel()) {
            var imu = frame.addImu();
            recording.copyImu(next, imu);
            usable |= imu.valid;
            if (recording.hasHeelSwitch()) {
                var heel = frame.addHeel();
                recording.copyHeel(next, heel);
                usable |= heel.valid;
            }
            next++;
        }
        return usable;
    }

    /** Period of the dorsiflexion channel's pulses, nanoseconds: whole ticks, rounded up. */
    static long pulsePeriodNs(Settings settings) {
        int ticks = settings.loop().pulsePeriodTicks(settings.stimulation().dorsiflexion().frequencyHz());
        return ticks * settings.loop().periodNs();
    }
}
