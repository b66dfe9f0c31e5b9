package org.footlift.hal.heel;

import org.footlift.hal.Clock;

/** Time that a test moves. */
final class FakeClock implements Clock {
    static final long MS = 1_000_000;
    long nowNs;

    @Override
    public long timeNs() {
        return nowNs;
    }

    void passMs(long ms) {
        nowNs += ms * MS;
    }
}
