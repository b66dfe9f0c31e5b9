package org.footlift.config;

/**
 * What the wearer presses, sees and feels, on a Raspberry Pi. Each is a GPIO, or {@link #NOT_WIRED}.
 *
 * @param startGpio start button
 * @param pauseGpio pause button
 * @param upGpio a little more
 * @param downGpio a little less
 * @param testGpio test button
 * @param armedLightGpio light
 * @param faultLightGpio light
 * @param buzzerGpio sound
 * @param vibrationGpio vibration motor
 */
public record PiPanelSettings(
        @Setting(value = "GPIO of the start button, a switch to ground. It also acknowledges a latched stop.", min = -1, max = 27) int startGpio,
        @Setting(value = "GPIO of the pause button, a switch to ground.", min = -1, max = 27) int pauseGpio,
        @Setting(value = "GPIO of the button for a little more, a switch to ground.", min = -1, max = 27) int upGpio,
        @Setting(value = "GPIO of the button for a little less, a switch to ground.", min = -1, max = 27) int downGpio,
        @Setting(value = "GPIO of the test button, a switch to ground.", min = -1, max = 27) int testGpio,
        @Setting(value = "GPIO of the light that is on while stimulation may come.", min = -1, max = 27) int armedLightGpio,
        @Setting(value = "GPIO of the light that is on while a fault is.", min = -1, max = 27) int faultLightGpio,
        @Setting(value = "GPIO of the buzzer, through a transistor: sounds when a fault stops stimulation.", min = -1, max = 27) int buzzerGpio,
        @Setting(value = "GPIO of the vibration motor, through a transistor: the same, to feel.", min = -1, max = 27) int vibrationGpio) {

    /** In place of a GPIO. */
    public static final int NOT_WIRED = -1;

    /** Four buttons. A button that is not there is not pressed; an output could drive a pin that is used otherwise. */
    public static final PiPanelSettings DEFAULT = new PiPanelSettings(5, 6, 13, 19, NOT_WIRED, NOT_WIRED, NOT_WIRED,
            NOT_WIRED, NOT_WIRED);

    /** Checks itself. */
    public PiPanelSettings {
        Ranges.check(PiPanelSettings.class, startGpio, pauseGpio, upGpio, downGpio, testGpio, armedLightGpio,
                faultLightGpio, buzzerGpio, vibrationGpio);
    }
}
