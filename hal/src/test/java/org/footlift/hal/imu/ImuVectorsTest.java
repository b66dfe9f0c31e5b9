package org.footlift.hal.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What data sheets say of bytes: measurements, and registers for a rate and a range. */
class ImuVectorsTest {
    private static final double G_MPS2 = 9.80665;
    private static final float TINY = 1e-4f;

    private static ImuSample sample(ImuModel model, int gyroDps, int accG, String hex) {
        ChipSheet sheet = ImuBench.sheet(model, 200, new ImuRange(gyroDps, accG));
        byte[] burst = HexFormat.ofDelimiter(" ").parseHex(hex);
        assertEquals(burst.length, sheet.length());
        int[] raw = new int[6];
        sheet.decode(burst, raw);
        ImuFeed feed = new ImuFeed(new ImuPart(ImuSite.SHANK, model, 200, new ImuPart.I2c(1, 0x68)), sheet);
        feed.offer(7, raw);
        ImuSample sample = new ImuSample();
        assertTrue(feed.take(sample));
        assertEquals(7, sample.timeNs);
        assertEquals(ImuSite.SHANK, sample.site);
        assertTrue(sample.valid);
        return sample;
    }

    private static void assertSample(double[] gyroDps, double[] accG, ImuSample sample) {
        assertEquals(gyroDps[0], sample.gyroXDps, TINY);
        assertEquals(gyroDps[1], sample.gyroYDps, TINY);
        assertEquals(gyroDps[2], sample.gyroZDps, TINY);
        assertEquals(accG[0] * G_MPS2, sample.accXMps2, TINY);
        assertEquals(accG[1] * G_MPS2, sample.accYMps2, TINY);
        assertEquals(accG[2] * G_MPS2, sample.accZMps2, TINY);
    }

    @Test
    void anLsm6dsoAt500DegreesPerSecondAnd4G() {
        assertSample(new double[]{0, -17.5, 0.35}, new double[]{0, 0.0122, 1.000034},
                sample(ImuModel.LSM6DSO, 500, 4, "00 00 18 FC 14 00 00 00 64 00 05 20"));
    }

    @Test
    void theLowestValueOfAnLsm6dsoIsBeyondItsRangeAndClipped() {
        ImuSample sample = sample(ImuModel.LSM6DSO, 500, 4, "00 80 18 FC 14 00 00 00 64 00 05 20");
        assertEquals(-573.44, sample.gyroXDps, TINY);
        assertTrue(SampleCheck.clipped(new int[]{-32_768, 0, 0, 0, 0, 0}));
        assertTrue(SampleCheck.clipped(new int[]{0, 0, 32_700, 0, 0, 0}));
        assertEquals(false, SampleCheck.clipped(new int[]{0, 0, 32_699, -32_699, 0, 0}));
    }

    @Test
    void anMpu6050At500DegreesPerSecondAnd4G() {
        assertSample(new double[]{0, -10, 13 / 65.5}, new double[]{0, 0.012207, 1},
                sample(ImuModel.MPU6050, 500, 4, "00 00 00 64 20 00 F0 B0 00 00 FD 71 00 0D"));
    }

    @Test
    void anIcm20948At1000DegreesPerSecondAnd4G() {
        assertSample(new double[]{10, 0, -100}, new double[]{0, -0.5, 1},
                sample(ImuModel.ICM20948, 1_000, 4, "00 00 F0 00 20 00 01 48 00 00 F3 30"));
    }

    private static List<SetupStep> setup(ImuModel model, double rateHz, int gyroDps, int accG) {
        return ImuBench.sheet(model, rateHz, new ImuRange(gyroDps, accG)).setup();
    }

    private static void assertSets(int register, int value, List<SetupStep> setup) {
        assertTrue(setup.contains(new SetupStep.Configure(register, value)),
                () -> String.format("%02X=%02X is not in %s", register, value, setup));
    }

