package org.footlift.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything the controller is told, immutable. Each part checks itself; what concerns several parts is checked here.
 *
 * @param profile whose and what for
 * @param loop the control loop
 * @param hardware the devices
 * @param sensors where they are worn
 * @param detector how gait events are found
 * @param stimulation what a pulse is
 * @param envelope how a burst rises and falls
 * @param modes walking, exercise, test
 * @param limits the caps below the compiled ceilings
 */
public record Settings(
        @Setting("Whose profile this is.") ProfileSettings profile,
        @Setting("The control loop.") LoopSettings loop,
        @Setting("The devices.") HardwareSettings hardware,
        @Setting("The sensors and how they are worn.") SensorSettings sensors,
        @Setting("How gait events are found.") DetectorSettings detector,
        @Setting("What a pulse is, per channel.") StimulationSettings stimulation,
        @Setting("How a burst rises, lasts and falls.") EnvelopeSettings envelope,
        @Setting("Walking, exercise and test.") ModeSettings modes,
        @Setting("The caps of clinician and wearer, below the compiled ceilings.") LimitSettings limits) {

    /** The settings of a profile that says nothing: the virtual wearer. */
    public static final Settings DEFAULT = new Settings(ProfileSettings.DEFAULT, LoopSettings.DEFAULT,
            HardwareSettings.DEFAULT, SensorSettings.DEFAULT, DetectorSettings.DEFAULT, StimulationSettings.DEFAULT,
            EnvelopeSettings.DEFAULT, ModeSettings.DEFAULT, LimitSettings.DEFAULT);

    /**
     * Checks what its parts must agree on.
     *
     * @throws ConflictingSettings naming every disagreement
     */
    public Settings {
        Ranges.check(Settings.class, profile, loop, hardware, sensors, detector, stimulation, envelope, modes, limits);
        List<Conflict> conflicts = new ArrayList<>();
        conflicts.addAll(WearingConflicts.find(hardware, sensors, detector));
        conflicts.addAll(StimulatorConflicts.find(hardware.stimulator(), stimulation));
        conflicts.addAll(PulseConflicts.find(loop, stimulation, limits));
        conflicts.addAll(BurstConflicts.find(detector, envelope, modes, limits));
        if (!conflicts.isEmpty()) {
            throw new ConflictingSettings(conflicts);
        }
    }

    /** One of the sections. */
    public sealed interface Part
            permits ProfileSettings, LoopSettings, HardwareSettings, SensorSettings, DetectorSettings,
            StimulationSettings, EnvelopeSettings, ModeSettings, LimitSettings {}

    /**
     * These settings with other sections. What belongs together changes together: a detector with its sensors.
     *
     * @throws ConflictingSettings when they do not fit together
     */
    public Settings with(Part... others) {
        ProfileSettings newProfile = profile;
        LoopSettings newLoop = loop;
        HardwareSettings newHardware = hardware;
        SensorSettings newSensors = sensors;
        DetectorSettings newDetector = detector;
        StimulationSettings newStimulation = stimulation;
        EnvelopeSettings newEnvelope = envelope;
        ModeSettings newModes = modes;
        LimitSettings newLimits = limits;
        for (Part other : others) {
            switch (other) {
                case ProfileSettings part -> newProfile = part;
                case LoopSettings part -> newLoop = part;
                case HardwareSettings part -> newHardware = part;
                case SensorSettings part -> newSensors = part;
                case DetectorSettings part -> newDetector = part;
                case StimulationSettings part -> newStimulation = part;
                case EnvelopeSettings part -> newEnvelope = part;
                case ModeSettings part -> newModes = part;
                case LimitSettings part -> newLimits = part;
            }
        }
        return new Settings(newProfile, newLoop, newHardware, newSensors, newDetector, newStimulation, newEnvelope,
                newModes,
                newLimits);
    }
}
