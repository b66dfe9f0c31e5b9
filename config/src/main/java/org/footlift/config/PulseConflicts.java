package org.footlift.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.Conflict.Rule;

/** What a pulse is against the caps: the governor would reduce it, but the person who set it should see it at once. */
final class PulseConflicts {
    private PulseConflicts() {}

    static List<Conflict> find(LoopSettings loop, StimulationSettings stimulation, LimitSettings limits) {
        List<Conflict> found = new ArrayList<>();
        if (!stimulation.dorsiflexion().enabled()) {
            String key = "stimulation.dorsiflexion.enabled";
            found.add(Conflict.of(Rule.DORSIFLEXION, key
                    + " = false, but nothing else lifts the foot. To detect without stimulating, set modes.start = \"evaluation\".",
                    key));
        }
        addChannel("stimulation.dorsiflexion.", stimulation.dorsiflexion(), loop, limits, found);
        addChannel("stimulation.eversion.", stimulation.eversion(), loop, limits, found);
        return found;
    }

    private static void addChannel(String section, ChannelSettings channel, LoopSettings loop, LimitSettings limits,
            List<Conflict> found) {
        if (!channel.enabled()) {
            return;
        }
        addCaps(section, channel, limits, found);
        addDensity(section, channel, found);
        addSpacing(section, channel, loop, limits, found);
    }

    private static void addCaps(String section, ChannelSettings channel, LimitSettings limits, List<Conflict> found) {
        String amplitude = section + "amplitude_ma";
        String width = section + "pulse_width_us";
        String enabled = section + "enabled";
        if (channel.amplitudeUa() > limits.clinicianAmplitudeUa()) {
            String cap = "limits.clinician_amplitude_ma";
            found.add(Conflict.of(Rule.AMPLITUDE, amplitude + " = " + thousandths(channel.amplitudeUa())
                    + " is above the clinician's cap, " + cap + " = " + thousandths(limits.clinicianAmplitudeUa())
                    + ".",
                    amplitude, cap, enabled));
        }
        if (channel.pulseWidthUs() > limits.pulseWidthUs()) {
            String cap = "limits.pulse_width_us";
            found.add(Conflict.of(Rule.PULSE_WIDTH, width + " = " + channel.pulseWidthUs() + " is above " + cap + " = "
                    + limits.pulseWidthUs() + ".", width, cap, enabled));
        }
        // Microampere times microseconds is picocoulomb: compared there, so that nothing is rounded away.
        long chargePc = (long) channel.amplitudeUa() * channel.pulseWidthUs();
        if (chargePc > limits.chargeNc() * 1000L) {
            String cap = "limits.charge_uc";
            found.add(Conflict.of(Rule.CHARGE,
                    amplitude + " times " + width + " is "
                            + BigDecimal.valueOf(chargePc, 6).stripTrailingZeros().toPlainString()
                            + " microcoulomb, above " + cap + " = " + thousandths(limits.chargeNc()) + ".",
                    amplitude, width, cap, enabled));
        }
    }

    /**
     * I_rms = sqrt(f (I1² PW1 + I2² PW2)): 2 I² PW f for a symmetric pulse, 1.25 I² PW f when the second phase has a quarter of the
     * current for four times as long. Squares are compared, in µA², so that nothing is rounded.
     */
    private static void addDensity(String section, ChannelSettings channel, List<Conflict> found) {
        long phasesTimesFour = channel.waveform() == Waveform.SYMMETRIC ? 8 : 5;
        long allowedUa = (long) HardLimits.DENSITY_UA_PER_CM2 * channel.electrodeAreaMm2()
                / (100L * HardLimits.AREA_DIVISOR);
        long square = (long) channel.amplitudeUa() * channel.amplitudeUa();
        long squareTimesFour = Math.ceilDiv(square * channel.pulseWidthUs() * channel.frequencyHz() * phasesTimesFour,
                1_000_000L);
        if (squareTimesFour > 4 * allowedUa * allowedUa) {
            String area = section + "electrode_area_cm2";
            found.add(Conflict.of(Rule.DENSITY,
                    area + " = "
                            + BigDecimal.valueOf(channel.electrodeAreaMm2(), 2).stripTrailingZeros().toPlainString()
                            + " is too small for this pulse: over half the pad the r.m.s. current density would be above "
                            + thousandths(HardLimits.DENSITY_UA_PER_CM2)
                            + " mA/cm². Use larger pads, or less amplitude, pulse width or frequency.",
                    area, section + "amplitude_ma", section + "pulse_width_us", section + "frequency_hz",
                    section + "waveform",
                    section + "enabled"));
        }
    }

    private static void addSpacing(String section, ChannelSettings channel, LoopSettings loop, LimitSettings limits,
            List<Conflict> found) {
        int ticks = loop.pulsePeriodTicks(channel.frequencyHz());
        if (ticks * 1000L < (long) limits.spacingMs() * loop.rateHz()) {
            String frequency = section + "frequency_hz";
            found.add(Conflict.of(Rule.SPACING,
                    frequency + " = " + channel.frequencyHz() + " is one pulse every " + ticks
                            + " ticks at loop.rate_hz = "
                            + loop.rateHz() + ", closer together than limits.spacing_ms = " + limits.spacingMs() + ".",
                    frequency, "limits.spacing_ms", "loop.rate_hz", section + "enabled"));
        }
    }

    private static String thousandths(int value) {
        return BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString();
    }
}
