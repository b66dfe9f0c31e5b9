package org.footlift.sim.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** A captured conversation among the test resources. */
final class Conversation {
    private Conversation() {}

    static List<String> lines(String name) {
        try (InputStream in = Objects
                .requireNonNull(Conversation.class.getResourceAsStream("/conversations/" + name + ".txt"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
