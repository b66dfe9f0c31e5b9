package org.footlift.telemetry.bids;

import java.math.BigDecimal;

/** Numbers as text: the shortest decimals that read back to the same number, the same on every machine, never in E notation. */
final class Decimals {
    private Decimals() {}

    /** {@code value}, or {@code n/a} for NaN. */
    static String of(float value) {
        return Float.isNaN(value) ? Tsv.MISSING : plain(Float.toString(value));
    }

    /** {@code value}, or {@code n/a} for NaN. */
    static String of(double value) {
        return Double.isNaN(value) ? Tsv.MISSING : plain(Double.toString(value));
    }

    /** A time in seconds with three decimals or as many more as it needs, or {@code n/a} for NaN. */
    static String seconds(double value) {
        if (Double.isNaN(value)) {
            return Tsv.MISSING;
        }
        BigDecimal exact = new BigDecimal(Double.toString(value));
        return (exact.scale() < 3 ? exact.setScale(3) : exact).toPlainString();
    }

    private static String plain(String text) {
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }
}
