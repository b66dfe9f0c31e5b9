package org.footlift.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.footlift.config.ChannelSettings;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.EnvelopeSettings.Timing;
import org.footlift.config.HardLimits;
import org.footlift.config.LimitSettings;
import org.footlift.config.ModeSettings;
import org.footlift.controller.TickBench.Pulse;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Minutes of walking and exercise at the duty limit: bursts are shortened, never cut, and none is left out that a shorter one could replace. */
class ControllerDutyTest {
    private static final long MS = TickBench.MS;
    private static final int[] STRIDES_MS = {600, 750, 1_000, 1_400, 2_000, 3_000, 4_000};

    private static TickBench bench(int dutyPct, int extensionMs, Timing timing) {
        return new TickBench(profile(dutyPct, extensionMs, timing).settings());
    }

    private static Profile profile(int dutyPct, int extensionMs, Timing timing) {
        return new Profile().heelOnly()
                .envelope(new EnvelopeSettings(0, 200, 100, extensionMs, 100, 200, 1_900, 100, timing, 0, false))
                .limits(new LimitSettings(40_000, 40_000, 300, 12_000, 25, 2_000, dutyPct, 8_000));
    }

    /** Pulses with less than 90 ms between them. */
    private static List<List<Pulse>> bursts(TickBench bench) {
        List<List<Pulse>> bursts = new ArrayList<>();
        for (Pulse pulse : bench.pulses) {
            if (bursts.isEmpty() || pulse.timeNs() - bursts.getLast().getLast().timeNs() > 90 * MS) {
                bursts.add(new ArrayList<>());
            }
            bursts.getLast().add(pulse);
        }
        return bursts;
    }

    private static void assertFalls(List<Pulse> burst, String when) {
        int highestUa = burst.stream().mapToInt(Pulse::amplitudeUa).max().orElseThrow();
        assertTrue(burst.getLast().amplitudeUa() <= highestUa / 2, () -> when + ": cut off at the top: " + burst);
        for (int i = 1; i < burst.size(); i++) {
            assertEquals(25 * MS, burst.get(i).timeNs() - burst.get(i - 1).timeNs(), when + ": no pulse missing");
        }
    }

    private static double share(TickBench bench, long sinceNs) {
        return bench.pulsesSince(sinceNs) * 25.0 * MS / (bench.nowNs() - sinceNs);
    }

    /** The heel is up for 60 % of it. */
    private static void stride(TickBench bench, int strideMs) {
        int swingMs = strideMs * 6 / 50 * 5;
        bench.swing(swingMs).stance(strideMs - swingMs);
    }

