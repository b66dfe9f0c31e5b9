package org.footlift.controller.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.footlift.controller.Controller;
import org.footlift.controller.Profile;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop on a clock that moves only when it sleeps: no test here waits. */
class ControlLoopTest {
    private static final long MS = FakeHardware.MS;
    private static final long PERIOD_NS = 5 * MS;

    /** What one published tick said. */
    private record Seen(long tick, long timeNs, long lateNs, int skipped, Mode mode, int faults, boolean heartbeat,
            boolean pulse, Request request, boolean stop, int heelCount) {}

    @FunctionalInterface
    private interface Script {
        void after(int publishedTicks);
    }

    private final FakeHardware hardware = new FakeHardware();
    private final Requests requests = new Requests();
    private final List<Seen> seen = new ArrayList<>();
    private final Controller controller = new Controller(new Profile().heelOnly().settings());
    private boolean sinkThrows;
    private long runNs = Long.MAX_VALUE;

    private ControlLoop run(int ticks, Script script) {
        ControlLoop[] loop = new ControlLoop[1];
        loop[0] = new ControlLoop(controller, hardware, (in, out) -> {
            note(in, out);
            script.after(seen.size());
            if (seen.size() == ticks) {
                loop[0].end();
            }
            if (sinkThrows) {
                throw new IllegalStateException("sink");
            }
        }, requests, PERIOD_NS, runNs);
        loop[0].run();
        return loop[0];
    }

    private void note(TickInput in, TickOutput out) {
        seen.add(new Seen(in.tick, in.timeNs, in.lateNs, in.skippedPeriods, out.mode, out.faults, out.heartbeat,
                out.pulses[0].isPulse(), in.request, in.stop, in.sensors.heelCount()));
    }

    /** Stands ready, then steps every second from tick 5 000 on. */
    private void walk(int tick) {
        if (tick == 20) {
            assertTrue(requests.offer(Request.START));
        }
        hardware.heelLoaded = tick < 5_000 || tick % 200 < 120;
    }

    private static final int MID_SWING = 5_000 + 160;

    @Test
    void ticksAtAbsoluteDeadlines() {
        ControlLoop loop = run(100, tick -> {});
        for (int i = 0; i < 100; i++) {
            assertEquals((i + 1) * PERIOD_NS, seen.get(i).timeNs);
            assertEquals(i + 1, seen.get(i).tick);
        }
        assertEquals(100, loop.statistics().ticks());
        assertEquals(0, loop.statistics().skippedPeriods());
        assertNull(loop.failure());
    }

    @Test
    void skipsWholeMissedPeriodsAndKeepsThePhase() {
        ControlLoop loop = run(12, tick -> hardware.tickLateNs = tick == 10 ? 17 * MS : 0);
        Seen late = seen.get(10);
        assertEquals(55 * MS + 17 * MS, late.timeNs);
        assertEquals(17 * MS, late.lateNs);
        assertEquals(3, late.skipped);
        assertEquals(14, late.tick);
        Seen next = seen.get(11);
        assertEquals(75 * MS, next.timeNs, "the next deadline of the old phase");
        assertEquals(0, next.skipped);
        assertEquals(15, next.tick);
        assertEquals(3, loop.statistics().skippedPeriods());
        assertEquals(1, loop.statistics().lateTicks());
        assertEquals(17 * MS, loop.statistics().worstLateNs());
    }

    @Test
    void everyTickShowsTheWearerHowThingsAreAndAFaultSoundsAsItsPrioritySays() {
        run(420, tick -> hardware.sensorsThrow = tick >= 100); // 1.6 s of INTERNAL_ERROR
        assertEquals(420, hardware.shows);
        assertTrue(hardware.showsFault);
        assertEquals(5, hardware.tones, "three tones and two, the second time after 2.55 s");
    }

    @Test
    void aTickALittleLateSkipsNothing() {
        run(12, tick -> hardware.tickLateNs = tick == 10 ? 4 * MS : 0);
        assertEquals(0, seen.get(10).skipped);
        assertEquals(60 * MS, seen.get(11).timeNs);
    }

    @Test
    void togglesTheHeartbeatOncePerGoodTick() {
        run(50, tick -> {});
        assertEquals(50, hardware.heartbeats);
    }

    @Test
    void sendsThePulsesThatTheControllerGaveAndNoOthers() {
        run(7_000, this::walk);
        assertTrue(hardware.pulseTimesNs.size() > 50);
        assertEquals(seen.stream().filter(Seen::pulse).map(Seen::timeNs).toList(), hardware.pulseTimesNs);
    }

