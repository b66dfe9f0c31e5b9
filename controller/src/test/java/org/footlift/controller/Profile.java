package org.footlift.controller;

import org.footlift.config.ChannelSettings;
import org.footlift.config.DetectorSettings;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.EnvelopeSettings.Timing;
import org.footlift.config.HardwareSettings;
import org.footlift.config.HeelDetectorSettings;
import org.footlift.config.HeelDetectorSettings.Trigger;
import org.footlift.config.ImuDetectorSettings;
import org.footlift.config.ImuSettings;
import org.footlift.config.LimitSettings;
import org.footlift.config.LoopSettings;
import org.footlift.config.ModeSettings;
import org.footlift.config.ProfileSettings;
import org.footlift.config.SensorSettings;
import org.footlift.config.Settings;
import org.footlift.config.StimulationSettings;

/** Settings for a test, said part by part; everything not said is shipped default, with times that do not follow the cadence. */
public final class Profile {
    private LoopSettings loop = LoopSettings.DEFAULT;
    private SensorSettings sensors = SensorSettings.DEFAULT;
    private DetectorSettings detector = DetectorSettings.DEFAULT;
    private StimulationSettings stimulation = StimulationSettings.DEFAULT;
    private EnvelopeSettings envelope = new EnvelopeSettings(0, 200, 100, 100, 150, 200, 1_900, 100, Timing.FIXED, 0,
            false);
    private ModeSettings modes = ModeSettings.DEFAULT;
    private LimitSettings limits = LimitSettings.DEFAULT;

    /** Ticks per second. */
    public Profile rateHz(int hz) {
        loop = new LoopSettings(hz);
        return this;
    }

    /** Which sensors are worn and which decide. */
    public Profile sensors(DetectorSettings.Choice choice, boolean heel, boolean foot, boolean shank) {
        sensors = new SensorSettings(heel, worn(foot), worn(shank));
        detector = new DetectorSettings(choice, detector.heel(), detector.imu());
        return this;
    }

    /** The heel switch alone, without debounce, so that an event is decided in the tick of its edge. */
    public Profile heelOnly() {
        sensors(DetectorSettings.Choice.HEEL, true, false, false);
        return heel(new HeelDetectorSettings(0, Trigger.RISE, 80, 4_000));
    }

    /** How the heel switch is read. */
    public Profile heel(HeelDetectorSettings heel) {
        detector = new DetectorSettings(detector.sensors(), heel, ImuDetectorSettings.DEFAULT);
        return this;
    }

    private static ImuSettings worn(boolean worn) {
        return new ImuSettings(worn, 100, ImuSettings.Axis.Y, ImuSettings.Sign.POSITIVE);
    }

    /** The only channel. */
    public Profile channel(ChannelSettings dorsiflexion) {
        return channels(dorsiflexion, StimulationSettings.DEFAULT.eversion());
    }

    /** Both channels. */
    public Profile channels(ChannelSettings dorsiflexion, ChannelSettings eversion) {
        stimulation = new StimulationSettings(dorsiflexion, eversion);
        return this;
    }

    /** How a burst rises, lasts and falls. */
    public Profile envelope(EnvelopeSettings wanted) {
        envelope = wanted;
        return this;
    }

    /** Bursts at a lead before toe off, milliseconds, if wanted already before heel off. */
    public Profile lead(int leadMs, boolean beforeHeelOff) {
        envelope = new EnvelopeSettings(envelope.delayMs(), envelope.risingMs(), envelope.plateauPct(),
                envelope.extensionMs(), envelope.fallingMs(), envelope.minDurationMs(), envelope.maxDurationMs(),
                envelope.refractoryMs(), envelope.timing(), leadMs, beforeHeelOff);
        return this;
    }

    /** Walking, exercise and test. */
    public Profile modes(ModeSettings wanted) {
        modes = wanted;
        return this;
    }

    /** The caps. */
    public Profile limits(LimitSettings wanted) {
        limits = wanted;
        return this;
    }

    /**
     * What the governor needs, unchecked against each other: it must hold its limits under settings that would be refused.
     *
     * @param loop the loop's
     * @param stimulation the channels'
     * @param refractoryMs the pause between two bursts
     * @param limits the caps
     */
    public record Parts(LoopSettings loop, StimulationSettings stimulation, int refractoryMs, LimitSettings limits) {}

    /** The governor's parts. */
    public Parts parts() {
        return new Parts(loop, stimulation, envelope.refractoryMs(), limits);
    }

    /** The whole. */
    public Settings settings() {
        return new Settings(ProfileSettings.DEFAULT, loop, HardwareSettings.DEFAULT, sensors, detector, stimulation,
                envelope, modes, limits);
    }
}
