package org.footlift.sim.wearer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.footlift.sim.wearer.WalkScript.Stand;
import org.footlift.sim.wearer.WalkScript.Walk;
import org.junit.jupiter.api.Test;

class WalkScriptTest {
    @Test
    void refusesTwoWalksInARowAndSaysWhatIsMissing() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> WalkScript.of(new Stand(1), new Walk(1), new Walk(1)));
        assertEquals("part 3 of the walk script follows another walk; put a stand between them", refused.getMessage());
    }

    @Test
    void refusesAPartWithoutDuration() {
        assertThrows(IllegalArgumentException.class, () -> new Stand(0));
        assertThrows(IllegalArgumentException.class, () -> new Walk(-5));
        assertThrows(IllegalArgumentException.class, () -> new Stand(Long.MAX_VALUE), "nanoseconds would overflow");
    }

    @Test
    void standingForNoTimeIsLeftOut() {
        assertEquals(List.of(new Walk(Walk.FOR_EVER_MS)), WalkScript.standThenWalk(0).parts());
        assertEquals(List.of(new Stand(7), new Walk(Walk.FOR_EVER_MS)), WalkScript.standThenWalk(7).parts());
    }
}
