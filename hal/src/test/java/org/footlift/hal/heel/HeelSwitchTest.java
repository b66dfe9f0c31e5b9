package org.footlift.hal.heel;

import static org.footlift.hal.heel.FakeClock.MS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Contacts wired to ground with a pull-up: open is high. */
class HeelSwitchTest {
    private boolean opensUnderLoadIsOpen;
    private boolean closesUnderLoadIsOpen;
    private final HeelSwitch single = new HeelSwitch(() -> opensUnderLoadIsOpen);
    private final HeelSwitch pair = new HeelSwitch(() -> opensUnderLoadIsOpen, () -> closesUnderLoadIsOpen);

    private void levels(boolean opensUnderLoad, boolean closesUnderLoad) {
        opensUnderLoadIsOpen = opensUnderLoad;
        closesUnderLoadIsOpen = closesUnderLoad;
    }

    @Test
    void aBrokenLeadOfASingleSwitchReadsAsLoadedSoThatNothingIsStimulated() {
        levels(true, false);
        assertEquals(HeelReading.LOADED, single.read(0));
        levels(false, false);
        assertEquals(HeelReading.UNLOADED, single.read(1));
    }

    @Test
    void aPairIsBelievedWhileItsContactsDisagree() {
        levels(true, false);
        assertEquals(HeelReading.LOADED, pair.read(0));
        levels(false, true);
        assertEquals(HeelReading.UNLOADED, pair.read(MS));
    }

    @Test
    void aPairOnItsWayFromOneSideToTheOtherSaysNothingUntilItArrives() {
        levels(true, false);
        pair.read(0);
        levels(true, true);
        assertEquals(HeelReading.BETWEEN, pair.read(MS));
        assertEquals(HeelReading.BETWEEN, pair.read(MS + HeelSwitch.LONGEST_FLIGHT_NS));
        levels(false, true);
        assertEquals(HeelReading.UNLOADED, pair.read(2 * MS + HeelSwitch.LONGEST_FLIGHT_NS));
    }

    @Test
    void aPairWithABrokenOrShortedLeadIsInvalidOnceItAgreesForLongerThanAContactFlies() {
        for (boolean level : new boolean[]{true, false}) {
            levels(true, false);
            pair.read(0);
            levels(level, level);
            pair.read(1);
            assertEquals(HeelReading.INVALID, pair.read(2 + HeelSwitch.LONGEST_FLIGHT_NS));
            assertEquals(HeelReading.INVALID, pair.read(1_000 * MS));
        }
    }

    @Test
    void aPairIsBelievedAgainAsSoonAsItDisagreesAndTimedAnewWhenItAgreesAgain() {
        levels(true, true);
        pair.read(0);
        assertEquals(HeelReading.INVALID, pair.read(100 * MS));
        levels(false, true);
        assertEquals(HeelReading.UNLOADED, pair.read(101 * MS));
        levels(false, false);
        assertEquals(HeelReading.BETWEEN, pair.read(102 * MS));
    }

    @Test
    void anInputThatCannotBeReadIsInvalid() {
        HeelSwitch unreadable = new HeelSwitch(() -> {
            throw new IllegalStateException("the line has gone");
        });
        assertEquals(HeelReading.INVALID, unreadable.read(0));
    }
}
