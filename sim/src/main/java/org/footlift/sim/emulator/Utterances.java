package org.footlift.sim.emulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a device has to say and when, in order. */
final class Utterances {
    private static final class Utterance {
        private final long dueNs;
        private final byte[] bytes;

        Utterance(long dueNs, byte[] bytes) {
            this.dueNs = dueNs;
            this.bytes = bytes;
        }
    }

    private final Deque<Utterance> waiting = new ArrayDeque<>();

    /** Says {@code bytes} at {@code dueNs}, though not before what it had to say earlier. */
    void add(long dueNs, byte[] bytes) {
        long earliestNs = waiting.isEmpty() ? dueNs : StrictMath.max(dueNs, waiting.getLast().dueNs);
        waiting.add(new Utterance(earliestNs, bytes));
    }

    /** Moves everything due by {@code nowNs} into {@code into}, as far as it fits; returns how many bytes. */
    int take(byte[] into, long nowNs) {
        int count = 0;
        while (!waiting.isEmpty() && waiting.getFirst().dueNs <= nowNs
                && count + waiting.getFirst().bytes.length <= into.length) {
            byte[] bytes = waiting.removeFirst().bytes;
            System.arraycopy(bytes, 0, into, count, bytes.length);
            count += bytes.length;
        }
        return count;
    }
}
