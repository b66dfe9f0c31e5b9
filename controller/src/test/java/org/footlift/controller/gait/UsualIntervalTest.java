package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UsualIntervalTest {
    private static UsualInterval of(long... intervalsNs) {
        UsualInterval usual = new UsualInterval();
        for (long each : intervalsNs) {
            usual.add(each);
        }
        return usual;
    }

    @Test
    void theUsualIsTheMedianOfTheLastSeven() {
        assertEquals(0, of().usualNs());
        assertEquals(9, of(9).usualNs());
        assertEquals(5, of(9, 1, 5).usualNs());
        assertEquals(4, of(900, 900, 900, 7, 1, 6, 2, 5, 3, 4).usualNs(), "the three of 900 are forgotten");
    }

    @Test
    void twoStumblesOfSevenMoveNeitherTheUsualNorTheSpread() {
        UsualInterval usual = of(100, 102, 98, 101, 100, 400, 5);
        assertEquals(100, usual.usualNs());
        assertEquals(2, usual.spreadNs());
    }

    @Test
    void theSpreadOfFewStridesIsTheirLargestDeviation() {
        assertEquals(0, of(100).spreadNs());
        assertEquals(30, of(100, 130).spreadNs());
        assertEquals(30, of(100, 130, 90).spreadNs());
    }

    @Test
    void forgetsEverything() {
        UsualInterval usual = of(1, 2, 3);
        usual.forget();
        assertEquals(0, usual.count());
        assertEquals(0, usual.usualNs());
        usual.add(7);
        assertEquals(7, usual.usualNs());
    }
}
