package org.footlift.bench;

import java.util.concurrent.TimeUnit;

import org.footlift.config.Settings;
import org.footlift.controller.Controller;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** {@link Controller#tick} while the wearer walks and is stimulated. Handing it the samples is outside of what is timed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms64m"}) // as the launcher starts the program
@SuppressWarnings("NullAway.Init") // JMH calls the constructor, sets the parameter, then calls begin
public class TickBenchmark {
    /** What is worn. */
    @Param
    public Worn worn;

    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private RecordedWalk walk;
    private Controller controller;
    private int burstsBefore;

    /** Walks until the intensity has risen. */
    @Setup(Level.Trial)
    public void begin() throws HardwareUnavailable {
        Settings settings = worn.settings();
        walk = new RecordedWalk(settings);
        controller = new Controller(settings);
        for (int i = 0; i < RecordedWalk.LEAD_IN_S * settings.loop().rateHz(); i++) {
            walk.next(in);
            controller.tick(in, out);
        }
    }

    /** Remembers where an iteration begins. */
    @Setup(Level.Iteration)
    public void remember() {
        burstsBefore = out.bursts;
    }

    /** Hands over the next tick's samples, as the loop does. */
    @Setup(Level.Invocation)
    public void drain() {
        walk.next(in);
    }

    /** One tick. */
    @Benchmark
    public TickOutput tick() {
        controller.tick(in, out);
        return out;
    }

    /** A controller that has stopped is quick, and not what is to be measured. */
    @TearDown(Level.Iteration)
    public void check() {
        if (out.mode != org.footlift.telemetry.Mode.WALK || out.faults != 0 || out.bursts == burstsBefore) {
            throw new IllegalStateException("the wearer was not stimulated throughout: mode " + out.mode + ", faults "
                    + out.faults + ", bursts " + (out.bursts - burstsBefore));
        }
    }
}