    @Test
    void silencesAndStopsTheHeartbeatOnAHardStop() {
        run(MID_SWING + 1_000, tick -> {
            walk(tick);
            if (tick == MID_SWING) {
                requests.stop();
            }
        });
        long stoppedNs = seen.get(MID_SWING).timeNs;
        assertTrue(seen.get(MID_SWING).stop);
        assertFalse(seen.get(MID_SWING + 1).stop, "told once");
        assertTrue(hardware.pulseTimesNs.stream().allMatch(t -> t < stoppedNs));
        assertEquals(MID_SWING, hardware.heartbeats);
        assertEquals(1_000 + 1, hardware.silences);
        assertEquals(Mode.LATCHED, seen.getLast().mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sensors", "stimulator", "sink"})
    void anythingThrownInATickSilencesLatchesAndGoesOnPublishing(String culprit) {
        int[] beatsAtFailure = new int[1];
        int[] pulsesAtFailure = new int[1];
        ControlLoop loop = run(MID_SWING + 500, tick -> {
            walk(tick);
            if (tick == MID_SWING) {
                switch (culprit) {
                    case "sensors" -> hardware.sensorsThrow = true;
                    case "stimulator" -> hardware.stimulatorThrows = true;
                    default -> sinkThrows = true;
                }
                beatsAtFailure[0] = hardware.heartbeats;
                pulsesAtFailure[0] = hardware.pulseTimesNs.size();
            } else if (tick == MID_SWING + 20) {
                hardware.sensorsThrow = false;
                hardware.stimulatorThrows = false;
                sinkThrows = false;
                requests.offer(Request.START);
            }
        });
        assertEquals(culprit, Objects.requireNonNull(loop.failure()).getMessage());
        assertTrue(pulsesAtFailure[0] > 0);
        assertEquals(pulsesAtFailure[0], hardware.pulseTimesNs.size(), "no pulse after the failure");
        assertTrue(hardware.heartbeats - beatsAtFailure[0] <= 4, "the heartbeat stops with the failure");
        assertTrue(hardware.silences >= 2);
        assertEquals(MID_SWING + 500, seen.size());
        Seen last = seen.getLast();
        assertEquals(Mode.LATCHED, last.mode);
        assertTrue(Fault.INTERNAL_ERROR.in(last.faults));
        assertFalse(last.heartbeat || last.pulse);
        assertEquals(Request.NONE, last.request, "what is not taken is not recorded as taken");
    }

    @Test
    void aControllerThatThrowsIsNeverCalledAgain() {
        hardware.statusMissing = true;
        ControlLoop loop = run(20, tick -> hardware.statusMissing = false);
        assertTrue(loop.failure() instanceof NullPointerException, () -> "thrown by the tick: " + loop.failure());
        assertEquals(1, hardware.drains, "no tick is begun after it");
        assertEquals(0, hardware.heartbeats);
        assertEquals(20, seen.size());
        assertTrue(seen.stream().allMatch(s -> s.mode == Mode.LATCHED && !s.heartbeat));
    }

    @Test
    void theTickThatFailedShowsWhatWentIntoItAndTheNextOnesNothing() {
        run(30, tick -> {
            if (tick == 20) {
                requests.offer(Request.START);
                requests.stop();
                hardware.statusMissing = true;
            }
        });
        Seen before = seen.get(19);
        assertFalse(Fault.INTERNAL_ERROR.in(before.faults));
        Seen failed = seen.get(20);
        assertTrue(Fault.INTERNAL_ERROR.in(failed.faults));
        assertEquals(1, failed.heelCount);
        assertEquals(Request.START, failed.request);
        assertTrue(failed.stop);
        for (Seen after : seen.subList(21, 30)) {
            assertEquals(0, after.heelCount);
            assertEquals(Request.NONE, after.request);
            assertFalse(after.stop);
        }
    }

    @Test
    void aStimulatorThatCannotBeSilencedDoesNotEndThePublishing() {
        hardware.sensorsThrow = true;
        hardware.silenceThrows = true;
        ControlLoop loop = run(20, tick -> hardware.silenceThrows = tick < 20);
        assertEquals(20, seen.size());
        assertEquals("sensors", Objects.requireNonNull(loop.failure()).getMessage());
        assertEquals(0, hardware.heartbeats);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pacer", "clock", "silence"})
    void aLoopThatCannotGoOnSilencesAndSaysSoInALastTick(String culprit) {
        ControlLoop loop = run(culprit.equals("silence") ? MID_SWING : Integer.MAX_VALUE, tick -> {
            walk(tick);
            if (tick == MID_SWING) {
                hardware.pacerThrows = culprit.equals("pacer");
                hardware.clockThrows = culprit.equals("clock");
                hardware.silenceThrows = culprit.equals("silence");
            } else if (tick > MID_SWING) {
                hardware.silenceThrows = false;
            }
        });
        assertNotNull(loop.failure());
        assertFalse(loop.ended());
        assertTrue(hardware.silences >= 1);
        assertEquals(MID_SWING + 1, seen.size());
        Seen walking = seen.get(MID_SWING - 1);
        assertEquals(Mode.WALK, walking.mode);
        Seen last = seen.getLast();
        assertEquals(Mode.LATCHED, last.mode);
        assertEquals(walking.tick + 1, last.tick);
        assertEquals(walking.timeNs + PERIOD_NS, last.timeNs);
        assertTrue(Fault.INTERNAL_ERROR.in(last.faults));
        assertFalse(last.heartbeat || last.pulse);
    }

    @Test
    void keepsTheFirstFailureAndAFewThatCameOfIt() {
        sinkThrows = true;
        ControlLoop loop = run(100, tick -> hardware.silenceThrows = tick < 100);
        Throwable failure = Objects.requireNonNull(loop.failure());
        assertEquals("sink", failure.getMessage());
        assertEquals(List.of("deaf", "sink", "deaf", "sink"),
                Arrays.stream(failure.getSuppressed()).map(Throwable::getMessage).toList());
    }

    @Test
    void aSuspendOfOverASecondLatchesUntilStart() {
        run(MID_SWING + 2_000, tick -> {
            walk(tick);
            hardware.tickLateNs = tick == MID_SWING ? 3_600_000 * MS : 0;
            if (tick == MID_SWING + 1_000) {
                requests.offer(Request.START);
            }
        });
        Seen woken = seen.get(MID_SWING);
        assertEquals(Mode.LATCHED, woken.mode);
        assertTrue(Fault.LOOP_STALLED.in(woken.faults));
        assertEquals(Mode.LATCHED, seen.get(MID_SWING + 999).mode);
        assertEquals(Mode.WALK, seen.get(MID_SWING + 1_000).mode);
        List<Seen> latched = seen.subList(MID_SWING, MID_SWING + 1_000);
        assertTrue(latched.stream().noneMatch(Seen::pulse));
        assertTrue(seen.subList(MID_SWING + 1_000, seen.size()).stream().anyMatch(Seen::pulse));
    }

    @Test
    void endsByItselfBeforeTheFirstTickThatWouldComeAfterItsTime() {
        runNs = 50 * MS;
        run(Integer.MAX_VALUE, tick -> {});
        assertEquals(45 * MS, seen.getLast().timeNs);
        assertEquals(1, hardware.silences);
    }

    @Test
    void doesNotTickWhenItWakesAfterItsTime() {
        runNs = 51 * MS;
        run(Integer.MAX_VALUE, tick -> hardware.tickLateNs = tick == 9 ? 2 * MS : 0);
        assertEquals(45 * MS, seen.getLast().timeNs);
        assertEquals(1, hardware.silences);
    }

    @Test
    void endSilences() {
        ControlLoop loop = run(5, tick -> {});
        assertEquals(1, hardware.silences);
        assertEquals(5, seen.size());
        assertTrue(loop.ended());
    }

    @Test
    void measuresNoCostInTheTicksThatWarmUp() {
        ControlLoop few = run(1_000, tick -> {});
        assertEquals(OptionalLong.empty(), few.statistics().tickNsP50());
        assertEquals(OptionalDouble.empty(), few.statistics().bytesPerTick());
    }

    @Test
    void measuresTheCostOfTheTicksAfterThose() {
        ControlLoop more = run(1_001, tick -> {});
        assertTrue(more.statistics().tickNsP50().isPresent() && more.statistics().bytesPerTick().isPresent());
    }

    @Test
    void countsHowLateItsTicksBeginOnceItIsWarm() {
        assertEquals(OptionalLong.empty(),
                run(1_000, tick -> hardware.tickLateNs = 3 * MS).statistics().wakeNs(99));
        seen.clear();
        hardware.tickLateNs = 0;
        ControlLoop loop = run(1_100, tick -> hardware.tickLateNs = tick >= 1_050 ? MS : 0);
        assertEquals(0, loop.statistics().wakeNs(25).orElseThrow());
        assertEquals(1_000, loop.statistics().wakeNs(99).orElseThrow() / 1_000);
    }
}
