package org.footlift.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.footlift.config.DetectorSettings;
import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.Settings;
import org.footlift.config.SimSettings;
import org.footlift.controller.Controller;
import org.footlift.controller.loop.ControlLoop;
import org.footlift.controller.loop.Requests;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole controller on a virtual wearer: loop, detector, planner, governor, stimulator, in stepped time. */
class VirtualWalkTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<Integer> faults = new ArrayList<>();
    private final Set<BurstStart> starts = EnumSet.noneOf(BurstStart.class);
    private int limits;

    @ParameterizedTest
    @CsvSource({"ABLE, 1", "ABLE, 2", "MILD, 1", "MILD, 2", "MILD, 3", "STROKE, 1", "STROKE, 2"})
    void everySwingOfAVirtualWearerIsStimulatedThroughout(SimSettings.Wearer wearer, int seed) throws Exception {
        VirtualHardware hardware = walk(Choice.FUSED, wearer, seed, 300);
        assertTrue(hardware.truth().strides() > 150, "walked");
        assertEquals(hardware.truth().swings(), hardware.truth().covered());
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void everyChoiceOfSensorsLiftsTheFoot(Choice choice) throws Exception {
        VirtualHardware hardware = walk(choice, SimSettings.Wearer.MILD, 5, 120);
        assertTrue(hardware.truth().covered() >= hardware.truth().swings() - 2, "covered all but the first two swings: "
                + hardware.truth());
        assertEquals(List.of(), faults);
    }

    @Test
    void theIndependentMonitorFindsNothingToObjectTo() throws Exception {
        VirtualHardware hardware = walk(Choice.FUSED, SimSettings.Wearer.STROKE, 9, 300);
        assertEquals(List.of(), hardware.stimulator().monitor().violations());
    }

    /** A lead that reaches far back before heel off of an able wearer, and hardly to heel off of a slow one. */
    @ParameterizedTest
    @CsvSource({"ABLE, 300", "MILD, 300", "MILD, 150", "STROKE, 100"})
    void aLeadBeforeToeOffMissesNoSwingAndMeetsNoLimit(SimSettings.Wearer wearer, int leadMs) throws Exception {
        EnvelopeSettings plain = EnvelopeSettings.DEFAULT;
        VirtualHardware hardware = walk(Settings.DEFAULT.with(new EnvelopeSettings(plain.delayMs(), plain.risingMs(),
                plain.plateauPct(), plain.extensionMs(), plain.fallingMs(), plain.minDurationMs(),
                plain.maxDurationMs(), plain.refractoryMs(), plain.timing(), leadMs, true)), wearer, 4, 300);
        assertEquals(hardware.truth().swings(), hardware.truth().covered());
        assertEquals(List.of(), faults);
        assertEquals(List.of(), hardware.stimulator().monitor().violations());
        int refused = Limit.STANCE.bit() | Limit.BURST.bit() | Limit.SPACING.bit();
        assertEquals(0, limits & refused);
        assertTrue(starts.contains(leadMs == 300 ? BurstStart.BEFORE_HEEL_OFF : BurstStart.LEAD), starts::toString);
    }

    private VirtualHardware walk(Choice choice, SimSettings.Wearer wearer, int seed, int seconds)
            throws HardwareUnavailable {
        return walk(Settings.DEFAULT.with(new DetectorSettings(choice, Settings.DEFAULT.detector().heel(),
                Settings.DEFAULT.detector().imu())), wearer, seed, seconds);
    }

    private VirtualHardware walk(Settings settings, SimSettings.Wearer wearer, int seed, int seconds)
            throws HardwareUnavailable {
        Map<String, String> options = new TreeMap<>(SimOptions.from(settings));
        options.put("wearer", wearer.name());
        options.put("seed", Integer.toString(seed));
        HardwareRequest request = new HardwareRequest(List.of(new HardwareRequest.Imu(ImuSite.FOOT, 100)), true, 1,
                options);
        VirtualHardware hardware = VirtualHardware.stepped(request, SimOptions.parse(options), new SteppedTime());
        Requests requests = new Requests();
        ControlLoop loop = new ControlLoop(new Controller(settings), hardware, (in, out) -> {
            if (in.tick == settings.loop().rateHz()) {
                requests.offer(Request.START);
            }
            starts.add(out.burstStart);
            limits |= out.limits;
            if (out.faults != 0) {
                faults.add(out.faults);
            }
        }, requests, settings.loop().periodNs(), seconds * SECOND);
        loop.run();
        assertNull(loop.failure());
        hardware.close();
        return hardware;
    }
}
