package org.footlift.hal.pi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.footlift.hal.HardwareUnavailable;

/**
 * The computer that this program runs on.
 *
 * @param architecture of its processor, as Java calls it
 * @param devices folder of its device files
 */
record Machine(String architecture, Path devices) {
    private static final String ELSEWHERE = " Run this on the Raspberry Pi, or use a profile for the virtual wearer (hardware.backend = \"sim\").";

    static Machine here() {
        return new Machine(System.getProperty("os.arch", ""), Path.of("/dev"));
    }

    /**
     * Looks before Pi4J does, whose libraries exist for ARM alone.
     *
     * @throws HardwareUnavailable when this can be no Raspberry Pi
     */
    void check() throws HardwareUnavailable {
        String name = architecture.toLowerCase(Locale.ROOT);
        if (!name.startsWith("arm") && !name.equals("aarch64")) {
            throw new HardwareUnavailable(
                    "No Raspberry Pi here: the processor is " + architecture + "." + ELSEWHERE);
        }
        boolean usable = false;
        boolean any = false;
        try (DirectoryStream<Path> chips = Files.newDirectoryStream(devices, "gpiochip*")) {
            for (Path chip : chips) {
                any = true;
                usable |= Files.isReadable(chip) && Files.isWritable(chip);
            }
        } catch (IOException unreadable) {
            any = false; // the same to this user as none
        }
        if (!any) {
            throw new HardwareUnavailable("No GPIO chip here (" + devices + "/gpiochip*)." + ELSEWHERE);
        }
        if (!usable) {
            throw new HardwareUnavailable("The GPIO chips (" + devices
                    + "/gpiochip*) are not this user's. Add the user to the group gpio and log in again.");
        }
    }
}
