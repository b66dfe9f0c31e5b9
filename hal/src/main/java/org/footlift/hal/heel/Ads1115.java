package org.footlift.hal.heel;

import org.footlift.hal.I2cDevice;

/** One input of an ADS1115 against ground, ±4.096 V, measuring all the time at 860 samples per second, of a divider at 3.3 V. */
public final class Ads1115 implements ForceInput {
    private static final int CONVERSION = 0;
    private static final int CONFIG = 1;
    private static final int INPUT_TO_GROUND = 4;
    private static final int MUX_SHIFT = 4;
    /** Gain 1 (±4.096 V), mode 0 (continuous). */
    private static final int HIGH = 0b0000_0010;
    /** Data rate 7 (860 per second), comparator off. */
    private static final int LOW = 0b1110_0011;
    private static final int STEP_UV = 125;
    private static final int SUPPLY_UV = 3_300_000;

    private final I2cDevice chip;
    private final byte[] config;
    private final byte[] bytes = new byte[2];

    /** @param channel 0 to 3 */
    public Ads1115(I2cDevice chip, int channel) {
        if (channel < 0 || channel > 3) {
            throw new IllegalArgumentException("an ADS1115 has no input " + channel);
        }
        this.chip = chip;
        config = config(channel);
    }

    static byte[] config(int channel) {
        return new byte[]{(byte) (((INPUT_TO_GROUND + channel) << MUX_SHIFT) | HIGH), (byte) LOW};
    }

    @Override
    public void begin() throws Failed {
        try {
            chip.write(CONFIG, config, config.length);
            chip.read(CONFIG, bytes, 2);
        } catch (I2cDevice.Failed failed) {
            throw new Failed(failed);
        }
        // The highest bit only tells whether a conversion is under way.
        if ((bytes[0] & 0x7F) != config[0] || bytes[1] != config[1]) {
            throw new Failed("What answers is no ADS1115: it does not keep its configuration.");
        }
    }

    @Override
    public int read() throws Failed {
        try {
            chip.read(CONVERSION, bytes, 2);
        } catch (I2cDevice.Failed failed) {
            throw new Failed(failed);
        }
        return share(microvolt(bytes[0], bytes[1]));
    }

    static int microvolt(byte high, byte low) {
        return (short) (((high & 0xFF) << 8) | (low & 0xFF)) * STEP_UV;
    }

    private static int share(int microvolt) {
        return (int) ((long) Math.clamp(microvolt, 0, SUPPLY_UV) * FULL_SCALE / SUPPLY_UV);
    }
}
