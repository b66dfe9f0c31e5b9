package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two controllers find each other's lock only when both look in the same folder, wherever they were started. */
class RuntimeFolderTest {
    private final Path own = RuntimeFolder.choose(Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "run"})
    void aRunTimeFolderOfTheSystemThatIsNoWholePathIsPassedOver(String relative) {
        assertTrue(own.isAbsolute(), own::toString);
        assertEquals(own, RuntimeFolder.choose(Map.of("XDG_RUNTIME_DIR", relative)));
    }

    @Test
    void theRunTimeFolderOfTheSystemIsUsedWhenItCanBeWrittenTo(@TempDir Path session) {
        assertEquals(session.resolve("footlift"), RuntimeFolder.choose(Map.of("XDG_RUNTIME_DIR", session.toString())));
        String gone = session.resolve("gone").toString();
        assertEquals(own, RuntimeFolder.choose(Map.of("XDG_RUNTIME_DIR", gone)));
    }

    @Test
    void theUsersOwnChoiceComesFirstAndARelativeOneIsRefused(@TempDir Path chosen, @TempDir Path session) {
        assertEquals(chosen, RuntimeFolder.choose(
                Map.of("FOOTLIFT_RUNTIME_DIR", chosen.toString(), "XDG_RUNTIME_DIR", session.toString())));
        assertEquals(own, RuntimeFolder.choose(Map.of("FOOTLIFT_RUNTIME_DIR", " ")));
        Refusal refusal = assertThrows(Refusal.class,
                () -> RuntimeFolder.choose(Map.of("FOOTLIFT_RUNTIME_DIR", "run/footlift")));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("FOOTLIFT_RUNTIME_DIR is run/footlift, a path from"),
                refusal::toString);
    }
}
