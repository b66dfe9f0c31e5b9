package org.footlift.bench;

import java.util.concurrent.TimeUnit;

import org.footlift.hal.HardwareUnavailable;
import org.footlift.telemetry.TickInput;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nothing, measured like {@link TickBenchmark}: what the other figures contain of the clock and of the measurement's own garbage. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms64m"})
@SuppressWarnings("NullAway.Init") // JMH calls the constructor, then begin
public class EmptyBenchmark {
    private final TickInput in = new TickInput();
    private RecordedWalk walk;

    /** Has the wearer walk with every sensor. */
    @Setup(Level.Trial)
    public void begin() throws HardwareUnavailable {
        walk = new RecordedWalk(Worn.FUSED.settings());
    }

    /** Hands over the next tick's samples, as the loop does. */
    @Setup(Level.Invocation)
    public void drain() {
        walk.next(in);
    }

    /** Nothing. */
    @Benchmark
    public TickInput nothing() {
        return in;
    }
}
