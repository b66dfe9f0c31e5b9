package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.Set;

import org.footlift.config.ChannelSettings;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.HardLimits;
import org.footlift.config.LimitSettings;
import org.footlift.controller.Profile;
import org.footlift.telemetry.Limit;
import org.junit.jupiter.api.Test;

/** What one pulse may be: each limit asserts the value and the reason, at it, below it and above it. */
class SafetyGovernorPulseTest {
    private static final int WIDE = 20_000; // mm²: no density limit in the way
    private static final LimitSettings OPEN = limits(HardLimits.AMPLITUDE_UA, HardLimits.AMPLITUDE_UA, 500, 40_000);

    private static LimitSettings limits(int clinicianUa, int wearerUa, int widthUs, int chargeNc) {
        return new LimitSettings(clinicianUa, wearerUa, widthUs, chargeNc, 25, 2_500, 80, 15_000);
    }

    private static ChannelSettings channel(Waveform waveform, int hz, int areaMm2) {
        return new ChannelSettings(true, HardLimits.AMPLITUDE_UA, 300, hz, waveform, areaMm2);
    }

    private static GovernorBench bench(LimitSettings limits, ChannelSettings channel) {
        return new GovernorBench(new Profile().limits(limits).channel(channel).parts()).ramped();
    }

    private static GovernorBench bench(LimitSettings limits) {
        return bench(limits, channel(Waveform.SYMMETRIC, 40, WIDE));
    }

    /** Twelve pulses at 40 Hz: the rise is over and only the limit under test is left. */
    private static void passes(GovernorBench bench, int amplitudeUa, int widthUs) {
        assertEquals(amplitudeUa, bench.train(12, 25, amplitudeUa, widthUs), "amplitude");
        assertEquals(widthUs, bench.command.pulseWidthUs, "width");
        assertEquals(Set.of(), named(bench.reasons));
    }

    private static void reduced(GovernorBench bench, int askedUa, int widthUs, int givenUa, Limit reason) {
        assertEquals(givenUa, bench.train(12, 25, askedUa, widthUs), "amplitude");
        assertEquals(Set.of(reason), named(bench.reasons));
    }

    private static Set<Limit> named(int reasons) {
        Set<Limit> named = EnumSet.noneOf(Limit.class);
        for (Limit limit : Limit.values()) {
            if (limit.in(reasons)) {
                named.add(limit);
            }
        }
        return named;
    }

    @Test
    void keepsTheAmplitudeBelowTheCompiledCeilingOf100Ma() {
        passes(bench(OPEN), 99_999, 100);
        passes(bench(OPEN), 100_000, 100);
        reduced(bench(OPEN), 100_001, 100, 100_000, Limit.CEILING_AMPLITUDE);
        reduced(bench(OPEN), Integer.MAX_VALUE, 100, 100_000, Limit.CEILING_AMPLITUDE);
    }

    @Test
    void keepsTheAmplitudeBelowTheClinicianCap() {
        LimitSettings capped = limits(40_000, 100_000, 500, 40_000);
        passes(bench(capped), 39_999, 100);
        passes(bench(capped), 40_000, 100);
        reduced(bench(capped), 40_001, 100, 40_000, Limit.CLINICIAN_CAP);
    }

    @Test
    void keepsTheAmplitudeBelowTheWearersOwnCap() {
        LimitSettings capped = limits(40_000, 30_000, 500, 40_000);
        passes(bench(capped), 29_999, 100);
        passes(bench(capped), 30_000, 100);
        reduced(bench(capped), 30_001, 100, 30_000, Limit.WEARER_CAP);
    }

    @Test
    void keepsTheAmplitudeBelowWhatTheStimulatorCanGive() {
        GovernorBench bench = bench(OPEN);
        bench.status.maxAmplitudeUa = 20_000;
        passes(bench, 20_000, 100);
        bench.idle(200);
        reduced(bench, 20_001, 100, 20_000, Limit.STIMULATOR);
    }

