package org.footlift.hal;

import java.util.List;

/**
 * What is wired to the pins, buses and ports of a single-board computer. A GPIO is a number of the system on chip (BCM).
 *
 * @param heartbeatGpio output of the heartbeat line
 * @param heel the heel sensor; read when the request asks for one
 * @param imus where the inertial sensors are, for each that the request asks for
 * @param panel buttons, lights, sound
 */
public record Wiring(int heartbeatGpio, Heel heel, List<Imu> imus, PanelPins panel) {
    /** In place of a GPIO. */
    public static final int NOT_WIRED = -1;

    /** The heel sensor. */
    public sealed interface Heel {}

    /**
     * A switch to ground that opens under load.
     *
     * @param gpio its input
     */
    public record Switch(int gpio) implements Heel {}

    /**
     * A changeover switch to ground, whose contacts must always disagree.
     *
     * @param gpio input of the contact that opens under load
     * @param secondGpio input of the contact that closes under load
     */
    public record SwitchPair(int gpio, int secondGpio) implements Heel {}

    /**
     * A force sensor at an ADS1115.
     *
     * @param bus its I2C bus
     * @param address its address there
     * @param channel its input
     */
    public record Ads1115(int bus, int address, int channel) implements Heel {}

    /**
     * A force sensor at an MCP3008.
     *
     * @param bus its SPI bus
     * @param chipSelect its chip select there
     * @param channel its input
     */
    public record Mcp3008(int bus, int chipSelect, int channel) implements Heel {}

    /**
     * An inertial sensor.
     *
     * @param site where it is worn
     * @param model {@code lsm6dso}, {@code mpu6050}, {@code icm20948} or {@code witmotion}
     * @param bus its I2C bus
     * @param address its address there
     * @param port serial port of a {@code witmotion}, which is on no bus
     */
    public record Imu(ImuSite site, String model, int bus, int address, String port) {}

    /**
     * Pins of the panel, or {@link #NOT_WIRED}. Buttons close to ground; outputs are on when high.
     *
     * @param start button
     * @param pause button
     * @param up button
     * @param down button
     * @param test button
     * @param armedLight light
     * @param faultLight light
     * @param buzzer sound
     * @param vibration motor
     */
    public record PanelPins(int start, int pause, int up, int down, int test, int armedLight, int faultLight,
            int buzzer, int vibration) {}

    /** Copies its collections. */
    public Wiring {
        imus = List.copyOf(imus);
    }
}
