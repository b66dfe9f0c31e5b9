package org.footlift.telemetry.bids;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.footlift.config.ImuSettings;
import org.jspecify.annotations.Nullable;

/** The JSON beside a motion file: rate, placement, axis and sign. */
final class MotionJson {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final JsonNode root;

    private MotionJson(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** Reads and checks {@code file}; the mediolateral axis is one of the gyro channels {@code gyroAxes}. */
    static RecordingHeader read(Path file, String stem, Map<String, ImuSettings.Axis> gyroAxes) {
        MotionJson json = new MotionJson(file, parse(file));
        double rateHz = json.rateHz();
        String placement = json.placement();
        return new RecordingHeader(stem, rateHz, placement, json.side(), json.axis(gyroAxes), json.sign(),
                json.labelledSpans());
    }

    private static JsonNode parse(Path file) {
        Tsv.requireReadable(file);
        try {
            JsonNode root = MAPPER.readTree(file.toFile());
            if (!root.isObject()) {
                throw BidsException.at(file, 1, "must be a JSON object in braces; export the recording again");
            }
            return root;
        } catch (JacksonException e) {
            JsonLocation where = e.getLocation();
            throw BidsException.at(file, where == null ? 1 : Math.max(1, where.getLineNr()),
                    "is not valid JSON (" + words(e) + "); mend it there or export it again");
        } catch (IOException e) {
            throw Tsv.unreadable(file, e);
        }
    }

    /** What the parser says, without the places of its own that it puts in brackets: the line stands before it already. */
    private static String words(JacksonException e) {
        return e.getOriginalMessage().replaceAll("\\s*\\(start marker at .*\\)", "").lines().findFirst().orElse("");
    }

    private double rateHz() {
        JsonNode rate = root.path("SamplingFrequency");
        if (!rate.isNumber()) {
            throw bad("SamplingFrequency", rate, "give the samples per second as a number");
        }
        double rateHz = rate.asDouble();
        if (!(rateHz >= RecordingHeader.MIN_RATE_HZ && rateHz <= RecordingHeader.MAX_RATE_HZ)) {
            throw bad("SamplingFrequency", rate, "allowed are " + RecordingHeader.MIN_RATE_HZ + " to "
                    + RecordingHeader.MAX_RATE_HZ + " samples per second; resample the recording");
        }
        return rateHz;
    }

    private String placement() {
        String placement = text("SensorPlacement");
        if (placement == null || !RecordingHeader.knows(placement)) {
            throw bad("SensorPlacement", root.path("SensorPlacement"), "known are " + RecordingHeader.knownSites());
        }
        return placement;
    }

    private RecordingHeader.Side side() {
        String side = text("Side");
        return switch (side == null ? Tsv.MISSING : side.toLowerCase(Locale.ROOT)) {
            case "left" -> RecordingHeader.Side.LEFT;
            case "right" -> RecordingHeader.Side.RIGHT;
            case Tsv.MISSING -> RecordingHeader.Side.UNKNOWN;
            default -> throw bad("Side", root.path("Side"), "known are left, right, n/a");
        };
    }

    private Optional<ImuSettings.Axis> axis(Map<String, ImuSettings.Axis> gyroAxes) {
        String channel = text("MediolateralAxis");
        if (channel == null) {
            return Optional.empty();
        }
        ImuSettings.Axis axis = gyroAxes.get(channel);
        if (axis == null) {
            throw bad("MediolateralAxis", root.path("MediolateralAxis"),
                    "it must name a gyro channel: " + String.join(", ", gyroAxes.keySet()));
        }
        return Optional.of(axis);
    }

    private Optional<ImuSettings.Sign> sign() {
        String sign = text("SwingSign");
        if (sign == null) {
            return Optional.empty();
        }
        return Optional.of(switch (sign) {
            case "positive" -> ImuSettings.Sign.POSITIVE;
            case "negative" -> ImuSettings.Sign.NEGATIVE;
            default -> throw bad("SwingSign", root.path("SwingSign"), "known are positive, negative");
        });
    }

    private List<LabelledSpan> labelledSpans() {
        JsonNode spans = root.path("LabelledSpans");
        List<LabelledSpan> out = new ArrayList<>();
        if (spans.isMissingNode() || spans.isNull()) {
            return out;
        }
        if (!spans.isArray()) {
            throw bad("LabelledSpans", spans, "write a list of pairs [start, end] in seconds");
        }
        for (JsonNode each : spans) {
            if (each.size() != 2 || !each.path(0).isNumber() || !each.path(1).isNumber()
                    || !(each.path(0).asDouble() < each.path(1).asDouble())) {
                throw bad("LabelledSpans", each, "write each as [start, end] in seconds, the end after the start");
            }
            out.add(new LabelledSpan(each.path(0).asDouble(), each.path(1).asDouble()));
        }
        return out;
    }

    /** A text value; null when it is not there or says {@code n/a}. */
    private @Nullable String text(String key) {
        JsonNode node = root.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw bad(key, node, "it must be a text in quotes");
        }
        return node.asText().equals(Tsv.MISSING) ? null : node.asText();
    }

    private BidsException bad(String key, JsonNode value, String remedy) {
        String found = value.isMissingNode() ? "is missing" : "is " + value;
        return BidsException.in(file, key + " " + found + "; " + remedy);
    }
}
