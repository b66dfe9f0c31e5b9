package org.footlift.telemetry.bids;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSite;

/**
 * What a recording says about itself.
 *
 * @param stem the file name without {@code _motion.tsv}
 * @param rateHz samples per second, {@value #MIN_RATE_HZ} to {@value #MAX_RATE_HZ}
 * @param placement where the sensor was worn, in the file's own words
 * @param side which leg
 * @param mediolateralAxis the sensor axis across the body, where the file declares it
 * @param swingSign sign of the rate about that axis in swing, where the file declares it
 * @param labelledSpans where every step is labelled; empty when the file does not limit it
 */
public record RecordingHeader(String stem, double rateHz, String placement, Side side,
        Optional<ImuSettings.Axis> mediolateralAxis, Optional<ImuSettings.Sign> swingSign,
        List<LabelledSpan> labelledSpans) {

    /** The slowest recording that shows a step well enough. */
    public static final int MIN_RATE_HZ = 50;
    /** The fastest recording that a tick can take in. */
    public static final int MAX_RATE_HZ = 1000;

    private static final Map<String, ImuSite> SITES = new TreeMap<>(Map.of("instep", ImuSite.FOOT, "dorsal foot",
            ImuSite.FOOT, "lateral shoe", ImuSite.FOOT, "foot", ImuSite.FOOT, "shoe", ImuSite.FOOT, "shank",
            ImuSite.SHANK, "lower shank", ImuSite.SHANK));

    /** Which leg carries the sensor. */
    public enum Side {
        /** The left leg. */
        LEFT,
        /** The right leg. */
        RIGHT,
        /** The file does not say. */
        UNKNOWN
    }

    /** Checks itself. */
    public RecordingHeader {
        if (stem.isBlank() || stem.contains("/")) {
            throw new IllegalArgumentException("a recording needs a stem that can be a file name, not '" + stem + "'");
        }
        if (!(rateHz >= MIN_RATE_HZ && rateHz <= MAX_RATE_HZ)) {
            throw new IllegalArgumentException(
                    "a recording has " + MIN_RATE_HZ + " to " + MAX_RATE_HZ + " samples per second, not " + rateHz);
        }
        if (!SITES.containsKey(placement)) {
            throw new IllegalArgumentException("placement '" + placement + "' is not known; known are " + knownSites());
        }
        labelledSpans = List.copyOf(labelledSpans);
    }

    /** The placement as the controller knows it. */
    public ImuSite site() {
        ImuSite site = SITES.get(placement);
        if (site == null) {
            throw new IllegalStateException("checked when made: " + placement);
        }
        return site;
    }

    static boolean knows(String placement) {
        return SITES.containsKey(placement);
    }

    static String knownSites() {
        return String.join(", ", SITES.keySet());
    }
}
