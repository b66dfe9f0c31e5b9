package org.footlift.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareRequest.Imu;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSite;
import org.footlift.hal.PanelState;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SensorFrame;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WalkScript.Stand;
import org.footlift.sim.wearer.WalkScript.Walk;
import org.footlift.telemetry.GaitEvent;
import org.junit.jupiter.api.Test;

class VirtualHardwareTest {
    private static final long TICK_NS = 5_000_000;
    private static final Imu FOOT = new Imu(ImuSite.FOOT, 100);
    private static final Imu SHANK = new Imu(ImuSite.SHANK, 100);

    private final SteppedTime time = new SteppedTime();
    private final SensorFrame frame = new SensorFrame();
    private boolean on;
    private int strides;

    @Test
    void countsStridesAndTheSwingsThatStimulationCovered() throws HardwareUnavailable {
        VirtualHardware hardware = open(FOOT);
        stimulate(hardware, 30, 1);
        WalkTruth truth = hardware.truth();
        assertTrue(truth.strides() > 15, truth.toString());
        assertEquals(truth.strides(), truth.swings());
        assertEquals(new WalkTruth(truth.strides(), truth.swings(), truth.swings(), 0), truth);
        assertEquals(List.of(), hardware.stimulator().monitor().violations());
    }

    @Test
    void aSwingThatGoesWithoutIsMissed() throws HardwareUnavailable {
        VirtualHardware hardware = open(FOOT);
        stimulate(hardware, 30, 2);
        WalkTruth truth = hardware.truth();
        assertEquals(truth.swings(), truth.covered() + truth.missed());
        assertTrue(Math.abs(truth.covered() - truth.missed()) <= 1, truth.toString());
    }

    @Test
    void closingJudgesTheSwingThatHasJustEnded() throws HardwareUnavailable {
        VirtualHardware hardware = open(FOOT);
        while (hardware.truth().strides() == 0) {
            drainUntil(hardware, time.timeNs() + TICK_NS);
        }
        assertEquals(0, hardware.truth().swings());
        hardware.close();
        assertEquals(new WalkTruth(1, 1, 0, 1), hardware.truth());
    }

    @Test
    void noSampleMeansNoMotion() throws HardwareUnavailable {
        VirtualHardware hardware = open(FOOT);
        time.advance(60_000_000_000L);
        assertEquals(new WalkTruth(0, 0, 0, 0), hardware.truth());
    }

    @Test
    void aSensorMoreDoesNotChangeWhatTheFirstOneSays() throws HardwareUnavailable {
        assertEquals(footLines(open(FOOT)), footLines(open(FOOT, SHANK)));
    }

    @Test
    void onlyTheSensorsAskedForSpeak() throws HardwareUnavailable {
        HardwareRequest request = new HardwareRequest(List.of(SHANK), false, 1, Map.of());
        VirtualHardware hardware = VirtualHardware.stepped(request, SimOptions.parse(Map.of()), time);
        time.advance(100_000_000);
        hardware.sensors().drain(time.timeNs(), frame);
        assertEquals(0, frame.heelCount());
        assertEquals(10, frame.imuCount(), 1.0);
        assertEquals(ImuSite.SHANK, frame.imu(0).site);
    }

    @Test
    void drainingAllocatesNothing() throws HardwareUnavailable {
        VirtualHardware hardware = open(FOOT, SHANK);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        drainUntil(hardware, 10_000_000_000L);
        long beforeBytes = threads.getCurrentThreadAllocatedBytes();
        drainUntil(hardware, 20_000_000_000L);
        assertEquals(beforeBytes, threads.getCurrentThreadAllocatedBytes());
    }

    @Test
    void nobodyPressesAButtonUntilATestDoes() throws HardwareUnavailable {
        VirtualHardware hardware = open(FOOT);
        PanelState seen = new PanelState();
        seen.start = true;
        hardware.panel().read(seen);
        assertFalse(seen.start || seen.pause || seen.up || seen.down || seen.test);
        PanelState pressed = new PanelState();
        pressed.start = true;
        hardware.panel().hold(pressed);
        pressed.start = false;
        hardware.panel().read(seen);
        assertTrue(seen.start);
    }

    @Test
    void theHeartbeatCountsEdges() throws HardwareUnavailable {
        VirtualHardware hardware = open(FOOT);
        hardware.heartbeat().toggle();
        hardware.heartbeat().toggle();
        assertEquals(2, hardware.heartbeat().edges());
    }

    /** Ticks for {@code seconds}, stimulating from heel off to heel strike in every {@code every}th stride. */
    private void stimulate(VirtualHardware hardware, int seconds, int every) {
        hardware.onTruth((event, timeNs) -> {
            if (event == GaitEvent.HEEL_OFF) {
                on = strides++ % every == 0;
            } else if (event == GaitEvent.HEEL_STRIKE) {
                on = false;
            }
        });
        long nextPulseNs = 0;
        while (time.timeNs() < seconds * 1_000_000_000L) {
            hardware.pacer().sleepUntil(time.timeNs() + TICK_NS);
            frame.clear();
            hardware.sensors().drain(time.timeNs(), frame);
            if (on && time.timeNs() >= nextPulseNs) {
                hardware.stimulator().pulse(0, pulse());
                nextPulseNs = time.timeNs() + 25_000_000;
            }
        }
    }

    private void drainUntil(VirtualHardware hardware, long untilNs) {
        while (time.timeNs() < untilNs) {
            time.advance(TICK_NS);
            frame.clear();
            hardware.sensors().drain(time.timeNs(), frame);
        }
    }

    private List<String> footLines(VirtualHardware hardware) {
        List<String> lines = new ArrayList<>();
        for (int tick = 0; tick < 2_000; tick++) {
            time.advance(TICK_NS);
            frame.clear();
            hardware.sensors().drain((tick + 1) * TICK_NS, frame);
            for (int i = 0; i < frame.imuCount(); i++) {
                if (frame.imu(i).site == ImuSite.FOOT) {
                    lines.add(frame.imu(i).timeNs + " " + frame.imu(i).gyroYDps + " " + frame.imu(i).accZMps2);
                }
            }
        }
        assertEquals(1_000, lines.size(), 1.0);
        return lines;
    }

    private VirtualHardware open(Imu... imus) throws HardwareUnavailable {
        HardwareRequest request = new HardwareRequest(List.of(imus), true, 1, Map.of());
        WalkScript script = WalkScript.of(new Stand(1_000), new Walk(25_000), new Stand(1_000));
        return VirtualHardware.stepped(request, SimOptions.parse(Map.of()).withScript(script), time);
    }

    private PulseCommand pulse() {
        PulseCommand pulse = new PulseCommand();
        pulse.amplitudeUa = 25_000;
        pulse.pulseWidthUs = 300;
        pulse.recoveryAmplitudeUa = 25_000;
        pulse.recoveryWidthUs = 300;
        pulse.expiresNs = time.timeNs() + 50_000_000;
        return pulse;
    }
}
