package org.footlift.sim.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.footlift.config.Settings;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.stimulator.OpenEmsStim;
import org.footlift.hal.stimulator.ScienceMode2;
import org.footlift.hal.stimulator.ScienceModeLowLevel;
import org.footlift.hal.stimulator.ScienceModeMidLevel;
import org.footlift.hal.stimulator.StimulatorProtocol;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A walk with each device, undisturbed and disturbed. What reaches the skin is judged at the device. */
class EmulatedWalkTest {
    private static final List<Long> PERIODS = List.of(25_000_000L);
    private static final long WALK_MS = 60_000;
    private static final long TROUBLE_MS = 12_000;
    private static final long TICK_NS = Settings.DEFAULT.loop().periodNs();

    /** A device, how it is driven, and for how long it may go on by itself. */
    private enum Driven {
        SCIENCEMODE4_LOW(EmulatedModel.SCIENCEMODE4, 0), SCIENCEMODE3_LOW(EmulatedModel.SCIENCEMODE3,
                0), SCIENCEMODE4_MID(EmulatedModel.SCIENCEMODE4, 60), SCIENCEMODE3_MID(EmulatedModel.SCIENCEMODE3,
                        60), SCIENCEMODE2(EmulatedModel.SCIENCEMODE2, 60), OPENEMSSTIM(EmulatedModel.OPENEMSSTIM, 60);

        private final EmulatedModel model;
        private final long trainMs;

        Driven(EmulatedModel model, long trainMs) {
            this.model = model;
            this.trainMs = trainMs;
        }

        private StimulatorProtocol driver() {
            return switch (this) {
                case SCIENCEMODE4_LOW -> ScienceModeLowLevel.four();
                case SCIENCEMODE3_LOW -> ScienceModeLowLevel.three();
                case SCIENCEMODE4_MID -> ScienceModeMidLevel.four(PERIODS);
                case SCIENCEMODE3_MID -> ScienceModeMidLevel.three(PERIODS);
                case SCIENCEMODE2 -> new ScienceMode2(PERIODS);
                case OPENEMSSTIM -> new OpenEmsStim(PERIODS, 100_000);
            };
        }

        EmulatedWalk walk() throws HardwareUnavailable {
            return new EmulatedWalk(Settings.DEFAULT,
                    new Wire((skin, log) -> model.create(skin, log, true), driver()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySwingOfAMinuteIsStimulatedAndTheMonitorIsSilent(Driven driven) throws HardwareUnavailable {
        EmulatedWalk walk = driven.walk().walk(WALK_MS);
        assertTrue(walk.coverage.swings() > 40, "swings " + walk.coverage.swings());
        assertEquals(walk.coverage.swings(), walk.coverage.covered());
        assertEquals(0, walk.wire.output.monitor().total(), () -> walk.wire.output.monitor().violations().toString());
        assertEquals(0, walk.faults);
    }

    private static Stream<Arguments> troubles() {
        // an openEMSstim notices nothing and says nothing
        return Stream.of(Driven.values()).filter(driven -> driven != Driven.OPENEMSSTIM).flatMap(driven -> Stream.of(
                Arguments.of(driven, Injection.ELECTRODE, Fault.ELECTRODE),
                Arguments.of(driven, Injection.BUSY, Fault.STIMULATOR_FAULT),
                Arguments.of(driven, Injection.HIGH_VOLTAGE, Fault.STIMULATOR_FAULT),
                Arguments.of(driven, Injection.SILENCE, Fault.STIMULATOR_LOST),
                Arguments.of(driven, Injection.GARBAGE, Fault.STIMULATOR_LOST)));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aTroubleStopsPulsesWithinATickOfItsReportAndLatches(Driven driven, Injection trouble, Fault fault)
            throws HardwareUnavailable {
        EmulatedWalk walk = driven.walk().inject(trouble, TROUBLE_MS).walk(TROUBLE_MS + 5_000);
        assertTrue(walk.lastPulseNs > 5_000 * Wire.MS, "nothing was stimulated before");
        assertTrue(walk.reportedNs < (TROUBLE_MS + 5_000) * Wire.MS, "never reported");
        assertTrue(walk.lastPulseNs <= walk.reportedNs + TICK_NS,
                "last pulse asked for " + (walk.lastPulseNs - walk.reportedNs) + " ns after the report");
        assertTrue(walk.wire.output.lastNs() <= walk.reportedNs + driven.trainMs * Wire.MS,
                "last pulse given " + (walk.wire.output.lastNs() - walk.reportedNs) + " ns after the report");
        assertTrue(fault.in(walk.faults), "faults " + walk.faults);
        assertEquals(Mode.LATCHED, walk.mode);
        assertEquals(0, walk.wire.output.monitor().total());
    }
}
