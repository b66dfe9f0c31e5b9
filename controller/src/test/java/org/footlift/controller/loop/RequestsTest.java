package org.footlift.controller.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.telemetry.Request;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final Requests requests = new Requests();

    @Test
    void holdsOneRequestAndRefusesTheSecond() {
        assertTrue(requests.offer(Request.START));
        assertFalse(requests.offer(Request.LEVEL_UP));
        assertEquals(Request.START, requests.take());
        assertEquals(Request.NONE, requests.take());
        assertTrue(requests.offer(Request.LEVEL_UP));
    }

    @Test
    void aPauseTakesThePlaceOfWhatWaitsAndIsReplacedByNothing() {
        requests.offer(Request.LEVEL_UP);
        assertTrue(requests.offer(Request.PAUSE));
        assertFalse(requests.offer(Request.START));
        assertEquals(Request.PAUSE, requests.take());
        assertEquals(Request.NONE, requests.take());
    }

    @Test
    void stopIsHeardThroughAFullQueueAndOnce() {
        requests.offer(Request.START);
        requests.stop();
        assertTrue(requests.takeStop());
        assertFalse(requests.takeStop());
    }
}
