package org.footlift.hal.heel;

import org.footlift.hal.SpiDevice;

/** One input of an MCP3008 against ground, its reference the supply of the divider. An absent chip reads 0 or full scale for ever. */
public final class Mcp3008 implements ForceInput {
    /** What the chip allows at 2.7 V. */
    public static final int CLOCK_HZ = 1_000_000;
    private static final int START = 1;
    private static final int SINGLE_ENDED = 8;
    private static final int LARGEST = 1023;

    private final SpiDevice chip;
    private final int channel;
    private final byte[] bytes = new byte[3];

    /** @param channel 0 to 7 */
    public Mcp3008(SpiDevice chip, int channel) {
        if (channel < 0 || channel > 7) {
            throw new IllegalArgumentException("an MCP3008 has no input " + channel);
        }
        this.chip = chip;
        this.channel = channel;
    }

    @Override
    public void begin() {
        // It has no registers: every reading says all.
    }

    @Override
    public int read() throws Failed {
        bytes[0] = START;
        bytes[1] = (byte) ((SINGLE_ENDED + channel) << 4);
        bytes[2] = 0;
        try {
            chip.transfer(bytes);
        } catch (SpiDevice.Failed failed) {
            throw new Failed(failed);
        }
        int value = ((bytes[1] & 3) << 8) | (bytes[2] & 0xFF);
        return value * FULL_SCALE / LARGEST;
    }
}