    @ParameterizedTest
    @CsvSource({"500, 4, 58, 54", "1000, 4, 58, 58", "250, 2, 50, 50", "1000, 8, 5C, 58", "2000, 16, 54, 5C"})
    void anLsm6dsoAt208HzIsSetTo(int gyroDps, int accG, String acc, String gyro) {
        List<SetupStep> setup = setup(ImuModel.LSM6DSO, 200, gyroDps, accG);
        assertSets(0x10, Integer.parseInt(acc, 16), setup);
        assertSets(0x11, Integer.parseInt(gyro, 16), setup);
        assertSets(0x12, 0x44, setup);
        assertTrue(setup.contains(new SetupStep.SetBits(0x18, 0x02)));
        assertEquals(new SetupStep.Write(0x12, 0x01), setup.get(1));
    }

    @ParameterizedTest
    @CsvSource({"500, 4, 08, 08", "250, 2, 00, 00", "1000, 8, 10, 10", "2000, 16, 18, 18"})
    void anMpu6050At200HzIsSetTo(int gyroDps, int accG, String gyro, String acc) {
        List<SetupStep> setup = setup(ImuModel.MPU6050, 200, gyroDps, accG);
        assertSets(0x6B, 0x01, setup);
        assertSets(0x1A, 0x03, setup);
        assertSets(0x19, 0x04, setup);
        assertSets(0x1B, Integer.parseInt(gyro, 16), setup);
        assertSets(0x1C, Integer.parseInt(acc, 16), setup);
        assertSets(0x38, 0x01, setup);
    }

    @ParameterizedTest
    @CsvSource({"500, 1B", "1000, 1D", "2000, 1F", "250, 19"})
    void anIcm20948IsSetTo(int gyroDps, String gyro) {
        List<SetupStep> setup = setup(ImuModel.ICM20948, 200, gyroDps, 4);
        assertSets(0x06, 0x01, setup);
        assertSets(0x07, 0x00, setup);
        List<SetupStep> bank2 = setup.subList(setup.indexOf(new SetupStep.Configure(0x7F, 0x20)),
                setup.indexOf(new SetupStep.Configure(0x7F, 0x00)));
        assertSets(0x00, 0x04, bank2);
        assertSets(0x01, Integer.parseInt(gyro, 16), bank2);
        assertSets(0x10, 0x00, bank2);
        assertSets(0x11, 0x04, bank2);
        assertSets(0x14, 0x1B, bank2);
    }

    @ParameterizedTest
    @CsvSource({"LSM6DSO, 100, 104", "LSM6DSO, 104, 104", "LSM6DSO, 105, 208", "LSM6DSO, 500, 833",
            "MPU6050, 100, 100", "MPU6050, 90, 90.909", "MPU6050, 500, 500", "MPU6050, 300, 333.333",
            "ICM20948, 100, 102.273", "ICM20948, 200, 225", "ICM20948, 500, 562.5"})
    void theRateIsTheNearestThatIsNotBelow(ImuModel model, double askedHz, double rateHz) {
        assertEquals(rateHz, ImuBench.sheet(model, askedHz, new ImuRange(2_000, 16)).rateHz(), 1e-3);
    }

    @Test
    void theWholeFamilyIsKnownAndOnlyTheMpu6050HasNoFilterOfItsOwnForTheAccelerometer() {
        for (int identity : new int[]{0x68, 0x70, 0x71, 0x73}) {
            ImuBench bench = new ImuBench(ImuModel.MPU6050);
            bench.chip.identity = identity;
            bench.run(MadeUpTime.SECOND);
            assertEquals("", bench.health().complaint());
            assertTrue(bench.health().measuring());
            assertEquals(identity != 0x68, bench.chip.written.contains("1D=03"));
            assertEquals(identity != 0x68, bench.chip.written.stream().anyMatch(w -> w.startsWith("1D")));
        }
    }

    @Test
    void aFootHasRoomForAPushOffOf800DegreesPerSecondAndAHardStrikeAndAShankForItsOwn() {
        assertEquals(new ImuRange(2_000, 16), ImuRange.of(ImuSite.FOOT));
        assertEquals(new ImuRange(1_000, 8), ImuRange.of(ImuSite.SHANK));
    }
}
