package org.footlift.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * Reads settings from TOML. A file need not give every key: what is missing takes its default. Anything that is not a setting, or not a
 * value that the setting may have, is refused with its line, and everything wrong is reported at once. There is never a half-applied
 * result. Stateless; may be called from any thread; allocates, so never from the control loop.
 */
public final class SettingsReader {
    /** Largest text that is read, in bytes: several times what every setting with its comments takes. */
    public static final int MAX_BYTES = 64 * 1024;

    private SettingsReader() {}

    /**
     * Reads a profile file. It must have a {@code [profile]} section: any file without a key would pass for a profile of defaults, and
     * nobody would have meant it to stimulate.
     *
     * @throws SettingsException when it is missing, unreadable, not TOML, holds anything that settings may not, or no {@code [profile]}
     */
    public static Settings read(Path file) throws SettingsException {
        String origin = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw new SettingsException(origin, "this is a folder, not a settings file.");
            }
            TomlParseResult tree = tree(decoded(file), origin);
            Settings settings = new TreeReader(origin).read(tree);
            if (!tree.isTable("profile")) {
                throw new SettingsException(origin, "has no [profile] section, so it is no profile. Begin it with"
                        + " [profile] and say there whose it is: name, wearer and leg.");
            }
            return settings;
        } catch (NoSuchFileException e) {
            throw new SettingsException(origin, "there is no such file.");
        } catch (AccessDeniedException e) {
            throw new SettingsException(origin, "may not be read. Check who owns it and its permissions.");
        } catch (CharacterCodingException e) {
            throw new SettingsException(origin, "is not UTF-8 text. Save it as UTF-8.");
        } catch (IOException e) {
            throw new SettingsException(origin, "cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Read with a bound, not by size: a device or a pipe has none. */
    private static String decoded(Path file) throws IOException, SettingsException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw tooLarge(file.toString());
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    /**
     * Reads settings from text.
     *
     * @param origin where the text came from, for messages: a file's name
     * @throws SettingsException when it is not TOML, or holds anything that settings may not
     */
    public static Settings parse(String text, String origin) throws SettingsException {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw tooLarge(origin);
        }
        return new TreeReader(origin).read(tree(text, origin));
    }

    private static TomlParseResult tree(String text, String origin) throws SettingsException {
        TomlParseResult file = toml(text, origin);
        if (file.hasErrors()) {
            throw new SettingsException(syntaxProblems(file.errors(), origin));
        }
        return file;
    }

    private static TomlParseResult toml(String text, String origin) throws SettingsException {
        try {
            // Some Windows editors begin a file with a byte order mark.
            return Toml.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (StackOverflowError e) {
            // The parser recurses into brackets: a thousand of them, from a broken or hostile writer, would end the thread.
            throw new SettingsException(origin, "nests brackets too deeply. No setting needs them.");
        }
    }

    /** The first error of each line: the parser's further ones follow from it. */
    private static List<SettingsProblem> syntaxProblems(List<TomlParseError> errors, String origin) {
        List<SettingsProblem> problems = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (TomlParseError error : errors) {
            if (seen.add(error.position().line())) {
                problems.add(new SettingsProblem(origin, error.position().line(), "not TOML: " + error.getMessage()
                        + ", at column " + error.position().column()
                        + ". A line is a [section], or key = value with words in double quotes."));
            }
        }
        return problems;
    }

    private static SettingsException tooLarge(String origin) {
        return new SettingsException(origin, "is larger than " + MAX_BYTES / 1024 + " KiB. This is no settings file.");
    }
}
