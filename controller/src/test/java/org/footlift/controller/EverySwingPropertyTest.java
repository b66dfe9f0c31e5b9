package org.footlift.controller;

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
import org.junit.jupiter.api.Test;

/** Whatever the frequencies, the envelope and the strides: the governor never takes a swing, or the fall of a burst, from a wearer. */
class EverySwingPropertyTest {
    private static final long MS = TickBench.MS;
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
        EnvelopeSettings envelope = new EnvelopeSettings(0, between(random, 0, 300), 100, between(random, 0, 300),
                between(random, 0, 300), between(random, 0, 300), between(random, 1_000, 1_900),
                between(random, 0, 300), random.nextBoolean() ? Timing.FIXED : Timing.ADAPTIVE, 0, false);
        return new Profile().heelOnly().envelope(envelope).limits(LIMITS)
                .channels(channel(true, random), channel(random.nextBoolean(), random)).settings();
    }

    @Test
    void everySwingHasABurst() {
        int ls=0,lst=0,n = 0, bad = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Settings settings = settings(random);
            TickBench bench = new TickBench(settings).standReady();
            for (int stride = 0; stride < STRIDES; stride++) {
                int swing = between(random, 50, 320) * 5, stance = between(random, 20, 300) * 5;
                long from = bench.nowNs();
                int lim = 0; bench.heelLoaded = false;
                for (int i = 0; i < swing; i += 5) { lim |= bench.tick().limits; }
                String l = ""; for (var x : org.footlift.telemetry.Limit.values()) if (x.in(lim)) l += x + " ";
                n++;
                if (bench.pulsesSince(from + 1) == 0) {
                    bad++;
                    System.out.println("BARE " + l + " last swing " + ls + " stance " + lst + " seed " + seed + " stride " + stride + " swing " + swing + " " + settings.envelope() + " stride " + bench.out.strideMs);
                }
                bench.stance(stance); ls = swing; lst = stance;
            }
        }
        System.out.println("SWINGS " + n + " bare " + bad);
    }
}
