package org.footlift.hal.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.PanelState;
import org.footlift.hal.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PiPanelTest {
    private static final long MS = 1_000_000;
    private static final int START = 5;
    private static final int PAUSE = 6;
    private static final int UP = 13;
    private static final int DOWN = 19;
    private static final int ARMED = 20;
    private static final int FAULT = 21;
    private static final int BUZZER = 16;

    private final FakeBoard board = new FakeBoard();
    private final PanelState state = new PanelState();
    private long nowNs;
    private PiPanel panel;

    @BeforeEach
    void wire() throws HardwareUnavailable {
        panel = new PiPanel(board, new Wiring.PanelPins(START, PAUSE, UP, DOWN, Wiring.NOT_WIRED, ARMED, FAULT,
                BUZZER, Wiring.NOT_WIRED), () -> nowNs);
    }

    private PanelState after(int passes) {
        for (int i = 0; i < passes; i++) {
            nowNs += 10 * MS;
            panel.pass();
        }
        panel.read(state);
        return state;
    }

    private void press(int gpio) {
        board.high.put(gpio, false);
    }

    private void release(int gpio) {
        board.high.put(gpio, true);
    }

    @Test
    void onlyThePinsThatAreWiredAreTaken() {
        assertEquals(List.of("footlift-start=5", "footlift-pause=6", "footlift-up=13", "footlift-down=19",
                "footlift-armed=20", "footlift-fault=21", "footlift-buzzer=16"), board.taken);
    }

    @Test
    void aButtonIsPressedOnceTwoReadingsAgreeSoThatBounceIsNoPress() {
        after(1);
        press(START);
        assertFalse(after(1).start);
        release(START);
        assertFalse(after(1).start);
        press(START);
        assertTrue(after(2).start);
        assertFalse(state.pause || state.up || state.down || state.test);
        release(START);
        assertFalse(after(1).start);
    }

    /** The loop takes a button that is held in its first tick for jammed; the panel's thread may be later than that tick. */
    @Test
    void aButtonThatIsHeldFromTheBeginningIsNoPressUntilItWasUp() {
        press(START);
        assertFalse(after(0).start);
        assertFalse(after(100).start);
        release(START);
        after(1);
        press(START);
        assertTrue(after(2).start);
    }

    @Test
    void aJammedButtonThatCanBeReadAgainIsNoPress() {
        after(1);
        press(START);
        assertTrue(after(2).start);
        board.broken = true;
        assertFalse(after(1).start, "what cannot be read is not held");
        assertTrue(after(101).pause);
        board.broken = false;
        assertFalse(after(100).start);
        release(START);
        after(1);
        press(START);
        assertTrue(after(2).start);
    }

    @Test
    void aButtonHeldWhileThePanelsThreadStoodStillIsNoSecondPress() {
        after(1);
        press(START);
        assertTrue(after(2).start);
        nowNs += PiPanel.SILENT_NS;
        assertFalse(after(1).start);
        assertFalse(after(100).start);
    }

    @Test
    void pauseCountsAtOnce() {
        press(PAUSE);
        assertTrue(after(1).pause);
        release(PAUSE);
        assertFalse(after(1).pause);
    }

    @Test
    void upAndDownAreApart() {
        after(1);
        press(UP);
        assertTrue(after(2).up);
        release(UP);
        press(DOWN);
        assertTrue(after(2).down);
        assertFalse(state.up);
    }

    @Test
    void buttonsThatCannotBeReadCountAsPauseAfterASecondAndAsNothingElse() {
        after(1);
        press(START);
        after(2);
        board.broken = true;
        assertFalse(after(100).pause);
        assertTrue(after(1).pause);
        assertFalse(state.start);
        board.broken = false;
        assertFalse(after(2).pause);
    }

    @Test
    void aPanelWhoseThreadNeverRunsCountsAsPause() {
        nowNs += PiPanel.SILENT_NS;
        panel.read(state);
        assertFalse(state.pause);
        nowNs++;
        panel.read(state);
        assertTrue(state.pause);
    }

    @Test
    void lightsAndSoundShowWhatTheLoopSaid() {
        panel.show(true, false, false);
        after(1);
        assertTrue(board.isHigh(ARMED));
        assertFalse(board.isHigh(FAULT) || board.isHigh(BUZZER));
        panel.show(false, true, true);
        after(1);
        assertTrue(board.isHigh(FAULT) && board.isHigh(BUZZER));
        assertFalse(board.isHigh(ARMED));
    }

    @Test
    void aLightThatCannotBeDrivenKeepsNoOtherFromTellingTheWearer() {
        board.brokenGpios.add(ARMED);
        panel.show(true, true, true);
        after(1);
        assertTrue(board.isHigh(FAULT) && board.isHigh(BUZZER));
        board.brokenGpios.clear();
        after(1);
        assertTrue(board.isHigh(ARMED));
    }

    @Test
    void aButtonThatCannotBeReadKeepsNoLightFromTellingTheWearer() {
        board.brokenGpios.add(UP);
        panel.show(false, true, true);
        after(1);
        assertTrue(board.isHigh(FAULT) && board.isHigh(BUZZER));
    }

    @Test
    void aLoopThatStandsStillIsShownAndHeardAsAFault() {
        panel.show(true, false, false);
        after(50);
        assertTrue(board.isHigh(ARMED));
        after(1);
        assertFalse(board.isHigh(ARMED));
        assertTrue(board.isHigh(FAULT) && board.isHigh(BUZZER));
        panel.show(true, false, false);
        after(1);
        assertTrue(board.isHigh(ARMED));
    }

    @Test
    void nothingIsShownBeforeTheLoopBegins() {
        after(200);
        assertFalse(board.isHigh(ARMED) || board.isHigh(FAULT) || board.isHigh(BUZZER));
    }
}
