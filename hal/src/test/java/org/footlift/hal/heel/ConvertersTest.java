package org.footlift.hal.heel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import org.footlift.hal.I2cDevice;
import org.footlift.hal.SpiDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of the data sheets. */
class ConvertersTest {
    private final I2cDevice i2c = mock(I2cDevice.class);
    private final SpiDevice spi = mock(SpiDevice.class);

    private void register(int register, int high, int low) throws I2cDevice.Failed {
        doAnswer(call -> {
            byte[] into = call.getArgument(1);
            into[0] = (byte) high;
            into[1] = (byte) low;
            return null;
        }).when(i2c).read(eq(register), any(), eq(2));
    }

    @Test
    void anAds1115MeasuresItsInputAgainstGroundAllTheTime() throws Exception {
        assertArrayEquals(new byte[]{0x42, (byte) 0xE3}, Ads1115.config(0));
        assertArrayEquals(new byte[]{0x72, (byte) 0xE3}, Ads1115.config(3));
        register(1, 0xC2, 0xE3);
        new Ads1115(i2c, 0).begin();
        verify(i2c).write(1, new byte[]{0x42, (byte) 0xE3}, 2);
    }

    @Test
    void whatDoesNotKeepItsConfigurationIsNoAds1115() throws Exception {
        register(1, 0x85, 0x83);
        assertThrows(ForceInput.Failed.class, () -> new Ads1115(i2c, 0).begin());
    }

    @Test
    void anAds1115CountsInStepsOf125MicrovoltWithItsSign() {
        assertEquals(3_300_000, Ads1115.microvolt((byte) (26_400 >> 8), (byte) 26_400));
        assertEquals(-4_096_000, Ads1115.microvolt((byte) 0x80, (byte) 0));
    }

    @ParameterizedTest
    @CsvSource({"26400, 10000", "13200, 5000", "0, 0", "-32768, 0", "32767, 10000"})
    void anAds1115ReadsAShareOfTheSupplyAndNothingBeyondItsEnds(int raw, int share) throws Exception {
        register(0, raw >> 8, raw);
        assertEquals(share, new Ads1115(i2c, 0).read());
    }

    @Test
    void aConverterThatDoesNotAnswerSaysSo() throws Exception {
        doThrow(new I2cDevice.Failed("no answer at 0x48")).when(i2c).read(anyInt(), any(), anyInt());
        doThrow(new SpiDevice.Failed("refused")).when(spi).transfer(any());
        assertEquals("no answer at 0x48",
                assertThrows(ForceInput.Failed.class, () -> new Ads1115(i2c, 0).read()).getMessage());
        assertThrows(ForceInput.Failed.class, () -> new Ads1115(i2c, 0).begin());
        assertThrows(ForceInput.Failed.class, () -> new Mcp3008(spi, 0).read());
    }

    @ParameterizedTest
    @CsvSource({"0, 128, 255, 255, 10000", "7, 240, 250, 0, 5004", "1, 144, 0, 0, 0"})
    void anMcp3008SendsTheChannelAndReadsTenBits(int channel, int sent, int second, int third, int share)
            throws Exception {
        doAnswer(call -> {
            byte[] bytes = call.getArgument(0);
            assertArrayEquals(new byte[]{1, (byte) sent, 0}, bytes);
            bytes[0] = 0x55;
            bytes[1] = (byte) second;
            bytes[2] = (byte) third;
            return null;
        }).when(spi).transfer(any());
        assertEquals(share, new Mcp3008(spi, channel).read());
    }

    @Test
    void aConverterHasOnlyItsInputs() {
        assertThrows(IllegalArgumentException.class, () -> new Ads1115(i2c, 4));
        assertThrows(IllegalArgumentException.class, () -> new Mcp3008(spi, 8));
    }
}
