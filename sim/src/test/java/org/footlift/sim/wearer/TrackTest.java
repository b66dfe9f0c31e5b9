package org.footlift.sim.wearer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TrackTest {
    @Test
    void movesFromRestToRestWithoutOvershoot() {
        Track track = new Track(5);
        track.move(1, 2, 10);
        assertEquals(5, track.at(0.5));
        assertEquals(7.5, track.at(2), 1e-12);
        assertEquals(10, track.at(3));
        assertEquals(10, track.at(99));
    }

    @Test
    void movesOnFromWhereItStopped() {
        Track track = new Track(0);
        track.move(0, 1, 4);
        track.move(2, 1, -4);
        assertEquals(-4, track.planned());
        assertEquals(4, track.at(1.5));
        assertEquals(0, track.at(2.5), 1e-12);
        assertEquals(-4, track.at(3));
    }

    @Test
    void refusesTwoMovementsAtOnce() {
        Track track = new Track(0);
        track.move(0, 1, 4);
        assertThrows(IllegalStateException.class, () -> track.move(0.5, 1, 0));
    }
}
