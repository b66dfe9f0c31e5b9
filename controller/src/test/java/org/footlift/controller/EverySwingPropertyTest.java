package org.footlift.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.footlift.config.ChannelSettings;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.EnvelopeSettings.Timing;
import org.footlift.config.LimitSettings;
import org.footlift.config.Settings;
import org.footlift.controller.TickBench.Pulse;
import org.footlift.telemetry.Limit;
import org.junit.jupiter.api.Test;

/** Whatever the frequencies, the pauses, the envelope and the strides: no limit takes a swing from a wearer, or its fall from a burst. */
class EverySwingPropertyTest {
    private static final long MS = TickBench.MS;
    private static final long TICK_MS = 5;
    private static final int SEEDS = 300;
    private static final int STRIDES = 40;
    private static final LimitSettings LIMITS = new LimitSettings(40_000, 40_000, 300, 12_000, 15, 2_000, 80, 8_000);

    private static int between(Random random, int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    private static ChannelSettings channel(boolean enabled, Random random) {
        return new ChannelSettings(enabled, 25_000, 250, between(random, 15, 60), Waveform.SYMMETRIC, 2_500);
    }

    private static Settings settings(Random random) {
        EnvelopeSettings envelope = new EnvelopeSettings(0, between(random, 0, 300), 100, between(random, 0, 500),
                between(random, 0, 300), between(random, 0, 300), between(random, 1_600, 1_900),
                between(random, 0, 300), random.nextBoolean() ? Timing.FIXED : Timing.ADAPTIVE, 0, false);
        return new Profile().heelOnly().envelope(envelope).limits(LIMITS)
                .channels(channel(true, random), channel(random.nextBoolean(), random)).settings();
    }

    private static long periodMs(Settings settings, int channel) {
        return settings.loop().pulsePeriodTicks(settings.stimulation().channel(channel).frequencyHz()) * TICK_MS;
    }

    /** A fall that follows a quick cadence takes half its time; one that the duty limit shortens, half of the shortest burst. */
    private static long shortestFallMs(EnvelopeSettings envelope) {
        int fallingMs = envelope.timing() == Timing.ADAPTIVE ? envelope.fallingMs() / 2 : envelope.fallingMs();
        return Math.min(fallingMs, EnvelopeSettings.LEAST_BURST_MS / 2);
    }

    /** No pulse of any train is missing, and the last ones go down to nothing. */
    private static void assertWhole(List<Pulse> burst, Settings settings, String when) {
        for (int c = 0; c < 2; c++) {
            int channel = c;
            List<Pulse> train = burst.stream().filter(p -> p.channel() == channel).toList();
            long periodMs = periodMs(settings, channel);
            for (int i = 1; i < train.size(); i++) {
                assertEquals(periodMs * MS, train.get(i).timeNs() - train.get(i - 1).timeNs(),
                        when + ": a pulse is missing");
            }
            long fallMs = shortestFallMs(settings.envelope());
            if (train.size() > 1 && fallMs > periodMs) {
                long highestUa = train.stream().mapToInt(Pulse::amplitudeUa).max().orElseThrow();
                long mostUa = highestUa * periodMs / fallMs;
                assertTrue(train.getLast().amplitudeUa() <= mostUa, () -> when + ": cut off: " + train);
            }
        }
    }

    /** The pause between two bursts, and the time to the next pulse at its end and at its beginning. */
    private static long longestBareNs(Settings settings) {
        long pauseNs = Math.max(settings.envelope().refractoryMs() * MS, settings.stimulation().burstGapNs());
        return pauseNs + 2 * periodMs(settings, 0) * MS;
    }

    private final List<Pulse> given = new ArrayList<>();
    private int limits;

    /** Ticks until {@code ms} are over, and checks each burst that ends. The longest time without a pulse, nanoseconds. */
    private long run(TickBench bench, long ms, Settings settings, String when) {
        long beganNs = bench.nowNs();
        long lastNs = beganNs;
        long bareNs = 0;
        limits = 0;
        while (bench.nowNs() < beganNs + ms * MS) {
            limits |= bench.tick().limits;
            lastNs = bench.pulses.isEmpty() ? lastNs : bench.nowNs();
            bareNs = Math.max(bareNs, bench.nowNs() - lastNs);
            given.addAll(bench.pulses);
            bench.pulses.clear();
            if (!bench.out.burst) {
                assertWhole(given, settings, when);
                given.clear();
            }
        }
        return bareNs;
    }

    @Test
    void noSwingIsBareForLongerThanThePauseBetweenTwoBurstsAndEveryBurstIsWholeAndFalls() {
        int checked = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Settings settings = settings(random);
            TickBench bench = new TickBench(settings).standReady();
            given.clear();
            for (int stride = 0; stride < STRIDES; stride++) {
                String when = "seed " + seed + ", stride " + stride;
                bench.heelLoaded = false;
                long bareNs = run(bench, 250 + TICK_MS * random.nextInt(270), settings, when);
                boolean spent = Limit.DUTY.in(limits); // shortened, and said so
                assertTrue(spent || bareNs <= longestBareNs(settings), () -> when + ": bare for " + bareNs / MS);
                checked += spent ? 0 : 1;
                assertEquals(0, limits & ~(Limit.RISE.bit() | Limit.DUTY.bit()), when);
                bench.heelLoaded = true;
                run(bench, 100 + TICK_MS * random.nextInt(280), settings, when);
            }
        }
        assertTrue(checked > SEEDS * STRIDES * 8 / 10, "swings: " + checked);
    }
}
