package org.footlift.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.footlift.hal.HardwareUnavailable;
import org.jspecify.annotations.Nullable;

/** Takes named options one by one and refuses what nobody asked for. Messages are for the person who wrote the profile. */
final class OptionReader {
    private final Map<String, String> left;
    private final TreeSet<String> known = new TreeSet<>();

    OptionReader(Map<String, String> options) {
        left = new TreeMap<>(options);
    }

    /** A whole number from {@code low} to {@code high}; {@code missing} when the option is not given. */
    long number(String name, long low, long high, long missing) throws HardwareUnavailable {
        known.add(name);
        String text = left.remove(name);
        if (text == null) {
            return missing;
        }
        try {
            long value = Long.parseLong(text.strip());
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(name, text, low + " to " + high, notANumber);
        }
        throw refused(name, text, low + " to " + high, null);
    }

    /** A constant of {@code type} by its name in either case; {@code missing} when the option is not given. */
    <E extends Enum<E>> E choice(String name, Class<E> type, E missing) throws HardwareUnavailable {
        known.add(name);
        String text = left.remove(name);
        if (text == null) {
            return missing;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.strip())) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw refused(name, text, "one of " + allowed, null);
    }

    /** Refuses every option that was not taken. */
    void refuseTheRest() throws HardwareUnavailable {
        if (!left.isEmpty()) {
            throw new HardwareUnavailable("The virtual wearer has no option \"" + left.keySet().iterator().next()
                    + "\". Remove it, or use one of: " + String.join(", ", known) + ".");
        }
    }

    private static HardwareUnavailable refused(String name, String text, String allowed,
            @Nullable Throwable cause) {
        HardwareUnavailable refused = new HardwareUnavailable(
                "The virtual wearer's option \"" + name + "\" is \"" + text + "\". Give " + allowed + ".");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }
}
