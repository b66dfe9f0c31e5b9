package org.footlift.telemetry.bids;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.footlift.config.ImuSettings;

/** The channels table: which column of a motion file is what, in which unit. Channels of no use here are checked and passed over. */
final class ChannelTable {
    static final String HEEL_SWITCH = "heel_switch";

    // https://bids-specification.readthedocs.io/en/stable/modality-specific-files/motion.html, "Restricted keyword list for channel type".
    private static final Set<String> TYPES = new TreeSet<>(Set.of("ACCEL", "ANGACCEL", "BAT", "GYRO", "JNTANG",
            "LATENCY", "MAGN", "MISC", "ORNT", "POS", "VEL"));
    private static final Map<String, Map<String, Double>> UNITS = Map.of("GYRO",
            new TreeMap<>(Map.of("deg/s", 1.0, "rad/s", 180 / Math.PI)), "ACCEL",
            new TreeMap<>(Map.of("m/s^2", 1.0, "g", 9.80665)), "LATENCY", Map.of("s", 1.0));
    private static final List<String> NEEDED = List.of("name", "component", "type", "units");

    private final Path file;
    private final Map<String, Integer> header = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, ImuSettings.Axis> gyroAxes = new TreeMap<>();
    private final int[] sensorColumns = {-1, -1, -1, -1, -1, -1};
    private final double[] factors = {1, 1, 1, 1, 1, 1};
    private int timeColumn = -1;
    private int heelColumn = -1;

    private ChannelTable(Path file) {
        this.file = file;
    }

    /** Reads and checks {@code file}. */
    static ChannelTable read(Path file) {
        ChannelTable table = new ChannelTable(file);
        Tsv.forEach(file, table::take);
        table.checkComplete();
        return table;
    }

    /** Columns of the motion file. */
    int columnCount() {
        return names.size();
    }

    /** The channel in {@code column}. */
    String name(int column) {
        return names.get(column);
    }

    /** The column that holds the time. */
    int timeColumn() {
        return timeColumn;
    }

    /** The column that holds sensor channel {@code index} (gyro x, y, z, acceleration x, y, z), or −1. */
    int sensorColumn(int index) {
        return sensorColumns[index];
    }

    /** What turns the unit of sensor channel {@code index} into degrees per second or metres per second squared. */
    double factor(int index) {
        return factors[index];
    }

    /** The column that holds the heel switch, or −1. */
    int heelColumn() {
        return heelColumn;
    }

    boolean hasAcceleration() {
        return sensorColumns[3] >= 0;
    }

    /** The sensor axis of each gyro channel, by its name. */
    Map<String, ImuSettings.Axis> gyroAxes() {
        return gyroAxes;
    }

    private void take(CsvRecord row) {
        if (header.isEmpty()) {
            takeHeader(row);
            return;
        }
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            throw BidsException.at(file, line, "has " + row.getFieldCount() + " columns where the heading has "
                    + header.size() + "; the file may be cut off or edited");
        }
        String name = field(row, "name");
        String type = field(row, "type");
        if (names.contains(name)) {
            throw BidsException.at(file, line, "channel " + name + " is listed twice; every column needs its own name");
        }
        double factor = factor(line, name, type, field(row, "units"));
        int column = names.size();
        names.add(name);
        switch (type) {
            case "LATENCY" -> timeColumn = single(line, "time", timeColumn, column);
            case "GYRO" -> takeSensor(line, 0, name, field(row, "component"), factor, column);
            case "ACCEL" -> takeSensor(line, 3, name, field(row, "component"), factor, column);
            default -> heelColumn = name.equals(HEEL_SWITCH) ? column : heelColumn;
        }
    }

    private void takeHeader(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            header.put(row.getField(i), i);
        }
        for (String each : NEEDED) {
            if (!header.containsKey(each) || header.size() != row.getFieldCount()) {
                throw BidsException.at(file, 1, "must be a heading that names each of " + String.join(", ", NEEDED)
                        + " once, separated by tabs");
            }
        }
    }

    private void takeSensor(long line, int first, String name, String component, double factor, int column) {
        ImuSettings.Axis axis = switch (component) {
            case "x" -> ImuSettings.Axis.X;
            case "y" -> ImuSettings.Axis.Y;
            case "z" -> ImuSettings.Axis.Z;
            default -> throw BidsException.at(file, line,
                    "component '" + component + "' of " + name + " is not known; known are x, y, z");
        };
        int index = first + axis.ordinal();
        sensorColumns[index] = single(line, name, sensorColumns[index], column);
        factors[index] = factor;
        if (first == 0) {
            gyroAxes.put(name, axis);
        }
    }

    private double factor(long line, String name, String type, String unit) {
        if (!TYPES.contains(type)) {
            throw BidsException.at(file, line,
                    "type '" + type + "' of " + name + " is not known; known are " + String.join(", ", TYPES));
        }
        Map<String, Double> known = UNITS.get(type);
        if (known != null) {
            Double factor = known.get(unit);
            if (factor == null) {
                throw BidsException.at(file, line, "unit '" + unit + "' of " + name + " is not known for " + type
                        + "; known are " + String.join(", ", known.keySet()));
            }
            return factor;
        }
        if (unit.isBlank() || (unit.equals(Tsv.MISSING) && !type.equals("MISC"))) {
            throw BidsException.at(file, line, "channel " + name + " has no unit; only MISC channels may go without");
        }
        return 1;
    }

    private int single(long line, String what, int before, int now) {
        if (before >= 0) {
            throw BidsException.at(file, line, "channel " + names.get(now) + " measures the same as "
                    + names.get(before) + " (" + what + "); split recordings of several sensors into one file each");
        }
        return now;
    }

    private void checkComplete() {
        if (timeColumn < 0) {
            throw BidsException.in(file, "lists no time; add the channel t of type LATENCY in s");
        }
        for (int i = 0; i < Recording.CHANNELS; i++) {
            if (sensorColumns[i] < 0 && (i < 3 || hasAnyAcceleration())) {
                throw BidsException.in(file, "lists no " + (i < 3 ? "GYRO" : "ACCEL") + " channel with component "
                        + "xyz".charAt(i % 3) + "; a recording needs all three axes");
            }
        }
    }

    private boolean hasAnyAcceleration() {
        return sensorColumns[3] >= 0 || sensorColumns[4] >= 0 || sensorColumns[5] >= 0;
    }

    private String field(CsvRecord row, String column) {
        Integer index = header.get(column);
        return index == null ? "" : row.getField(index);
    }
}
