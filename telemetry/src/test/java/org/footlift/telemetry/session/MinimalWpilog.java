package org.footlift.telemetry.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second reader of WPILOG and of WPILib struct schemas, written from the two specifications alone; it shares no code with the program.
 * For well-formed files only.
 */
final class MinimalWpilog {
    /** One data record. */
    record Item(String name, String type, long timestampUs, ByteBuffer payload, int payloadAt, int recordAt) {
        long int64() {
            return payload.getLong(0);
        }

        String string() {
            return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
        }
    }

    final String extraHeader;
    final List<Item> items = new ArrayList<>();
    final Map<String, String> types = new LinkedHashMap<>();
    final List<String> finished = new ArrayList<>();

    MinimalWpilog(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[6];
        file.get(magic);
        if (!new String(magic, StandardCharsets.US_ASCII).equals("WPILOG") || file.getShort() != 0x0100) {
            throw new AssertionError("not WPILOG 1.0");
        }
        extraHeader = text(file);
        Map<Integer, String> names = new HashMap<>();
        while (file.hasRemaining()) {
            int recordAt = file.position();
            int lengths = file.get();
            int entry = (int) number(file, 1 + (lengths & 0b11));
            int size = (int) number(file, 1 + ((lengths >> 2) & 0b11));
            long timestampUs = number(file, 1 + ((lengths >> 4) & 0b111));
            int payloadAt = file.position();
            ByteBuffer payload = file.slice(payloadAt, size).order(ByteOrder.LITTLE_ENDIAN);
            file.position(payloadAt + size);
            if (entry == 0) {
                control(payload, names);
            } else {
                String name = names.get(entry);
                if (name == null) {
                    throw new AssertionError("entry " + entry + " was not started");
                }
                items.add(new Item(name, types.getOrDefault(name, ""), timestampUs, payload, payloadAt, recordAt));
            }
        }
    }

    private void control(ByteBuffer payload, Map<Integer, String> names) {
        int type = payload.get();
        int entry = payload.getInt();
        switch (type) {
            case 0 -> {
                String name = text(payload);
                names.put(entry, name);
                types.put(name, text(payload));
                text(payload);
            }
            case 1 -> finished.add(String.valueOf(names.remove(entry)));
            default -> throw new AssertionError("control record " + type);
        }
    }

    private static String text(ByteBuffer from) {
        byte[] text = new byte[from.getInt()];
        from.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static long number(ByteBuffer from, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value += (from.get() & 0xffL) << (8 * i);
        }
        return value;
    }

    /** The members of a struct record, by the schema that the file itself carries; {@code a[1]} for elements of arrays. */
    Map<String, Object> struct(Item item) {
        String schema = items.stream().filter(other -> other.name().equals("/.schema/" + item.type()))
                .findFirst().orElseThrow().string();
        ByteBuffer data = item.payload().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        Pattern declaration = Pattern.compile("\\s*(?:enum\\s*\\{([^}]*)}\\s*)?(\\w+)\\s+(\\w+)(?:\\[(\\d+)])?\\s*");
        Map<String, Object> members = new LinkedHashMap<>();
        for (String part : schema.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Matcher matcher = declaration.matcher(part);
            if (!matcher.matches()) {
                throw new AssertionError("not a declaration: " + part);
            }
            int count = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            for (int i = 0; i < count; i++) {
                Object value = value(matcher.group(2), data);
                members.put(count == 1 ? matcher.group(3) : matcher.group(3) + "[" + i + "]",
                        matcher.group(1) == null ? value : nameOf(value, matcher.group(1)));
            }
        }
        if (data.hasRemaining()) {
            throw new AssertionError("the schema of " + item.name() + " is shorter than its data");
        }
        return members;
    }

    private static Object value(String type, ByteBuffer data) {
        return switch (type) {
            case "bool" -> data.get() != 0;
            case "uint8" -> data.get() & 0xff;
            case "int32" -> data.getInt();
            case "uint32" -> data.getInt() & 0xffff_ffffL;
            case "int64" -> data.getLong();
            case "float" -> data.getFloat();
            default -> throw new AssertionError("type " + type);
        };
    }

    private static String nameOf(Object value, String names) {
        for (String pair : names.split(",", -1)) {
            String[] sides = pair.strip().split("=", -1);
            if (sides[1].equals(value.toString())) {
                return sides[0];
            }
        }
        throw new AssertionError("no name for " + value);
    }
}