    @Test
    void givesNothingToAStimulatorThatSaysItCanGiveNothing() {
        GovernorBench bench = bench(OPEN);
        bench.status.maxAmplitudeUa = -1;
        reduced(bench, 20_000, 100, 0, Limit.STIMULATOR);
        assertFalse(bench.command.isPulse());
        assertEquals(0, bench.command.pulseWidthUs, "nothing is left of the command");
        assertEquals(0, bench.command.expiresNs);
        bench.status.maxAmplitudeUa = 50_000;
        bench.status.maxPulseWidthUs = 0;
        reduced(bench, 20_000, 100, 0, Limit.STIMULATOR);
        assertFalse(bench.command.isPulse());
    }

    @Test
    void keepsThePulseWidthBelowCeilingCapAndStimulator() {
        passes(bench(OPEN), 20_000, 499);
        passes(bench(OPEN), 20_000, 500);
        assertWidth(bench(OPEN), 501, 500, Limit.CEILING_PULSE_WIDTH);
        assertWidth(bench(OPEN), Integer.MAX_VALUE, 500, Limit.CEILING_PULSE_WIDTH);
        LimitSettings capped = limits(100_000, 100_000, 300, 40_000);
        passes(bench(capped), 20_000, 300);
        assertWidth(bench(capped), 301, 300, Limit.CLINICIAN_CAP);
        GovernorBench small = bench(OPEN);
        small.status.maxPulseWidthUs = 250;
        passes(small, 20_000, 250);
        small.idle(200);
        assertWidth(small, 251, 250, Limit.STIMULATOR);
    }

    private static void assertWidth(GovernorBench bench, int askedUs, int givenUs, Limit reason) {
        assertEquals(20_000, bench.train(12, 25, 20_000, askedUs));
        assertEquals(givenUs, bench.command.pulseWidthUs);
        assertEquals(Set.of(reason), named(bench.reasons));
    }

    @Test
    void keepsTheChargeBelowItsCapAndRoundsDown() {
        LimitSettings shipped = limits(100_000, 100_000, 500, 12_000);
        passes(bench(shipped), 39_999, 300);
        passes(bench(shipped), 40_000, 300); // 12 µC exactly
        reduced(bench(shipped), 40_001, 300, 40_000, Limit.CHARGE);
        reduced(bench(shipped), 60_000, 301, 39_867, Limit.CHARGE); // 12 000 000 / 301 = 39 867.1
        reduced(bench(OPEN), 90_000, 500, 80_000, Limit.CHARGE); // 40 µC, the compiled ceiling
    }

    @Test
    void keepsTheDensityOverHalfThePadBelow2MilliamperePerSquareCentimetre() {
        // 32 mm disc: 8.04 cm², half of it 4.02 cm², 8.04 mA r.m.s.; I = 8.04 / sqrt(2 · 300e-6 · 40) = 51.8978 mA.
        ChannelSettings disc = channel(Waveform.SYMMETRIC, 40, 804);
        passes(bench(OPEN, disc), 51_896, 300);
        passes(bench(OPEN, disc), 51_897, 300);
        reduced(bench(OPEN, disc), 51_898, 300, 51_897, Limit.DENSITY);
        // The safety notes' table: 60 mA is 2.3 mA/cm² on the same disc half lifted, and 40 mA is 1.5.
        reduced(bench(OPEN, disc), 60_000, 300, 51_897, Limit.DENSITY);
        passes(bench(OPEN, disc), 40_000, 300);
    }

    @Test
    void reckonsTheDensityOfAnAsymmetricPulseWithItsWeakerRecovery() {
        // I² · W · (1 + 1/4) · f ≤ (8.04 mA)²: I = 8.04 / sqrt(1.25 · 300e-6 · 40) = 65.6463 mA, down to a multiple of 4 µA.
        ChannelSettings disc = channel(Waveform.ASYMMETRIC, 40, 804);
        passes(bench(OPEN, disc), 65_644, 300);
        reduced(bench(OPEN, disc), 65_648, 300, 65_644, Limit.DENSITY);
    }

    @Test
    void aTrainThatIsSlowerThanItsSettingIsJudgedAsIfItWereNot() {
        GovernorBench bench = bench(OPEN, channel(Waveform.SYMMETRIC, 40, 804));
        assertEquals(51_897, bench.train(12, 50, 60_000, 300), "the next pulse may come 25 ms later");
        assertEquals(Set.of(Limit.DENSITY), named(bench.reasons));
    }

