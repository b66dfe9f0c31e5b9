package org.footlift.hal;

/** A way to reach devices, found by {@link java.util.ServiceLoader}. */
public interface BackEnd {
    /** The name that a profile's {@code hardware.backend} gives: {@code sim}, {@code pi}. */
    String name();

    /**
     * Opens the devices, output off.
     *
     * @param scheduling what threads of the devices' own enter
     * @throws HardwareUnavailable when a device is missing or an option is wrong, with what to do about it; nothing stays open
     */
    Hardware open(HardwareRequest request, Scheduling scheduling) throws HardwareUnavailable;
}
