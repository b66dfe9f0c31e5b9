package org.footlift.hal.stimulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** One line of the vectors among the test resources. */
record Vector(String name, String hex) {
    static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    /** All of one file. */
    static List<Vector> all(String file) {
        try (InputStream in = Objects.requireNonNull(Vector.class.getResourceAsStream("/vectors/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"))
                    .map(parts -> new Vector(parts[0], parts[1].strip())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return HEX.parseHex(hex);
    }

    /** The first {@code count} bytes, in hexadecimal. */
    static String hex(byte[] bytes, int count) {
        return HEX.formatHex(Arrays.copyOf(bytes, count));
    }

    @Override
    public String toString() {
        return name;
    }
}
