package org.footlift.hal.pi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footlift.hal.HardwareUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    private final Path devices;

    MachineTest(@TempDir Path devices) {
        this.devices = devices;
    }

    private void refuses(String architecture, String... words) {
        String message = String.valueOf(assertThrows(HardwareUnavailable.class,
                () -> new Machine(architecture, devices).check()).getMessage());
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void aComputerWithAnotherProcessorIsToldToUseTheVirtualWearer() {
        refuses("amd64", "No Raspberry Pi here", "amd64", "hardware.backend = \"sim\"");
    }

    @Test
    void aComputerWithoutAGpioChipIsToldSo() {
        refuses("aarch64", "No GPIO chip here", "hardware.backend = \"sim\"");
    }

    @Test
    void aComputerWithAGpioChipOfThisUserIsLookedAtFurther() throws IOException {
        Files.createFile(devices.resolve("gpiochip0"));
        assertDoesNotThrow(() -> new Machine("aarch64", devices).check());
        assertDoesNotThrow(() -> new Machine("arm", devices).check());
    }
}
