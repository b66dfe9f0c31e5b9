package org.footlift.cli;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What {@code bench} measured; null for what was not. The names are those of {@code --json}.
 *
 * @param tickNsP50 median cost of a tick, nanoseconds
 * @param tickNsP999 cost of a tick at 99.9 %
 * @param bytesPerTick bytes that the control thread allocates a tick, deciding and publishing
 * @param wakeUsP50 from deadline to start of a tick, median, microseconds
 * @param wakeUsP99 the same at 99 %
 * @param cyclictestUsP50 the same of cyclictest, which ran at the same time
 * @param cyclictestUsP99 the same at 99 %
 * @param tickToPulseUsP99 from the start of the deciding tick to the first byte of its pulse at the far end of the port, at 99 %
 * @param sampleToPulseUsP99 from the newest IMU sample that the tick knew of to that byte, at 99 %
 * @param gcPauseMsMax longest pause of the garbage collector in the whole process, milliseconds; 0 for none
 * @param startToArmedMs from starting the command until Start would arm it, milliseconds
 * @param rssMb resident memory at the end, megabytes
 */
record BenchFigures(@Nullable Long tickNsP50, @Nullable Long tickNsP999, @Nullable Double bytesPerTick,
        @Nullable Double wakeUsP50, @Nullable Double wakeUsP99, @Nullable Long cyclictestUsP50,
        @Nullable Long cyclictestUsP99, @Nullable Double tickToPulseUsP99, @Nullable Double sampleToPulseUsP99,
        @Nullable Double gcPauseMsMax, @Nullable Long startToArmedMs, @Nullable Double rssMb) {

    /** One table for a person. */
    String text() {
        return String.join(System.lineSeparator(), List.of(
                row("tick, p50", tickNsP50, "ns"), row("tick, p99.9", tickNsP999, "ns"),
                row("allocated per tick", bytesPerTick, "bytes"),
                row("wake-up after the deadline, p50", wakeUsP50, "us"),
                row("wake-up after the deadline, p99", wakeUsP99, "us"),
                row("cyclictest beside it, p50", cyclictestUsP50, "us"),
                row("cyclictest beside it, p99", cyclictestUsP99, "us"),
                row("start of the tick to pulse byte, p99", tickToPulseUsP99, "us"),
                row("IMU sample to pulse byte, p99", sampleToPulseUsP99, "us"),
                row("longest garbage collection", gcPauseMsMax, "ms"),
                row("start of the command to ready for Start", startToArmedMs, "ms"),
                row("resident memory", rssMb, "MB")));
    }

    private static String row(String what, @Nullable Number value, String unit) {
        String figure = switch (value) {
            case null -> "not measured";
            case Long whole -> whole + " " + unit;
            default -> String.format(Locale.ROOT, "%.1f %s", value.doubleValue(), unit);
        };
        return String.format(Locale.ROOT, "%-38s %s", what, figure);
    }
}
