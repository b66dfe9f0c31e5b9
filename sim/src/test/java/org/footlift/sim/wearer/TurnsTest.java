package org.footlift.sim.wearer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void agreesWithTheLibraryAllTheWayRound() {
        for (int i = -5_000; i <= 5_000; i++) {
            double turns = i / 1_700.0;
            assertEquals(StrictMath.sin(2 * StrictMath.PI * turns), Turns.sin(turns), 5e-15);
            assertEquals(StrictMath.cos(2 * StrictMath.PI * turns), Turns.cos(turns), 5e-15);
        }
    }

    @Test
    void quarterTurnsAreExact() {
        assertEquals(0, Turns.sin(1_000_000_000.0));
        assertEquals(1, Turns.sin(0.25));
        assertEquals(-1, Turns.cosDeg(180));
        assertEquals(0.5, Turns.sinDeg(30), 1e-16);
    }
}
