package org.footlift.bench;

import java.util.concurrent.TimeUnit;

import org.footlift.config.Settings;
import org.footlift.controller.gait.GaitDetector;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.telemetry.TickInput;
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

/** {@link GaitDetector#update} alone, on the same walk and in the same way as {@link TickBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms64m"})
@SuppressWarnings("NullAway.Init") // JMH calls the constructor, sets the parameter, then calls begin
public class DetectorBenchmark {
    /** What is worn. */
    @Param
    public Worn worn;

    private final TickInput in = new TickInput();
    private RecordedWalk walk;
    private GaitDetector detector;

    /** Walks until the detector knows the wearer. */
    @Setup(Level.Trial)
    public void begin() throws HardwareUnavailable {
        Settings settings = worn.settings();
        walk = new RecordedWalk(settings);
        detector = new GaitDetector(settings);
        for (int i = 0; i < RecordedWalk.LEAD_IN_S * settings.loop().rateHz(); i++) {
            walk.next(in);
            detector.update(in.sensors, in.timeNs);
        }
    }

    /** Hands over the next tick's samples, as the loop does. */
    @Setup(Level.Invocation)
    public void drain() {
        walk.next(in);
    }

    /** One tick's samples. */
    @Benchmark
    public GaitDetector update() {
        detector.update(in.sensors, in.timeNs);
        return detector;
    }

    /** A detector that hears nothing is quick, and not what is to be measured. */
    @TearDown(Level.Iteration)
    public void check() {
        if (!detector.walking(in.timeNs) || detector.faults() != 0) {
            throw new IllegalStateException("no walk was detected at the end: faults " + detector.faults());
        }
    }
}
