package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.ModeSettings;
import org.footlift.config.ModeSettings.Start;
import org.footlift.hal.PanelState;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModeMachineTest {
    private final PanelState panel = new PanelState();

    /** After its first tick, in which no button counts. */
    private static ModeMachine powered(ModeSettings settings) {
        ModeMachine machine = new ModeMachine(settings);
        machine.update(0, Request.NONE, new PanelState(), false);
        return machine;
    }

    private ModeMachine modes = powered(ModeSettings.DEFAULT);
    private boolean walking;

    private Mode tick(Request request, int causes) {
        modes.update(causes, request, panel, walking);
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
    @EnumSource(value = Request.class, names = {"NONE", "PAUSE", "LEVEL_UP", "LEVEL_DOWN"})
    void onlyADeliberateActStartsAnything(Request request) {
        assertEquals(Mode.PAUSED, tick(request));
        assertFalse(modes.started());
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void startBeginsTheProfilesMode(Start start) {
        modes = powered(new ModeSettings(start, 100, 5, 6_000, 8_000, 1_000, 1_000));
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
    void theLevelButtonsStepOncePerPressWithinTheirBounds() {
        panel.down = true;
        for (int i = 0; i < 100; i++) {
            tick();
        }
        assertEquals(95, modes.levelPct());
        for (int i = 0; i < 100; i++) {
            tick(Request.LEVEL_DOWN);
        }
        assertEquals(0, modes.levelPct());
        for (int i = 0; i < 100; i++) {
            tick(Request.LEVEL_UP);
        }
        assertEquals(100, modes.levelPct());
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
            if (request != Request.START && request != Request.EXERCISE && request != Request.EVALUATE) {
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
        boolean latching = fault.clears() == Fault.Clears.BY_WEARER;
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
        assertEquals(Mode.TEST, tick());
        assertEquals(Mode.PAUSED, tick(Request.PAUSE));
        assertEquals(Mode.PAUSED, tick(), "held from before");
        panel.test = false;
        assertEquals(Mode.PAUSED, tick());
        panel.test = true;
        assertEquals(Mode.TEST, tick());
        panel.test = false;
        assertEquals(Mode.PAUSED, tick());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void doesNotTestWithALatchingCause(Fault fault) {
        panel.test = true;
        boolean latching = fault.clears() == Fault.Clears.BY_WEARER;
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
        modes = new ModeMachine(ModeSettings.DEFAULT);
        panel.start = true;
        panel.test = true;
        for (int i = 0; i < 10; i++) {
            modes.update(0, Request.NONE, panel, false);
            assertEquals(Mode.PAUSED, modes.mode());
        }
        panel.start = false;
        modes.update(0, Request.NONE, panel, false);
        panel.start = true;
        modes.update(0, Request.NONE, panel, false);
        assertEquals(Mode.WALK, modes.mode());
    }
}
