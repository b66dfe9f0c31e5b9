package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.footlift.config.ChannelSettings;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.LimitSettings;
import org.footlift.controller.Profile;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.api.Test;

/** Whatever is asked, under whatever settings, what leaves is within every limit, as a monitor with arithmetic of its own finds. */
class SafetyGovernorPropertyTest {
    private static final int[] RATES = {100, 200, 250, 400, 1_000};
    private static final int[] ODD = {0, 1, -1, 2, 3, 4, 5, 100_000, 100_001, Integer.MAX_VALUE, Integer.MIN_VALUE};

    @Test
    void noOutputViolatesAnyLimit() {
        long pulses = 0;
        for (long seed = 0; seed < 60; seed++) {
            pulses += attack(seed, 15_000);
        }
        assertTrue(pulses > 20_000, "the attack must get pulses through to mean anything: " + pulses);
    }

    private static int attack(long seed, int ticks) {
        Random random = new Random(seed);
        Profile.Parts settings = settings(random);
        SafetyGovernor governor = new SafetyGovernor(settings.loop(), settings.stimulation(), settings.refractoryMs(),
                settings.limits());
        PulseMonitor monitor = new PulseMonitor(settings, seed);
        StimulatorStatus status = new StimulatorStatus();
        var command = new org.footlift.hal.PulseCommand();
        long tickNs = settings.loop().periodNs();
        long nowNs = random.nextLong() >> 10;
        long tick = 0;
        Mode mode = Mode.WALK;
        int level = 100;
        boolean eager = true;
        boolean wanted = false;
        for (int i = 0; i < ticks; i++) {
            int skipped = random.nextInt(50) == 0 ? random.nextInt(40) : 0;
            tick += 1 + skipped;
            nowNs += (1 + skipped) * tickNs + random.nextLong(tickNs / 10) - tickNs / 20;
            mode = random.nextInt(400) == 0 ? Mode.values()[random.nextInt(Mode.values().length)] : mode;
            level = random.nextInt(500) == 0 ? random.nextInt(101) : level;
            eager = random.nextInt(200) == 0 ? random.nextBoolean() : eager;
            if (random.nextInt(300) == 0 || i == 0) {
                status.maxAmplitudeUa = random.nextInt(5) == 0 ? odd(random) : 130_000;
                status.maxPulseWidthUs = random.nextInt(5) == 0 ? odd(random) : 1_000;
            }
            boolean stance = random.nextInt(4) == 0;
            boolean permitted = random.nextInt(100) != 0;
            if (random.nextInt(1_000) == 0) {
                governor.requireStance();
                monitor.stanceRequired();
            }
            wanted = random.nextInt(100) == 0 ? random.nextBoolean() : wanted;
            governor.beginTick(mode, stance, wanted, level, nowNs);
            monitor.beginTick(mode, stance, wanted, level, nowNs);
            for (int channel = 0; channel < 2; channel++) {
                command.amplitudeUa = eager ? amplitude(random) : 0;
                command.pulseWidthUs = random.nextInt(10) == 0 ? odd(random) : random.nextInt(600);
                command.recoveryAmplitudeUa = random.nextInt();
                command.recoveryWidthUs = random.nextInt();
                governor.govern(channel, command, permitted, mode, status, tick, nowNs);
                monitor.check(channel, command, permitted, status, tick);
            }
        }
        return monitor.pulses();
    }

    private static int amplitude(Random random) {
        return random.nextInt(10) == 0 ? odd(random) : random.nextInt(110_000);
    }

    private static int odd(Random random) {
        return random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : random.nextInt();
    }

    private static Profile.Parts settings(Random random) {
        LimitSettings limits = new LimitSettings(random.nextInt(100_001), random.nextInt(100_001),
                10 + random.nextInt(491), random.nextInt(40_001), 5 + random.nextInt(40), 200 + random.nextInt(2_301),
                1 + random.nextInt(80), 500 + random.nextInt(14_501));
        EnvelopeSettings pause = new EnvelopeSettings(0, 200, 100, 100, 100, 200, 1_900, random.nextInt(1_001),
                EnvelopeSettings.Timing.FIXED, 0, false);
        return new Profile().rateHz(RATES[random.nextInt(RATES.length)]).limits(limits).envelope(pause)
                .channels(channel(random, true), channel(random, random.nextBoolean())).parts();
    }

    private static ChannelSettings channel(Random random, boolean enabled) {
        return new ChannelSettings(enabled, random.nextInt(100_001), 10 + random.nextInt(491), 15 + random.nextInt(56),
                Waveform.values()[random.nextInt(2)], 400 + random.nextInt(19_601));
    }
}
