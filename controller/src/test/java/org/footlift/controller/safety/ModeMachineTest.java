package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

import org.footlift.config.ModeSettings;
import org.footlift.config.ModeSettings.Start;
import org.footlift.hal.PanelState;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModeMachineTest {
    private static final long MS = 1_000_000L;
    private static final long TICK_NS = 5 * MS;

    private static final Set<Request> BEGINS = EnumSet.of(Request.START, Request.WALK, Request.EXERCISE,
            Request.EVALUATE);

    private final PanelState panel = new PanelState();
    private ModeMachine modes = new ModeMachine(ModeSettings.DEFAULT);
    private boolean heard = true;
    private boolean walking;
    private long nowNs = -1_000_000 * MS;

    /** After its first tick, in which no button counts. */
    @BeforeEach
    void powerUp() {
        tick();
    }

    private void powerUp(ModeSettings settings) {
        modes = new ModeMachine(settings);
        tick();
    }

    private static boolean latches(Fault fault) {
        return fault.clears() == Fault.Clears.BY_WEARER && fault.stop() != Fault.Stop.NONE;
    }

    private static ModeSettings beginning(Start start) {
        return new ModeSettings(start, 100, 5, 6_000, 8_000, 1_000, 1_000, 4_000, 300);
    }

    private Mode tick(Request request, int causes) {
        nowNs += TICK_NS;
        modes.update(causes, request, panel, heard, walking, nowNs);
        return modes.mode();
    }

    /** Ticks until {@code ms} have passed, the last of them included. */
    private Mode run(long ms) {
        for (long untilNs = nowNs + ms * MS; nowNs < untilNs;) {
            tick();
        }
        return modes.mode();
    }

    private Mode tick(Request request) {
        return tick(request, 0);
    }

    private Mode tick() {
        return tick(Request.NONE);
    }

    @Test
    void isPausedAtPowerUpAndStaysSo() {
        assertEquals(Mode.PAUSED, modes.mode());
        walking = true;
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Mode.PAUSED, tick());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Request.class, names = {"NONE", "PAUSE", "LEVEL_UP", "LEVEL_DOWN", "UNLOCK_LEVEL"})
    void onlyADeliberateActStartsAnything(Request request) {
        assertEquals(Mode.PAUSED, tick(request));
        assertFalse(modes.started());
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void startBeginsTheProfilesMode(Start start) {
        powerUp(beginning(start));
        assertEquals(start.name(), tick(Request.START).name());
        assertTrue(modes.started());
        tick();
        assertFalse(modes.started(), "only in the tick in which it was started");
    }

    @Test
    void theStartButtonStartsWhenPressedAndNotBecauseItIsHeld() {
        panel.start = true;
        assertEquals(Mode.WALK, tick());
        assertEquals(Mode.PAUSED, tick(Request.PAUSE));
        assertEquals(Mode.PAUSED, tick(), "still held");
        panel.start = false;
        tick();
        panel.start = true;
        assertEquals(Mode.WALK, tick());
    }

    @Test
    void theLevelButtonStepsOncePerPressAndNotWhileItIsHeld() {
        panel.down = true;
        run(500);
        assertEquals(95, modes.levelPct());
        panel.down = false;
        tick();
        panel.down = true;
        tick();
        assertEquals(90, modes.levelPct());
    }

    @Test
    void upRaisesTheLevelOnceItWasHeldForASecondAndPressedAgain() {
        tick(Request.LEVEL_DOWN);
        tick(Request.LEVEL_DOWN);
        panel.up = true;
        run(1_500);
        assertEquals(90, modes.levelPct(), "locked when it was pressed");
        panel.up = false;
        tick();
        panel.up = true;
        tick();
        assertEquals(95, modes.levelPct());
    }

    @Test
    void aFloodOfRequestsCannotDrownTheWearersPause() {
        tick(Request.START);
        panel.pause = true;
        assertEquals(Mode.PAUSED, tick(Request.LEVEL_UP));
        panel.pause = false;
        tick(Request.START);
        panel.pause = true;
        assertEquals(Mode.PAUSED, tick(Request.START));
    }

    @Test
    void aRequestedPauseWinsOverAPressedStart() {
        panel.start = true;
        assertEquals(Mode.PAUSED, tick(Request.PAUSE));
    }

    @Test
    void aLatchingFaultWhileArmedLatchesAndStaysLatched() {
        tick(Request.START);
        assertEquals(Mode.LATCHED, tick(Request.NONE, Fault.ELECTRODE.bit()));
        for (Request request : Request.values()) {
            if (!BEGINS.contains(request)) {
                assertEquals(Mode.LATCHED, tick(request));
            }
        }
        for (int i = 0; i < 10_000; i++) {
            assertEquals(Mode.LATCHED, tick());
        }
        assertTrue(Fault.ELECTRODE.in(modes.faults().all()), "and goes on saying why");
        assertEquals(Mode.WALK, tick(Request.START));
        assertEquals(0, modes.faults().all());
    }

    @Test
    void theTestButtonDoesNotLeaveALatchedStop() {
        tick(Request.START);
        tick(Request.NONE, Fault.WEARER_STOP.bit());
        panel.test = true;
        assertEquals(Mode.LATCHED, tick());
    }

    @Test
    void refusesToStartWhileTheCauseIsThere() {
        tick(Request.START);
        tick(Request.NONE, Fault.STIMULATOR_LOST.bit());
        assertEquals(Mode.LATCHED, tick(Request.START, Fault.STIMULATOR_LOST.bit()));
        assertEquals(Mode.WALK, tick(Request.START));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void startsOnlyWithoutALatchingCause(Fault fault) {
        boolean latching = latches(fault);
        assertEquals(latching ? Mode.PAUSED : Mode.WALK, tick(Request.START, fault.bit()));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultWhilePausedShowsAndLatchesNothing(Fault fault) {
        assertEquals(Mode.PAUSED, tick(Request.NONE, fault.bit()));
        assertEquals(fault.bit(), modes.faults().all());
        assertEquals(Mode.PAUSED, tick());
        assertEquals(0, modes.faults().all());
    }

    @Test
    void stopInTheTickOfStartWins() {
        assertEquals(Mode.PAUSED, tick(Request.START, Fault.WEARER_STOP.bit()));
    }

    @Test
    void refusesExerciseWhileWalkingAndLeavesItWhenWalkingBegins() {
        walking = true;
        assertEquals(Mode.PAUSED, tick(Request.EXERCISE));
        walking = false;
        assertEquals(Mode.EXERCISE, tick(Request.EXERCISE));
        walking = true;
        assertEquals(Mode.PAUSED, tick());
        walking = false;
        assertEquals(Mode.PAUSED, tick(), "and does not come back by itself");
    }

    @Test
    void anotherModeBeginsOnlyFromPause() {
        tick(Request.START);
        assertEquals(Mode.WALK, tick(Request.EXERCISE));
        assertEquals(Mode.WALK, tick(Request.EVALUATE));
        tick(Request.PAUSE);
        assertEquals(Mode.EVALUATION, tick(Request.EVALUATE));
    }

    @Test
    void testsOnlyWhileTheButtonIsHeldAndOncePerPress() {
        panel.test = true;
        assertEquals(Mode.TEST, tick());
        assertFalse(modes.started(), "a test starts no mode");
        assertEquals(Mode.TEST, tick());
        assertTrue(modes.testHeld());
        assertEquals(Mode.PAUSED, tick(Request.PAUSE));
        assertEquals(Mode.PAUSED, tick(), "held from before");
        panel.test = false;
        assertEquals(Mode.PAUSED, tick());
        assertFalse(modes.testHeld());
        panel.test = true;
        assertEquals(Mode.TEST, tick());
        panel.test = false;
        assertEquals(Mode.PAUSED, tick());
    }

    @Test
    void aTestEndsByItselfHoweverLongItIsHeldAndEachPressHasItsWholeTime() {
        for (int press = 0; press < 3; press++) {
            panel.test = true;
            assertEquals(Mode.TEST, tick());
            assertEquals(Mode.TEST, run(995));
            assertEquals(Mode.PAUSED, tick());
            assertEquals(Mode.PAUSED, run(3_000));
            panel.test = false;
            tick();
        }
    }

    @Test
    void aRequestedTestLastsOnlyWhileTheRequestIsRepeated() {
        assertEquals(Mode.TEST, tick(Request.TEST));
        assertEquals(Mode.TEST, run(245));
        assertEquals(Mode.TEST, tick(Request.TEST), "asked for again within 250 ms");
        assertEquals(Mode.TEST, run(245));
        assertEquals(Mode.PAUSED, tick(), "let go");
        assertEquals(Mode.TEST, tick(Request.TEST));
        for (int i = 0; i < 199; i++) {
            assertEquals(Mode.TEST, tick(Request.TEST));
        }
        assertEquals(Mode.PAUSED, tick(Request.TEST), "a second is over");
        assertEquals(Mode.PAUSED, tick(Request.TEST), "and a flood of requests does not begin another");
    }

    @Test
    void aTestDoesNotBeginOtherwiseThanFromPause() {
        tick(Request.START);
        assertEquals(Mode.WALK, tick(Request.TEST));
        assertEquals(Mode.PAUSED, tick(Request.PAUSE));
        assertEquals(Mode.PAUSED, tick(Request.TEST), "asked for since before");
        run(300);
        assertEquals(Mode.TEST, tick(Request.TEST));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void doesNotTestWithALatchingCause(Fault fault) {
        panel.test = true;
        boolean latching = latches(fault);
        assertEquals(latching ? Mode.PAUSED : Mode.TEST, tick(Request.NONE, fault.bit()));
    }

    @Test
    void theTestButtonDoesNothingWhileWalking() {
        tick(Request.START);
        panel.test = true;
        assertEquals(Mode.WALK, tick());
    }

    @Test
    void aButtonHeldOrJammedAtPowerUpWasNotPressed() {
        panel.start = true;
        panel.test = true;
        panel.down = true;
        powerUp(ModeSettings.DEFAULT);
        assertEquals(Mode.PAUSED, run(2_000));
        assertEquals(100, modes.levelPct());
        panel.start = false;
        tick();
        panel.start = true;
        assertEquals(Mode.WALK, tick());
    }

    @Test
    void isOffAndStartsNothingUntilASensorHasSpoken() {
        heard = false;
        powerUp(ModeSettings.DEFAULT);
        for (Request request : Request.values()) {
            assertEquals(Mode.OFF, tick(request), request.name());
            assertFalse(modes.started());
        }
        panel.start = true;
        panel.test = true;
        assertEquals(Mode.OFF, tick());
        heard = true;
        assertEquals(Mode.PAUSED, tick(), "what was pressed before does not count");
        heard = false;
        assertEquals(Mode.PAUSED, tick(), "it never goes back");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void isOffUntilNoCauseIsThereThatLatches(Fault fault) {
        modes = new ModeMachine(ModeSettings.DEFAULT);
        assertEquals(latches(fault) ? Mode.OFF : Mode.PAUSED, tick(Request.NONE, fault.bit()));
        assertEquals(fault.bit(), modes.faults().all());
        assertEquals(Mode.PAUSED, tick());
        assertEquals(0, modes.faults().all(), "nothing is kept from before");
    }

    @Test
    void whatIsAskedForInTheTickInWhichItBecomesReadyCounts() {
        modes = new ModeMachine(ModeSettings.DEFAULT);
        assertEquals(Mode.WALK, tick(Request.START));
    }

    @Test
    void aRequestNamesItsModeWhateverTheProfileStartsWith() {
        powerUp(beginning(Start.EXERCISE));
        assertEquals(Mode.WALK, tick(Request.WALK));
        assertTrue(modes.started());
        tick(Request.PAUSE);
        assertEquals(Mode.EXERCISE, tick(Request.START));
    }

    @Test
    void noButtonNorRequestBeginsExerciseWhileWalking() {
        powerUp(beginning(Start.EXERCISE));
        walking = true;
        panel.start = true;
        assertEquals(Mode.PAUSED, tick());
        assertFalse(modes.started());
        walking = false;
        assertEquals(Mode.PAUSED, tick(), "still held: press again");
    }

    @Test
    void exerciseDoesNotFollowALatchedStopWhileWalking() {
        tick(Request.START);
        tick(Request.NONE, Fault.WEARER_STOP.bit());
        walking = true;
        assertEquals(Mode.LATCHED, tick(Request.EXERCISE));
        walking = false;
        assertEquals(Mode.EXERCISE, tick(Request.EXERCISE));
    }

    @Test
    void everyArmedModeLatches() {
        for (Request begins : BEGINS) {
            powerUp(ModeSettings.DEFAULT);
            tick(begins);
            assertEquals(Mode.LATCHED, tick(Request.NONE, Fault.WEARER_STOP.bit()), begins.name());
        }
        powerUp(ModeSettings.DEFAULT);
        tick(Request.TEST);
        assertEquals(Mode.LATCHED, tick(Request.TEST, Fault.ELECTRODE.bit()));
    }

    @Test
    void pausesByItselfWhenNobodyHasWalkedForLongAndSaysSoBeforeAndAfter() {
        tick(Request.START);
        assertEquals(Mode.WALK, run(269_995));
        assertEquals(0, modes.faults().all());
        tick();
        assertEquals(Fault.PAUSE_SOON.bit(), modes.faults().all(), "30 s before");
        assertEquals(Mode.WALK, run(29_995));
        assertEquals(Mode.PAUSED, tick());
        tick();
        assertEquals(Fault.PAUSED_BY_ITSELF.bit(), modes.faults().all());
        run(10_000);
        assertEquals(Fault.PAUSED_BY_ITSELF.bit(), modes.faults().all(), "until Start");
        assertEquals(Mode.WALK, tick(Request.START));
        assertEquals(0, modes.faults().all());
        assertEquals(Mode.WALK, run(269_995));
    }

    @Test
    void aStepBeginsTheTimeToThePauseAnew() {
        tick(Request.START);
        run(290_000);
        walking = true;
        tick();
        assertEquals(0, modes.faults().all());
        walking = false;
        assertEquals(Mode.WALK, run(299_995));
        assertEquals(Mode.PAUSED, tick());
    }

    @Test
    void timeInAnotherModeDoesNotCountTowardsThePause() {
        tick(Request.EVALUATE);
        assertEquals(Mode.EVALUATION, run(400_000), "and evaluation is not paused");
        tick(Request.PAUSE);
        tick(Request.START);
        assertEquals(Mode.WALK, run(299_995));
        assertEquals(Mode.PAUSED, tick());
    }

    @Test
    void aPauseOfTheWearersInTheTickOfThePauseByItselfIsTheWearers() {
        tick(Request.START);
        run(299_995);
        assertEquals(Mode.PAUSED, tick(Request.PAUSE));
        tick();
        assertEquals(0, modes.faults().all());
    }

    @Test
    void walkingAfterAPauseByItselfIsSaidAloudAndAfterOneOfTheWearersIsNot() {
        tick(Request.START);
        run(300_000);
        walking = true;
        tick();
        assertEquals(Fault.PAUSED_BY_ITSELF.bit() | Fault.WALKING_WHILE_PAUSED.bit(), modes.faults().all());
        assertEquals(Mode.PAUSED, modes.mode(), "it begins nothing");
        tick(Request.START);
        assertEquals(0, modes.faults().all() & Fault.PAUSED_BY_ITSELF.bit());
        tick();
        assertEquals(0, modes.faults().all());
        tick(Request.PAUSE);
        tick();
        assertEquals(0, modes.faults().all());
    }

    @Test
    void timeThatRunsBackwardsEndsNoWaiting() {
        tick(Request.START);
        run(299_000);
        nowNs -= 1_000_000 * MS;
        assertEquals(Mode.WALK, tick());
        assertEquals(Mode.WALK, run(995));
        assertEquals(Mode.PAUSED, tick());
    }

    /** At every tick a new machine is put into the state of the one that runs, on another clock. */
    @Test
    void aRestoredMachineDoesWhatTheSavedOneDoes() {
        Random random = new Random(11);
        Request[] requests = Request.values();
        Set<Mode> seen = EnumSet.noneOf(Mode.class);
        for (int i = 0; i < 50_000; i++) {
            ModeMachine other = new ModeMachine(ModeSettings.DEFAULT);
            other.restore(modes.state(), nowNs - 77 * MS);
            Request request = random.nextInt(5) == 0 ? requests[random.nextInt(requests.length)] : Request.NONE;
            int causes = random.nextInt(50) == 0 ? 1 << random.nextInt(Fault.values().length) : 0;
            panel.start = random.nextInt(20) == 0;
            panel.pause = random.nextInt(40) == 0;
            panel.up = panel.up ? random.nextInt(300) != 0 : random.nextInt(20) == 0;
            panel.down = random.nextInt(20) == 0;
            panel.test = panel.test ? random.nextInt(50) != 0 : random.nextInt(20) == 0;
            walking = random.nextInt(50) == 0;
            tick(request, causes);
            other.update(causes, request, panel, heard, walking, nowNs - 77 * MS);
            assertArrayEquals(modes.state(), other.state(), "tick " + i);
            assertEquals(modes.started(), other.started());
            seen.add(modes.mode());
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(Mode.OFF)), seen);
    }
}
