package org.footlift.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.Settings;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.sun.management.ThreadMXBean;

class ControllerTest {
    private static final Settings ALL_SENSORS = new Profile().sensors(Choice.FUSED, true, true, true)
            .channels(Settings.DEFAULT.stimulation().dorsiflexion(), Settings.DEFAULT.stimulation().dorsiflexion())
            .lead(200, true).settings();

    private static String describe(TickOutput out) {
        StringBuilder text = new StringBuilder();
        for (var pulse : out.pulses) {
            text.append(pulse.amplitudeUa).append(' ').append(pulse.pulseWidthUs).append(' ')
                    .append(pulse.recoveryAmplitudeUa).append(' ').append(pulse.recoveryWidthUs).append(' ')
                    .append(pulse.expiresNs).append(' ');
        }
        return text.append(out.heartbeat).append(out.mode).append(out.phase).append(out.source).append(out.events)
                .append(Arrays.toString(out.eventTimeNs)).append(out.walking).append(' ').append(out.strides)
                .append(' ').append(out.strideMs).append(' ').append(out.levelPct).append(out.burst).append(out.bursts)
                .append(' ').append(out.limits).append(' ').append(out.faults).toString();
    }

    private static void scribble(TickOutput out) {
        for (var pulse : out.pulses) {
            pulse.amplitudeUa = 99_999;
            pulse.pulseWidthUs = 499;
            pulse.recoveryAmplitudeUa = 7;
            pulse.recoveryWidthUs = 8;
            pulse.expiresNs = 9;
        }
        out.heartbeat = !out.heartbeat;
        out.mode = out.mode == Mode.TEST ? Mode.WALK : Mode.TEST;
        out.phase = out.phase == GaitPhase.SWING ? GaitPhase.STANCE : GaitPhase.SWING;
        out.source = out.source == DetectorSource.NONE ? DetectorSource.FOOT_IMU : DetectorSource.NONE;
        out.events = ~out.events;
        Arrays.fill(out.eventTimeNs, -77);
        out.walking = !out.walking;
        out.strides = -1;
        out.strideMs = -1;
        out.levelPct = -1;
        out.burst = !out.burst;
        out.bursts = -1;
        out.limits = ~out.limits;
        out.faults = ~out.faults;
    }

    /** Two controllers, the same inputs; one of them is handed an output full of rubbish each time. */
    @Test
    void theSameInputsGiveTheSameOutputsWhateverTheOutputHeldBefore() {
        Controller clean = new Controller(ALL_SENSORS);
        Controller scribbled = new Controller(ALL_SENSORS);
        RandomInput inputs = new RandomInput(4);
        RandomInput again = new RandomInput(4);
        TickInput in = new TickInput();
        TickInput inAgain = new TickInput();
        TickOutput reused = new TickOutput();
        int pulses = 0;
        for (int i = 0; i < 20_000; i++) {
            inputs.next(in);
            again.next(inAgain);
            TickOutput fresh = new TickOutput();
            clean.tick(in, fresh);
            scribble(reused);
            scribbled.tick(inAgain, reused);
            assertEquals(describe(fresh), describe(reused), "tick " + i);
            pulses += fresh.pulses[0].isPulse() ? 1 : 0;
        }
        assertTrue(pulses > 100, "the inputs must stimulate to mean anything: " + pulses);
    }