    /** After a few strides: until the stride time is known, an extension of 300 ms reaches from one quick step into the next. */
    private static TickBench settled(TickBench bench, int strideMs) {
        for (int stride = 0; stride < 5; stride++) {
            stride(bench, strideMs);
        }
        bench.pulses.clear();
        return bench;
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 50, 60, 80})
    void everySwingHasAWholeBurstWhateverTheDutyLimitAndTheCadence(int dutyPct) {
        for (int strideMs : STRIDES_MS) {
            for (Timing timing : Timing.values()) {
                TickBench bench = settled(bench(dutyPct, 300, timing).standReady(), strideMs);
                String when = dutyPct + " %, stride " + strideMs + ", " + timing;
                int strides = 240_000 / strideMs;
                long fromNs = bench.nowNs();
                for (int stride = 0; stride < strides; stride++) {
                    long heelOffNs = bench.nowNs();
                    stride(bench, strideMs);
                    assertTrue(bench.pulsesSince(heelOffNs) >= 6, when + ": swing " + stride + " was left out");
                }
                List<List<Pulse>> bursts = bursts(bench);
                assertEquals(strides, bursts.size(), when);
                bursts.forEach(burst -> assertFalls(burst, when));
                assertTrue(share(bench, fromNs) <= dutyPct / 100.0, when);
                double wanted = Math.min(0.6 + 100.0 / strideMs, (dutyPct - 2) / 100.0) * Math.min(1,
                        1_800.0 / (0.6 * strideMs));
                assertTrue(share(bench, fromNs) >= wanted * 0.9 - 0.02,
                        when + ": shortened more than needed, " + share(bench, fromNs));
            }
        }
    }

    @Test
    void aSlowSecondChannelCostsNoSwing() {
        ChannelSettings slow = new ChannelSettings(true, 15_000, 250, HardLimits.LOWEST_FREQUENCY_HZ,
                Waveform.SYMMETRIC, 2_500);
        for (int strideMs = 600; strideMs <= 1_200; strideMs += 100) {
            TickBench bench = settled(new TickBench(
                    profile(80, 300, Timing.FIXED).channels(ChannelSettings.DEFAULT, slow).settings()).standReady(),
                    strideMs);
            for (int stride = 0; stride < 120; stride++) {
                long heelOffNs = bench.nowNs();
                stride(bench, strideMs);
                for (int c = 0; c < 2; c++) {
                    int channel = c;
                    assertTrue(bench.pulses.stream().filter(p -> p.channel() == channel && p.timeNs() > heelOffNs)
                            .count() >= (c == 0 ? 15 : 5), "channel " + c + ", stride " + stride + " of " + strideMs);
                }
            }
        }
    }

    @Test
    void anIrregularCadenceAtTheLimitLeavesNoSwingOutEither() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int dutyPct = 35 + random.nextInt(46);
            TickBench bench = bench(dutyPct, random.nextInt(400), Timing.values()[seed % 2]).standReady();
            int meanMs = 700 + random.nextInt(1_500);
            for (int stride = 0; stride < 200; stride++) {
                int strideMs = meanMs * (75 + random.nextInt(51)) / 100;
                int swingMs = strideMs * (45 + random.nextInt(21)) / 100;
                long heelOffNs = bench.nowNs();
                bench.swing(swingMs).stance(strideMs - swingMs);
                assertTrue(bench.pulsesSince(heelOffNs) >= 5,
                        "seed " + seed + ", stride " + stride);
            }
            for (List<Pulse> burst : bursts(bench)) {
                assertFalls(burst, "seed " + seed);
            }
        }
    }

    @Test
    void aShortenedBurstSaysThatItIsTheDuty() {
        TickBench bench = bench(40, 300, Timing.FIXED).standReady();
        boolean said = false;
        for (int stride = 0; stride < 20; stride++) {
            said = false;
            for (int ms = 0; ms < 1_000; ms += 5) {
                bench.heelLoaded = ms >= 600;
                said |= Limit.DUTY.in(bench.tick().limits);
            }
        }
        assertTrue(said);
    }

    @Test
    void aSingleLongSwingIsNotShortenedAtTheShippedLimit() {
        TickBench bench = bench(80, 60, Timing.FIXED).standReady();
        for (int stride = 0; stride < 100; stride++) {
            bench.swing(550).stance(450);
        }
        long heelOffNs = bench.nowNs();
        bench.swing(1_700);
        assertEquals(25_000, bench.pulses.getLast().amplitudeUa());
        assertEquals(68, bench.pulsesSince(heelOffNs));
    }

    private static TickBench exercising(int onMs, int offMs) {
        TickBench bench = new TickBench(profile(40, 100, Timing.FIXED)
                .modes(new ModeSettings(ModeSettings.Start.WALK, 100, 5, onMs, offMs, 1_000, 1_000, 4_000, 300))
                .settings());
        bench.run(200).tick(Request.EXERCISE, 0);
        return bench;
    }

    @ParameterizedTest
    @ValueSource(ints = {2_100, 3_000, 6_000, 7_500})
    void exerciseAtExactly60PercentRestsALittleLongerInsteadOfBeingCut(int onMs) {
        TickBench bench = exercising(onMs, onMs * 2 / 3);
        bench.run(60_000);
        bench.pulses.clear();
        long fromNs = bench.nowNs();
        bench.run(600_000);
        List<List<Pulse>> bursts = bursts(bench);
        for (List<Pulse> burst : bursts.subList(1, bursts.size() - 1)) {
            long lastedMs = (burst.getLast().timeNs() - burst.getFirst().timeNs()) / MS;
            assertTrue(lastedMs >= onMs - 60, () -> "shortened to " + lastedMs);
            assertTrue(burst.getLast().amplitudeUa() <= 25_000 / 5, () -> "cut: " + burst.getLast());
        }
        assertTrue(share(bench, fromNs) > 0.58 && share(bench, fromNs) <= 0.60, "share " + share(bench, fromNs));
    }

    @Test
    void walkingAfterExerciseWaitsForTheDutyAndSaysSoThenGivesWholeBursts() {
        TickBench bench = exercising(6_000, 4_000);
        bench.run(300_000).tick(Request.PAUSE, 0);
        bench.run(500).tick(Request.START, 0);
        bench.run(100);
        assertEquals(Mode.WALK, bench.out.mode);
        bench.pulses.clear();
        int left = 0;
        for (int stride = 0; stride < 90; stride++) {
            long heelOffNs = bench.nowNs();
            boolean said = false;
            for (int ms = 0; ms < 1_000; ms += 5) {
                bench.heelLoaded = ms >= 600;
                said |= Limit.DUTY.in(bench.tick().limits);
            }
            if (bench.pulsesSince(heelOffNs) == 0) {
                left++;
                assertTrue(said, "no burst, and no reason, stride " + stride);
                assertTrue(stride < 60, "a minute later the limit has room again");
            }
        }
        assertTrue(left > 0, "60 % of exercise is more than 40 % of walking");
        assertFalse(bench.pulses.isEmpty());
        for (List<Pulse> burst : bursts(bench)) {
            assertFalls(burst, "after exercise");
        }
    }
}