    @Test
    void reckonsTheDensityWithTheSpacingThePulsesReallyHave() {
        // Pulses 5 ms apart on a channel set to 40 Hz are a 200 Hz train: I = 8.04 / sqrt(2 · 300e-6 · 200) = 23.2095 mA.
        LimitSettings close = new LimitSettings(100_000, 100_000, 500, 40_000, 5, 2_500, 80, 15_000);
        GovernorBench bench = bench(close, channel(Waveform.SYMMETRIC, 40, 804));
        bench.train(12, 25, 50_000, 300);
        assertEquals(23_209, bench.ask(50_000, 300));
        assertEquals(Set.of(Limit.DENSITY), named(bench.reasons));
    }

    @Test
    void keepsTheRmsCurrentBelow25MilliampereHoweverLargeThePads() {
        // Pulses 5 ms apart: I = 25 / sqrt(2 · 300e-6 · 200) = 72.1687 mA.
        LimitSettings close = new LimitSettings(100_000, 100_000, 500, 40_000, 5, 2_500, 80, 15_000);
        GovernorBench bench = bench(close, channel(Waveform.SYMMETRIC, 40, WIDE));
        bench.train(12, 25, 72_168, 300);
        assertEquals(72_168, bench.ask(72_168, 300));
        assertEquals(Set.of(), named(bench.reasons));
        bench.idle(100);
        bench.train(12, 25, 72_169, 300);
        assertEquals(72_169, bench.command.amplitudeUa, "25 ms apart");
        assertEquals(72_168, bench.ask(72_169, 300));
        assertEquals(Set.of(Limit.RMS), named(bench.reasons));
    }

    @Test
    void balancesEveryPulseExactly() {
        for (Waveform waveform : Waveform.values()) {
            GovernorBench bench = bench(OPEN, channel(waveform, 40, WIDE));
            for (int amplitude = 1; amplitude < 40; amplitude++) {
                bench.idle(25);
                int given = bench.ask(amplitude, 77);
                assertEquals(waveform == Waveform.SYMMETRIC ? amplitude : amplitude / 4 * 4, given);
                assertEquals((long) given * bench.command.pulseWidthUs,
                        (long) bench.command.recoveryAmplitudeUa * bench.command.recoveryWidthUs);
            }
        }
    }

    @Test
    void shapesTheRecoveryAsTheWaveformSays() {
        GovernorBench symmetric = bench(OPEN);
        passes(symmetric, 20_000, 300);
        assertEquals(20_000, symmetric.command.recoveryAmplitudeUa);
        assertEquals(300, symmetric.command.recoveryWidthUs);
        GovernorBench asymmetric = bench(OPEN, channel(Waveform.ASYMMETRIC, 40, WIDE));
        passes(asymmetric, 20_000, 300);
        assertEquals(5_000, asymmetric.command.recoveryAmplitudeUa);
        assertEquals(1_200, asymmetric.command.recoveryWidthUs);
    }

    @Test
    void expiresAPulseAtTheNextTick() {
        GovernorBench bench = bench(OPEN);
        passes(bench, 20_000, 300);
        assertEquals(bench.nowNs + bench.tickNs, bench.command.expiresNs);
    }

    @Test
    void refusesANegativeCommandAndSaysSo() {
        GovernorBench bench = bench(OPEN);
        for (int[] odd : new int[][]{{-1, 300}, {Integer.MIN_VALUE, 300}, {20_000, -1}, {20_000, Integer.MIN_VALUE}}) {
            assertEquals(0, bench.ask(odd[0], odd[1]));
            assertFalse(bench.command.isPulse());
            assertEquals(Set.of(Limit.MALFORMED), named(bench.reasons));
        }
    }

    @Test
    void refusesAChannelThatIsNotInUse() {
        GovernorBench bench = bench(OPEN);
        assertEquals(0, bench.ask(1, 10_000, 200));
        assertEquals(Set.of(Limit.NOT_PERMITTED), named(bench.reasons));
    }

    @Test
    void giveAnEmptyCommandNoReason() {
        GovernorBench bench = bench(OPEN);
        assertEquals(0, bench.ask(20_000, 0));
        assertEquals(0, bench.reasons);
        assertEquals(0, bench.ask(0, 300));
        assertEquals(0, bench.command.pulseWidthUs);
        assertEquals(0, bench.reasons);
    }
}