    /**
     * The same ticks several times over: what the code allocates it allocates in every round, what the virtual machine allocates on this
     * thread of its own accord (a resolved constant, a de-optimised frame: 144 bytes now and then) it does not.
     */
    @Test
    void allocatesNothingPerTick() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TickOutput out = new TickOutput();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            Controller controller = new Controller(ALL_SENSORS);
            RandomInput inputs = new RandomInput(5);
            TickInput in = new TickInput();
            long before = threads.getCurrentThreadAllocatedBytes();
            int pulses = ticks(controller, inputs, in, out, 120_000);
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
            assertTrue(pulses > 500, "pulses " + pulses);
        }
        assertTrue(fewest < 1_024, "one-offs of the virtual machine aside, nothing");
    }

    private static int ticks(Controller controller, RandomInput inputs, TickInput in, TickOutput out, int count) {
        int pulses = 0;
        for (int i = 0; i < count; i++) {
            inputs.next(in);
            controller.tick(in, out);
            pulses += out.pulses[0].isPulse() ? 1 : 0;
        }
        return pulses;
    }

    @Test
    void isPausedAtPowerUpAndGivesNothingHoweverTheLegMoves() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings());
        for (int stride = 0; stride < 10; stride++) {
            bench.stance(600).swing(400);
        }
        assertEquals(Mode.PAUSED, bench.out.mode);
        assertEquals(0, bench.pulses.size());
        assertEquals(9, bench.out.strides);
        assertEquals(1_000, bench.out.strideMs);
    }

    @Test
    void theFirstPulseLeavesInTheTickOfTheHeelOff() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady();
        bench.heelLoaded = false;
        bench.tick();
        assertEquals(bench.nowNs(), bench.pulses.getFirst().timeNs());
        assertTrue(bench.out.burst);
        assertEquals(1, bench.out.bursts);
    }

    @Test
    void everySwingHasItsBurstAndEveryStanceItsSilence() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady();
        for (int stride = 0; stride < 20; stride++) {
            long heelOffNs = bench.nowNs();
            bench.swing(400);
            assertEquals(16, bench.pulsesSince(heelOffNs), "40 Hz for 400 ms");
            bench.stance(600);
            assertTrue(bench.nowNs() - bench.lastPulseNs() >= 350 * TickBench.MS);
            assertFalse(bench.out.burst);
        }
        assertEquals(20, bench.out.bursts);
        assertEquals(0, bench.out.faults);
    }

    /** 25 mA a sixth of the way down after 25 of 150 ms. */
    @ParameterizedTest
    @EnumSource(value = Request.class, names = {"START", "EVALUATE"})
    void startDuringTheFallAfterAPauseLetsItFallToItsEndAndBeginsNothing(Request request) {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady();
        bench.swing(400);
        bench.tick(Request.PAUSE, 0);
        bench.tick(request, 0);
        long startNs = bench.nowNs();
        bench.run(140);
        List<Integer> fall = bench.pulses.stream().filter(p -> p.timeNs() >= startNs - 5 * TickBench.MS)
                .map(TickBench.Pulse::amplitudeUa).toList();
        assertEquals(List.of(25_000, 20_825, 16_650, 12_500, 8_325, 4_150), fall);
        long fallenNs = bench.nowNs();
        bench.run(200).stance(50).swing(400);
        assertEquals(0, bench.pulsesSince(fallenNs));
    }

    /** 25 mA, five seconds into a burst that walking would not allow, and without any stance seen. */
    @Test
    void startDuringTheFallOfExerciseLetsItFallToItsEndAndBeginsNothing() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings());
        bench.heelLoaded = false;
        bench.run(200).tick(Request.EXERCISE, 0);
        bench.run(14_000 + 14_000 + 8_000 + 5_000);
        assertEquals(25_000, bench.pulses.getLast().amplitudeUa());
        bench.tick(Request.PAUSE, 0);
        long pausedNs = bench.nowNs();
        bench.tick(Request.START, 0);
        assertEquals(Mode.WALK, bench.out.mode);
        bench.run(600);
        List<Integer> fall = bench.pulses.stream().filter(p -> p.timeNs() >= pausedNs)
                .map(TickBench.Pulse::amplitudeUa).toList();
        assertEquals(6, fall.size(), () -> "150 ms " + fall);
        assertTrue(fall.getLast() < 25_000 / 5, () -> "to its end " + fall);
    }

    @Test
    void startInTheTickOfAHeelOffBeginsNothingHoweverShortTheLastBurstIsAgo() {
        TickBench bench = new TickBench(new Profile().heelOnly()
                .envelope(new EnvelopeSettings(0, 0, 100, 0, 0, 0, 1_900, 0, EnvelopeSettings.Timing.FIXED, 0, false))
                .settings()).standReady();
        bench.swing(400);
        bench.tick(Request.PAUSE, 0);
        bench.stance(10);
        bench.heelLoaded = false;
        int before = bench.pulses.size();
        bench.tick(Request.START, 0);
        assertTrue(GaitEvent.HEEL_OFF.in(bench.out.events));
        int refusals = 0;
        for (int tick = 0; tick < 100; tick++) {
            refusals |= bench.tick().limits;
        }
        assertEquals(Limit.STANCE.bit(), refusals, "wanted once the pause is over, and refused");
        assertEquals(before, bench.pulses.size());
    }

    @Test
    void aBurstThatLastedItsLongestFallsToItsEndAndWantsAStanceBeforeTheNext() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady();
        long heelOffNs = bench.nowNs();
        bench.swing(2_500);
        long lastedMs = (bench.lastPulseNs() - heelOffNs) / TickBench.MS;
        assertTrue(lastedMs > 1_850 && lastedMs <= 1_900, "lasted " + lastedMs);
        assertTrue(bench.pulses.getLast().amplitudeUa() <= 25_000 / 2, "fallen, not cut");
        bench.stance(50); // shorter than a stance that counts
        long heelOffAgainNs = bench.nowNs();
        bench.swing(5);
        assertEquals(Limit.STANCE.bit(), bench.out.limits);
        bench.swing(500);
        assertEquals(0, bench.pulsesSince(heelOffAgainNs));
        bench.stance(300);
        long stepNs = bench.nowNs();
        bench.swing(400);
        assertEquals(16, bench.pulsesSince(stepNs));
    }

    /** 1.9 s: the fall begins at 1.75, the heel strikes at 1.8, the burst is over at 1.9 and its last pulse 100 ms ago at 1.975. */
    @Test
    void aStanceDuringTheFallOfABurstOfTheLongestIsAStance() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady();
        bench.swing(1_800).stance(100);
        long heelOffNs = bench.nowNs();
        bench.swing(500);
        assertTrue(bench.pulsesSince(heelOffNs) >= 14, "after the pause between two bursts");
    }

    /** One burst carries two quick steps until it has lasted its longest; a contact of 50 ms is no stance. */
    @Test
    void theRestOfASwingAfterABurstOfTheLongestIsStimulatedOrItIsSaidWhyNot() {
        for (int stanceMs : new int[]{50, 100}) {
            TickBench bench = new TickBench(new Profile().heelOnly()
                    .envelope(new EnvelopeSettings(0, 0, 100, 300, 0, 0, 1_200, 0, EnvelopeSettings.Timing.FIXED, 0,
                            false))
                    .settings()).standReady();
            long fromNs = bench.nowNs();
            bench.swing(450).stance(stanceMs).swing(750 - stanceMs);
            assertEquals(48, bench.pulsesSince(fromNs), "40 Hz for 1200 ms");
            int limits = 0;
            long restNs = bench.nowNs();
            for (int tick = 0; tick < 80; tick++) {
                bench.heelLoaded = false;
                limits |= bench.tick().limits;
            }
            boolean stood = stanceMs >= 80;
            assertEquals(stood, bench.pulsesSince(restNs) >= 11, stanceMs + " ms");
            assertEquals(!stood, Limit.STANCE.in(limits), stanceMs + " ms");
        }
    }

    @Test
    void evaluationDetectsAndNeverStimulates() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings());
        bench.run(100).tick(Request.EVALUATE, 0);
        for (int stride = 0; stride < 10; stride++) {
            bench.stance(600).swing(400);
        }
        assertEquals(Mode.EVALUATION, bench.out.mode);
        assertEquals(0, bench.pulses.size());
        assertTrue(bench.out.strides > 5);
    }

    @Test
    void walkingThatIsDetectedInExerciseEndsItSoftly() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings());
        bench.run(200).tick(Request.EXERCISE, 0);
        bench.run(14_000 + 14_000 + 8_000 + 3_000);
        assertEquals(25_000, bench.pulses.getLast().amplitudeUa(), "on its plateau");
        bench.swing(5);
        assertEquals(Mode.PAUSED, bench.out.mode);
        long endedNs = bench.nowNs();
        bench.run(400).stance(1_000).swing(400).stance(10_000);
        List<Integer> fall = bench.pulses.stream().filter(p -> p.timeNs() >= endedNs).map(TickBench.Pulse::amplitudeUa)
                .toList();
        assertTrue(fall.size() >= 5 && fall.getLast() < 25_000 / 4, () -> "fallen, not cut " + fall);
        assertTrue(bench.lastPulseNs() - endedNs <= 150 * TickBench.MS);
        assertEquals(Mode.PAUSED, bench.out.mode, "it does not come back by itself");
    }

    @Test
    void aTestBurstLastsItsTimeHoweverLongItIsHeldAndFallsWithinIt() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady();
        bench.tick(Request.PAUSE, 0);
        bench.in.panel.test = true;
        bench.tick();
        assertEquals(Mode.TEST, bench.out.mode);
        long pressedNs = bench.nowNs();
        bench.run(5_000);
        assertEquals(Mode.PAUSED, bench.out.mode);
        assertEquals(975, (bench.lastPulseNs() - pressedNs) / TickBench.MS);
        assertTrue(bench.pulses.getLast().amplitudeUa() < 25_000 / 4, "fallen, not cut");
    }

    @Test
    void aRequestedTestBurstFallsWhenTheRequestIsNotRepeated() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady();
        bench.tick(Request.PAUSE, 0);
        bench.tick(Request.TEST, 0);
        long askedNs = bench.nowNs();
        bench.run(5_000);
        assertEquals(Mode.PAUSED, bench.out.mode);
        assertEquals(25_000, bench.pulses.stream().mapToInt(TickBench.Pulse::amplitudeUa).max().orElseThrow());
        assertTrue(bench.lastPulseNs() - askedNs <= (250 + 150) * TickBench.MS);
    }

    @Test
    void walkingThatPausesByItselfStimulatesNothingUntilStart() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady();
        bench.swing(400).stance(303_000);
        assertEquals(Mode.PAUSED, bench.out.mode);
        int before = bench.pulses.size();
        bench.swing(400).stance(600);
        assertTrue(Fault.WALKING_WHILE_PAUSED.in(bench.out.faults));
        assertEquals(before, bench.pulses.size());
        bench.tick(Request.START, 0);
        bench.stance(600).swing(400);
        assertEquals(16, bench.pulses.size() - before);
    }

    @Test
    void pauseFallsWithinItsRampAndStaysSilent() {
        TickBench bench = new TickBench(new Profile().heelOnly().settings()).standReady().swing(400);
        bench.tick(Request.PAUSE, 0);
        long pausedNs = bench.nowNs();
        int before = bench.pulses.getLast().amplitudeUa();
        bench.run(600).stance(600).swing(400);
        assertTrue(bench.lastPulseNs() - pausedNs <= 150 * TickBench.MS);
        assertTrue(bench.pulses.stream().filter(p -> p.timeNs() >= pausedNs).allMatch(p -> p.amplitudeUa() <= before));
    }
}
