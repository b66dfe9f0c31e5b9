package org.footlift.config;

/**
 * The heel sensor on a Raspberry Pi.
 *
 * @param kind what it is
 * @param gpio input of a switch
 * @param secondGpio input of the second contact of a pair
 * @param adcChannel input of the converter at which a force sensor is
 * @param adcAddress address of an ADS1115
 * @param spiBus SPI bus of an MCP3008
 * @param spiSelect its chip select
 */
public record PiHeelSettings(
        @Setting("What is under the heel. switch: one contact to ground that opens under load. switch_pair: a changeover contact whose second side, to ground too, closes under load; the two must always disagree. fsr_ads1115, fsr_mcp3008: a force sensor at that converter.") Kind kind,
        @Setting(value = "GPIO (BCM number) of the switch, high while the heel is loaded or the lead is broken.", min = 0, max = 27) int gpio,
        @Setting(value = "GPIO (BCM number) of the second contact of a switch_pair, low while the heel is loaded.", min = 0, max = 27) int secondGpio,
        @Setting(value = "Input of the converter at which the force sensor is: 0 to 3 of an ADS1115, 0 to 7 of an MCP3008.", min = 0, max = 7) int adcChannel,
        @Setting(value = "Address of an ADS1115 on the I2C bus.", hex = true, min = 0x48, max = 0x4B) int adcAddress,
        @Setting(value = "SPI bus of an MCP3008.", min = 0, max = 6) int spiBus,
        @Setting(value = "Chip select of an MCP3008.", min = 0, max = 2) int spiSelect) {

    /** Heel sensors a profile may name. */
    public enum Kind {
        /** One contact. */
        SWITCH,
        /** Two contacts that must always disagree. */
        SWITCH_PAIR,
        /** A force sensor at an ADS1115. */
        FSR_ADS1115,
        /** A force sensor at an MCP3008. */
        FSR_MCP3008;

        /** True for contacts, false for a force sensor at a converter. */
        public boolean isSwitch() {
            return this == SWITCH || this == SWITCH_PAIR;
        }
    }

    /** A switch. */
    public static final PiHeelSettings DEFAULT = new PiHeelSettings(Kind.SWITCH, 17, 22, 0, 0x48, 0, 0);

    /** Checks itself. */
    public PiHeelSettings {
        Ranges.check(PiHeelSettings.class, kind, gpio, secondGpio, adcChannel, adcAddress, spiBus, spiSelect);
    }
}
