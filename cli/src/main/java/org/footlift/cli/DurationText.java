package org.footlift.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as people write it: {@code 20s}, {@code 1.5m}, {@code 1h}, {@code 500ms}. */
final class DurationText implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)");

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException("'" + text + "' is not a duration: write 20s, 1.5m, 1h or 500ms");
        }
        double amount = Double.parseDouble(form.group(1));
        long unitMs = switch (form.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
        if (!(amount > 0 && amount * unitMs <= 1e12)) {
            throw new TypeConversionException("'" + text + "' is not a duration that makes sense here");
        }
        return Duration.ofMillis(Math.round(amount * unitMs));
    }
}
