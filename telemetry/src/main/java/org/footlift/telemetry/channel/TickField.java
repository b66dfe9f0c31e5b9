package org.footlift.telemetry.channel;

import java.util.ArrayList;
import java.util.List;
import org.footlift.hal.ImuSite;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;

/**
 * One member of the {@linkplain TickRecord tick layout}, by name: what makes a record describe itself, and what names a difference.
 *
 * @param type how it is stored
 * @param name its name
 * @param count elements: 1, or the length of an array
 * @param names names of its values when it is an enumeration, by ordinal; otherwise empty
 */
public record TickField(Type type, String name, int count, List<String> names) {
    /** How a member is stored, with the type's name in a WPILib struct schema. */
    public enum Type {
        /** One byte, 0 or 1. */
        BOOL("bool", 1),
        /** One unsigned byte. */
        UINT8("uint8", 1),
        /** Four bytes, signed. */
        INT32("int32", 4),
        /** Four bytes, unsigned. */
        UINT32("uint32", 4),
        /** Eight bytes, signed. */
        INT64("int64", 8),
        /** Four bytes, IEEE 754. */
        FLOAT("float", 4);

        private final String schemaName;
        private final int bytes;

        Type(String schemaName, int bytes) {
            this.schemaName = schemaName;
            this.bytes = bytes;
        }

        /** Bytes of one element. */
        public int bytes() {
            return bytes;
        }
    }

    /** Every member of the record's first {@link TickRecord#HEADER_LENGTH} bytes, in order, without a hole. */
    public static final List<TickField> TICK = List.of(field(Type.UINT32, "layout"), field(Type.UINT32, "imuCount"),
            field(Type.INT64, "tick"), field(Type.INT64, "timeNs"), field(Type.INT64, "lateNs"),
            field(Type.UINT32, "heelCount"), field(Type.INT32, "skippedPeriods"), field(Type.INT32, "maxAmplitudeUa"),
            field(Type.INT32, "maxPulseWidthUs"), field(Type.INT32, "batteryPct"), field(Type.INT32, "outputVoltageV"),
            names("condition", StimulatorStatus.Condition.values()),
            names("request", Request.values()), field(Type.BOOL, "stop"), field(Type.BOOL, "startButton"),
            field(Type.BOOL, "pauseButton"), field(Type.BOOL, "upButton"), field(Type.BOOL, "downButton"),
            field(Type.BOOL, "testButton"), array(Type.INT64, "eventTimeNs", TickRecord.EVENT_COUNT),
            array(Type.INT64, "pulseExpiresNs", TickRecord.CHANNELS),
            array(Type.INT32, "pulseAmplitudeUa", TickRecord.CHANNELS),
            array(Type.INT32, "pulseWidthUs", TickRecord.CHANNELS),
            array(Type.INT32, "recoveryAmplitudeUa", TickRecord.CHANNELS),
            array(Type.INT32, "recoveryWidthUs", TickRecord.CHANNELS), field(Type.INT32, "strides"),
            field(Type.INT32, "strideMs"), field(Type.INT32, "levelPct"), field(Type.INT32, "bursts"),
            field(Type.INT32, "events"), field(Type.INT32, "limits"), field(Type.INT32, "faults"),
            field(Type.INT32, "stridePct"), field(Type.INT32, "rhythmPct"),
            names("mode", Mode.values()), names("phase", GaitPhase.values()), names("source", DetectorSource.values()),
            names("burstStart", BurstStart.values()),
            field(Type.BOOL, "heartbeat"), field(Type.BOOL, "walking"), field(Type.BOOL, "burst"));

    /** Every member of the used {@link TickRecord#IMU_LENGTH} bytes of an IMU slot. */
    public static final List<TickField> IMU = List.of(field(Type.INT64, "timeNs"), field(Type.FLOAT, "gyroXDps"),
            field(Type.FLOAT, "gyroYDps"), field(Type.FLOAT, "gyroZDps"), field(Type.FLOAT, "accXMps2"),
            field(Type.FLOAT, "accYMps2"), field(Type.FLOAT, "accZMps2"), names("site", ImuSite.values()),
            field(Type.BOOL, "valid"));

    /** Every member of the used {@link TickRecord#HEEL_LENGTH} bytes of a heel slot. */
    public static final List<TickField> HEEL = List.of(field(Type.INT64, "timeNs"), field(Type.BOOL, "valid"),
            field(Type.BOOL, "loaded"));

    /** Copies its list. */
    public TickField {
        names = List.copyOf(names);
    }

    /** Bytes of all its elements. */
    public int bytes() {
        return type.bytes() * count;
    }

    /** The declaration of {@code fields} as a WPILib struct schema, version 1.0. */
    public static String schema(List<TickField> fields) {
        StringBuilder text = new StringBuilder();
        for (TickField field : fields) {
            text.append(field.declaration()).append(';');
        }
        return text.toString();
    }

    private String declaration() {
        StringBuilder text = new StringBuilder();
        if (!names.isEmpty()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                values.add(names.get(i) + "=" + i);
            }
            text.append("enum {").append(String.join(", ", values)).append("} ");
        }
        text.append(type.schemaName).append(' ').append(name);
        return count == 1 ? text.toString() : text.append('[').append(count).append(']').toString();
    }

    private static TickField field(Type type, String name) {
        return array(type, name, 1);
    }

    private static TickField array(Type type, String name, int count) {
        return new TickField(type, name, count, List.of());
    }

    private static TickField names(String name, Enum<?>[] values) {
        List<String> names = new ArrayList<>();
        for (Enum<?> value : values) {
            names.add(value.name());
        }
        return new TickField(Type.UINT8, name, 1, names);
    }
}
