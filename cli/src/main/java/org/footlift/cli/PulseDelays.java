package org.footlift.cli;

import java.util.Arrays;

import org.footlift.controller.loop.TickSink;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SensorFrame;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/**
 * How long pulses are under way: from the start of the tick that decided, and from the newest IMU sample that it knew of, to the first byte
 * at the other end of the port. One thread notes ticks, one other arrivals, neither allocates; they are matched when both have ended.
 */
final class PulseDelays implements TickSink {
    /** Delays at a percentile, nanoseconds; −1 when no pulse arrived. */
    record Delay(long fromTickNs, long fromSampleNs) {}

    private static final int MOST_PULSES_A_SECOND = 100;
    /** A pulse that has not arrived by then was dropped on its way. */
    private static final long EXPIRED_NS = 1_000_000_000;

    private final TickSink next;
    private final long[] tickNs;
    private final long[] sampleNs;
    private final long[] arrivedNs;
    private long newestSampleNs;
    private int ticks;
    private int arrivals;

    /** Room for {@code seconds} of pulses on one channel; what comes later is not noted. */
    PulseDelays(long seconds, TickSink next) {
        int room = Math.toIntExact(Math.min(seconds * MOST_PULSES_A_SECOND, 1 << 22));
        this.next = next;
        tickNs = new long[room];
        sampleNs = new long[room];
        arrivedNs = new long[room];
    }

    @Override
    public void publish(TickInput in, TickOutput out) {
        SensorFrame sensors = in.sensors;
        for (int i = 0; i < sensors.imuCount(); i++) {
            newestSampleNs = Math.max(newestSampleNs, sensors.imu(i).timeNs);
        }
        PulseCommand pulse = out.pulses[0];
        if (pulse.isPulse() && ticks < tickNs.length) {
            tickNs[ticks] = in.timeNs;
            sampleNs[ticks] = newestSampleNs;
            ticks++;
        }
        next.publish(in, out);
    }

    /** A pulse of the first channel has arrived, at a time on the clock of the ticks. */
    void arrived(long timeNs) {
        if (arrivals < arrivedNs.length) {
            arrivedNs[arrivals] = timeNs;
            arrivals++;
        }
    }

    /** The delays at a percentile. Each arrival belongs to the newest tick before it that asked for a pulse. */
    Delay at(double percentile) {
        long[] fromTick = new long[arrivals];
        long[] fromSample = new long[arrivals];
        int matched = 0;
        int tick = -1;
        for (int i = 0; i < arrivals; i++) {
            while (tick + 1 < ticks && tickNs[tick + 1] <= arrivedNs[i]) {
                tick++;
            }
            if (tick >= 0 && arrivedNs[i] - tickNs[tick] < EXPIRED_NS) {
                fromTick[matched] = arrivedNs[i] - tickNs[tick];
                fromSample[matched] = arrivedNs[i] - sampleNs[tick];
                matched++;
            }
        }
        return new Delay(percentile(percentile, fromTick, matched), percentile(percentile, fromSample, matched));
    }

    private static long percentile(double percentile, long[] values, int count) {
        if (count == 0) {
            return -1;
        }
        Arrays.sort(values, 0, count);
        return values[(int) Math.min(count - 1, Math.ceil(percentile / 100 * count) - 1)];
    }
}
