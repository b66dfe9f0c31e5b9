package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsReader;
import org.footlift.controller.Controller;
import org.footlift.controller.loop.ControlLoop;
import org.footlift.controller.loop.LoopStatistics;
import org.footlift.controller.loop.Requests;
import org.footlift.hal.Hardware;
import org.footlift.hal.Scheduling;
import org.footlift.hal.linux.RealTimeScheduling;
import org.footlift.hal.linux.SystemTime;
import org.footlift.sim.emulator.EmulatedDevice;
import org.footlift.sim.emulator.EmulatedModel;
import org.footlift.sim.emulator.EmulatorPort;
import org.footlift.sim.emulator.Injection;
import org.footlift.sim.emulator.Skin;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.channel.TickPublisher;
import org.jspecify.annotations.Nullable;

/**
 * The loop of {@code run} in this process, on the virtual wearer, with an emulated P24 behind a pseudo-terminal and cyclictest beside it. What is
 * measured of the process as a whole has the emulator in it, too.
 */
final class BenchRun {
    private static final long START_AFTER_MS = 1_000;
    private static final long NS_PER_US = 1_000;
    private static final double KB_PER_MB = 1_024;

    private final Path folder;
    private final Duration duration;
    private final EndOnSignal signal;
    private final Consumer<String> notice;

    private volatile @Nullable PulseDelays delays;
    /** Of the emulator's clock before that of the ticks. */
    private volatile long aheadNs;

    /** A run that has not begun; {@code notice} takes a line for a person. */
    BenchRun(Path folder, Duration duration, EndOnSignal signal, Consumer<String> notice) {
        this.folder = folder;
        this.duration = duration;
        this.signal = signal;
        this.notice = notice;
    }

    /** Runs it to its end; {@code startToArmedMs} was measured before. */
    BenchFigures measure(@Nullable Long startToArmedMs) throws IOException, InterruptedException {
        SystemTime time = new SystemTime();
        PauseLog pauses = PauseLog.begin(folder.resolve("gc.log"));
        TimedDevice device = new TimedDevice();
        try (RealTimeScheduling scheduling = RealTimeScheduling.begin();
                EmulatorPort port = EmulatorPort.open(device, time)) {
            port.ask(() -> scheduling.enter(Scheduling.Role.SENSOR_READER)); // a device does not wait for our processor
            Settings settings = settings(port.path());
            try (Hardware hardware = BackEnds.open(settings, scheduling);
                    TickPublisher publisher = TickPublisher.open(folder, settings.loop().rateHz())) {
                aheadNs = time.timeNs() - hardware.clock().timeNs();
                PulseDelays noted = new PulseDelays(duration.toSeconds() + 1, publisher::publish);
                delays = noted;
                Requests requests = new Requests();
                ControlLoop loop = new ControlLoop(new Controller(settings), hardware, noted, requests,
                        settings.loop().periodNs(), duration.toNanos());
                Optional<CyclicTest.Latency> beside = run(loop, requests, scheduling, settings);
                return figures(loop.statistics(), noted, beside, pauses.longestMs(), startToArmedMs);
            }
        }
    }

    private Optional<CyclicTest.Latency> run(ControlLoop loop, Requests requests, RealTimeScheduling scheduling,
            Settings settings) throws IOException, InterruptedException {
        Thread thread = new Thread(() -> {
            scheduling.enter(Scheduling.Role.CONTROL_LOOP);
            loop.run();
        }, "footlift-control");
        thread.start();
        signal.await(START_AFTER_MS);
        requests.offer(Request.START);
        scheduling.takeRefusals().forEach(notice);
        try (CyclicTest cyclicTest = CyclicTest.start(Math.max(1, duration.toSeconds() - 2),
                settings.loop().periodNs() / NS_PER_US,
                scheduling.urgent() ? RealTimeScheduling.HIGHEST_PRIORITY : 0)) {
            while (thread.isAlive() && !signal.await(RunCommand.SCREEN_PERIOD_MS)) {
                // measuring
            }
            loop.end();
            thread.join();
            Throwable failure = loop.failure();
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            return cyclicTest.latency();
        }
    }

    private static BenchFigures figures(LoopStatistics loop, PulseDelays pulses, Optional<CyclicTest.Latency> beside,
            OptionalDouble pauseMs, @Nullable Long startToArmedMs) throws IOException {
        PulseDelays.Delay delay = pulses.at(99);
        return new BenchFigures(orNull(loop.tickNs(50)), orNull(loop.tickNs(99.9)), orNull(loop.bytesPerTick()),
                us(loop.wakeNs(50)), us(loop.wakeNs(99)), beside.map(CyclicTest.Latency::usP50).orElse(null),
                beside.map(CyclicTest.Latency::usP99).orElse(null), us(delay.fromTickNs()), us(delay.fromSampleNs()),
                orNull(pauseMs), startToArmedMs,
                residentMb(Path.of("/proc/self/status")));
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Double us(OptionalLong ns) {
        return ns.isPresent() ? us(ns.getAsLong()) : null;
    }

    /** Tenths of a microsecond are what the clock can tell. */
    private static @Nullable Double us(long ns) {
        return ns < 0 ? null : Math.round(ns / 100.0) / 10.0;
    }

    /** What the system says of this process; null where it does not say. */
    static @Nullable Double residentMb(Path status) throws IOException {
        if (!Files.isReadable(status)) {
            return null;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                String kb = line.replaceAll("\\D", "");
                return Math.round(Long.parseLong(kb) / KB_PER_MB * 10) / 10.0;
            }
        }
        return null;
    }

    private Settings settings(String port) throws IOException {
        Path file = Files.writeString(folder.resolve("bench.toml"), String.format(Locale.ROOT, """
                [profile]
                [hardware.stimulator]
                protocol = "sciencemode4"
                port = "%s"
                [hardware.sim]
                stand_ms = 1500
                """, port));
        try {
            return SettingsReader.read(file);
        } catch (SettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An emulated P24 that notes when the first byte of what holds a pulse was there. Its own thread only. */
    private final class TimedDevice implements EmulatedDevice {
        private final Skin skin = (channel, _, _) -> arrived(channel);
        private final EmulatedDevice device = EmulatedModel.SCIENCEMODE4.create(skin, _ -> {}, false);
        private long receivedNs;

        private void arrived(int channel) {
            PulseDelays into = delays;
            if (into != null && channel == 0) {
                into.arrived(receivedNs - aheadNs);
            }
        }

        @Override
        public void opened(long nowNs) {
            device.opened(nowNs);
        }

        @Override
        public void receive(byte[] bytes, int count, long nowNs) {
            receivedNs = nowNs;
            device.receive(bytes, count, nowNs);
        }

        @Override
        public void advance(long nowNs) {
            device.advance(nowNs);
        }

        @Override
        public int take(byte[] into, long nowNs) {
            return device.take(into, nowNs);
        }

        @Override
        public void inject(Injection trouble) {
            device.inject(trouble);
        }
    }
}
