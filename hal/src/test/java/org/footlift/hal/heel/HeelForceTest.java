package org.footlift.hal.heel;

import static org.footlift.hal.heel.FakeClock.MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeelForceTest {
    private static final int EMPTY = 900;
    private static final int STANDING = 6_000;

    private int value;
    private boolean answers = true;
    private int begun;
    private long nowNs;
    private final HeelForce force = new HeelForce(new ForceInput() {
        @Override
        public void begin() throws Failed {
            begun++;
        }

        @Override
        public int read() throws Failed {
            if (!answers) {
                throw new Failed("nobody there");
            }
            return value;
        }
    });

    private HeelReading read(int shown) {
        value = shown;
        nowNs += 4 * MS;
        return force.read(nowNs);
    }

    private HeelReading readFor(int shown, long ms) {
        HeelReading last = read(shown);
        for (long i = 4; i < ms; i += 4) {
            last = read(shown);
        }
        return last;
    }

    private void walk(int strides, int lifted, int loaded) {
        for (int i = 0; i < strides; i++) {
            readFor(lifted, 400);
            readFor(loaded, 600);
        }
    }

    @Test
    void theHeelIsUnloadedBelowTheLowerThresholdAndLoadedAboveTheUpperOne() {
        assertEquals(HeelReading.LOADED, read(STANDING));
        assertEquals(HeelReading.LOADED, read(force.lower() + 1));
        assertEquals(HeelReading.UNLOADED, read(force.lower()));
        assertEquals(HeelReading.UNLOADED, read(force.upper() - 1));
        assertEquals(HeelReading.LOADED, read(force.upper()));
    }

    @Test
    void beforeAnythingElseWasSeenTheHeelIsLoaded() {
        assertEquals(HeelReading.LOADED, read((force.lower() + force.upper()) / 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 199, 9_801, 10_000})
    void aBrokenLeadAShortOrAnAbsentConverterIsInvalid(int pinned) {
        assertEquals(HeelReading.INVALID, read(pinned));
    }

    @Test
    void justInsideTheRailsIsAReading() {
        assertEquals(HeelReading.UNLOADED, read(200));
        assertEquals(HeelReading.LOADED, read(9_800));
    }

    @Test
    void afterAnInvalidReadingTheHeelIsLoadedUntilItIsSeenUnloaded() {
        read(EMPTY);
        read(0);
        assertEquals(HeelReading.LOADED, read(force.upper() - 1));
        assertEquals(HeelReading.UNLOADED, read(EMPTY));
    }

    @Test
    void theThresholdsFollowAHeavyWearerSlowly() {
        int before = force.upper();
        walk(11, EMPTY, 9_000);
        int once = force.upper();
        assertTrue(once > before && once < before + 700, before + " -> " + once);
        walk(200, EMPTY, 9_000);
        assertTrue(force.upper() > 5_500, "upper " + force.upper());
        assertEquals(HeelReading.UNLOADED, read(EMPTY));
    }

    @Test
    void theThresholdsFollowALightWearerDownAndStayATenthApart() {
        walk(300, EMPTY, 3_500);
        assertTrue(force.upper() < 3_000, "upper " + force.upper());
        assertTrue(force.upper() - force.lower() >= HeelForce.LEAST_APART);
        assertEquals(HeelReading.LOADED, read(3_500));
    }

    @Test
    void aTightShoeMovesTheLowerThresholdUp() {
        assertEquals(HeelReading.LOADED, read(2_600));
        walk(300, 2_600, 8_000);
        assertEquals(HeelReading.UNLOADED, read(2_600));
    }

    @Test
    void somebodyWhoStandsForAnHourIsNotTakenForOneWhoLiftsTheHeel() {
        read(STANDING);
        assertEquals(HeelReading.LOADED, readFor(STANDING - 1_500, 3_600_000));
        int upper = force.upper();
        readFor(EMPTY, 3_600_000);
        assertEquals(upper, force.upper());
    }

    @Test
    void shiftingWeightForAnHourNeverMakesAHalfLoadedHeelAnEmptyOne() {
        read(STANDING);
        for (int i = 0; i < 3_600; i++) {
            assertEquals(HeelReading.LOADED, readFor(4_100, 500));
            assertEquals(HeelReading.LOADED, readFor(9_000, 500));
        }
    }

    @Test
    void aConverterThatDoesNotAnswerIsInvalidAndIsSetUpAgainTenTimesASecond() {
        read(STANDING);
        assertEquals(1, begun);
        answers = false;
        assertEquals(HeelReading.INVALID, readFor(STANDING, 1_000));
        assertTrue(begun >= 9 && begun <= 11, "begun " + begun);
        answers = true;
        assertEquals(HeelReading.LOADED, read(STANDING));
        int sofar = begun;
        readFor(STANDING, 1_000);
        assertEquals(sofar, begun);
    }

    @Test
    void aConverterThatLostItsPowerReadsNothingAndIsSetUpAgain() {
        read(STANDING);
        readFor(0, 200);
        assertEquals(2, begun);
    }
}
