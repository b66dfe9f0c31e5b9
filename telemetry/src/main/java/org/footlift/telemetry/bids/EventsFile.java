package org.footlift.telemetry.bids;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes events files: onset, duration and trial_type, tab-separated under a heading. */
public final class EventsFile {
    /** How an events file's name ends. */
    public static final String SUFFIX = "_events.tsv";

    /**
     * A column beyond the three.
     *
     * @param name its heading
     * @param values one value per event, in the events' order; {@code n/a} where there is none
     */
    public record Column(String name, List<String> values) {
        /** Copies the values. */
        public Column {
            values = List.copyOf(values);
        }
    }

    private EventsFile() {}

    /**
     * The events in {@code file}, in its order; columns beyond the three are passed over.
     *
     * @throws BidsException naming file and line, when it is missing or malformed
     */
    public static List<Event> read(Path file) {
        Reading reading = new Reading(file);
        Tsv.forEach(file, reading::take);
        if (reading.columns == null) {
            throw BidsException.at(file, 1, "is empty; it needs the heading onset, duration, trial_type");
        }
        return List.copyOf(reading.events);
    }

    /**
     * Writes {@code events} in their order. The file appears whole or not at all.
     *
     * @throws BidsException when it cannot be written
     */
    public static void write(Path file, List<Event> events, Column... further) {
        try (WholeFile out = new WholeFile(file)) {
            write(out, events, further);
            out.commit();
        }
    }

    static void write(WholeFile out, List<Event> events, Column... further) {
        StringBuilder line = new StringBuilder("onset\tduration\ttrial_type");
        for (Column each : further) {
            if (each.values().size() != events.size()) {
                throw new IllegalArgumentException("column " + each.name() + " has " + each.values().size()
                        + " values for " + events.size() + " events");
            }
            line.append('\t').append(field(each.name()));
        }
        out.line(line);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            line.setLength(0);
            line.append(Decimals.seconds(event.onsetS())).append('\t');
            line.append(event.durationS() == 0 ? "0" : Decimals.seconds(event.durationS())).append('\t');
            line.append(field(event.trialType()));
            for (Column each : further) {
                line.append('\t').append(field(each.values().get(i)));
            }
            out.line(line);
        }
    }

    private static String field(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("not a field of a tab-separated file: '" + text + "'");
        }
        return text;
    }

    private static final class Reading {
        private final Path file;
        private final List<Event> events = new ArrayList<>();
        private @Nullable Map<String, Integer> columns;

        Reading(Path file) {
            this.file = file;
        }

        void take(CsvRecord row) {
            long line = row.getStartingLineNumber();
            if (columns == null) {
                columns = heading(row);
                return;
            }
            if (row.getFieldCount() != columns.size()) {
                throw BidsException.at(file, line, "has " + row.getFieldCount() + " columns where the heading has "
                        + columns.size() + "; the file may be cut off or edited");
            }
            double onsetS = Tsv.number(file, line, "onset", row.getField(columns.getOrDefault("onset", 0)));
            String trialType = row.getField(columns.getOrDefault("trial_type", 0));
            if (trialType.isBlank()) {
                throw BidsException.at(file, line, "has no trial_type; name the event");
            }
            events.add(new Event(onsetS, duration(line, row.getField(columns.getOrDefault("duration", 0))), trialType));
        }

        private double duration(long line, String field) {
            if (field.equals(Tsv.MISSING)) {
                return Double.NaN;
            }
            double durationS = Tsv.number(file, line, "duration", field);
            if (durationS < 0) {
                throw BidsException.at(file, line, "duration is " + field + "; it must be 0 or more, or n/a");
            }
            return durationS;
        }

        private Map<String, Integer> heading(CsvRecord row) {
            Map<String, Integer> found = new HashMap<>();
            for (int i = 0; i < row.getFieldCount(); i++) {
                found.put(row.getField(i), i);
            }
            if (found.size() != row.getFieldCount()
                    || !found.keySet().containsAll(List.of("onset", "duration", "trial_type"))) {
                throw BidsException.at(file, row.getStartingLineNumber(),
                        "must be a heading that names each of onset, duration, trial_type once, separated by tabs");
            }
            return found;
        }
    }
}
