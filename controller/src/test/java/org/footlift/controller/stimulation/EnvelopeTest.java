package org.footlift.controller.stimulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.EnvelopeSettings;
import org.footlift.config.EnvelopeSettings.Timing;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final long MS = 1_000_000L;

    private static EnvelopeSettings timing(Timing timing) {
        return new EnvelopeSettings(0, 200, 100, 100, 150, 200, 1_900, 100, timing, 0, false);
    }

    @Test
    void scalesWithTheStrideTimeWithin50To150Percent() {
        EnvelopeSettings adaptive = timing(Timing.ADAPTIVE);
        assertEquals(200, Envelope.scaled(200, adaptive, 1_200));
        assertEquals(250, Envelope.scaled(200, adaptive, 1_500));
        assertEquals(300, Envelope.scaled(200, adaptive, 1_800));
        assertEquals(300, Envelope.scaled(200, adaptive, 4_000));
        assertEquals(100, Envelope.scaled(200, adaptive, 600));
        assertEquals(100, Envelope.scaled(200, adaptive, 500));
        assertEquals(200, Envelope.scaled(200, adaptive, 0), "not known: as set");
        assertEquals(200, Envelope.scaled(200, timing(Timing.FIXED), 1_800));
    }

    @Test
    void fallsFromWhereItStandsAndKeepsToTheFirstFall() {
        Envelope envelope = new Envelope();
        envelope.begin(0, 200, 100, 0);
        assertEquals(500, envelope.height(100 * MS));
        envelope.fall(100 * MS, 100);
        envelope.fall(150 * MS, 300);
        assertTrue(envelope.falling());
        assertEquals(250, envelope.height(150 * MS));
        assertEquals(0, envelope.height(200 * MS));
        assertFalse(envelope.on());
    }

    @Test
    void risesAgainFromWhereItHasFallenTo() {
        Envelope envelope = new Envelope();
        envelope.begin(0, 200, 80, 0);
        envelope.fall(200 * MS, 100);
        assertEquals(400, envelope.height(250 * MS));
        envelope.rise(250 * MS);
        assertFalse(envelope.falling());
        assertEquals(400, envelope.height(250 * MS));
        assertEquals(600, envelope.height(300 * MS));
        assertEquals(800, envelope.height(350 * MS));
    }

    @Test
    void neverFallsForLongerThan300Ms() {
        Envelope envelope = new Envelope();
        envelope.begin(0, 0, 100, 0);
        envelope.fall(0, 5_000);
        assertTrue(envelope.height(299 * MS) > 0);
        assertEquals(0, envelope.height(300 * MS));
    }

    @Test
    void aFallOfNothingEndsAtOnce() {
        Envelope envelope = new Envelope();
        envelope.begin(0, 0, 100, 0);
        envelope.fall(10 * MS, 0);
        assertEquals(0, envelope.height(10 * MS));
        assertFalse(envelope.on());
    }

    @Test
    void isNothingBeforeItBeginsAndAfterACut() {
        Envelope envelope = new Envelope();
        assertEquals(0, envelope.height(0));
        envelope.fall(0, 100);
        assertFalse(envelope.falling());
        envelope.begin(0, 0, 100, 0);
        assertEquals(Envelope.FULL, envelope.height(0));
        envelope.cut();
        assertEquals(0, envelope.height(0));
    }
}
