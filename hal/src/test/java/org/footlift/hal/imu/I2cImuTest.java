package org.footlift.hal.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each chip from power-up, and through everything that chips and buses do. */
@Timeout(60)
class I2cImuTest {
    private static final long MS = MadeUpTime.MS;
    private static final long SECOND = MadeUpTime.SECOND;
    private static final String FOOT = "The IMU on the foot (";

    /** That what came is what moved the chip, measurement by measurement, without one missing or repeated. */
    private static void assertTrueToMotion(ImuBench bench, List<ImuSample> samples) {
        double[] gyroDps = new double[3];
        double[] accG = new double[3];
        long number = bench.chip.number() - samples.size();
        long lastNs = 0;
        for (ImuSample sample : samples) {
            FakeChip.walk(++number, gyroDps, accG);
            assertTrue(sample.valid);
            assertEquals(gyroDps[0], sample.gyroXDps, bench.sheet.gyroDpsPerStep(), "measurement " + number);
            assertEquals(gyroDps[1], sample.gyroYDps, bench.sheet.gyroDpsPerStep());
            assertEquals(gyroDps[2], sample.gyroZDps, bench.sheet.gyroDpsPerStep());
            double stepMps2 = bench.sheet.accGPerStep() * 9.80665;
            assertEquals(accG[0] * 9.80665, sample.accXMps2, stepMps2);
            assertEquals(accG[1] * 9.80665, sample.accYMps2, stepMps2);
            assertEquals(accG[2] * 9.80665, sample.accZMps2, stepMps2);
            assertTrue(sample.timeNs > lastNs);
            lastNs = sample.timeNs;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void measuresAtItsRateWithoutLosingOrRepeatingASample(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model).run(5 * SECOND);
        assertEquals(5 * bench.sheet.rateHz(), bench.samples.size(), 2);
        assertTrueToMotion(bench, bench.samples);
        assertEquals("", bench.health().complaint());
        assertTrue(bench.health().measuring());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void measuresWithinHalfASecondOfPowerUpAndGivesNothingBeforeItHasSettled(ImuModel model) {
        ImuBench bench = new ImuBench(model);
        bench.runUntil(() -> !bench.samples.isEmpty());
        assertTrue(bench.time.timeNs() < 500 * MS, () -> bench.time.timeNs() / MS + " ms");
        assertTrue(bench.chip.number() >= 0.09 * bench.sheet.rateHz(), "measured " + bench.chip.number());
        assertTrue(bench.samples.getFirst().valid);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aSampleIsStampedWithTheBeginningOfItsTransfer(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.runUntil(() -> !bench.samples.isEmpty());
        long transferTookNs = 100_000;
        assertEquals(bench.chip.lastBurstNs - transferTookNs, bench.samples.getLast().timeNs);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void isLeftAloneUntilItHasMeasured(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        int before = bench.chip.transfers;
        bench.driver.poll();
        bench.driver.poll();
        assertTrue(bench.chip.transfers <= before + 2);
        bench.run(SECOND);
        assertTrue(bench.chip.transfers - before < 5 * bench.sheet.rateHz(), () -> "transfers " + bench.chip.transfers);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aChipThatCallsItselfSomethingElseIsRefusedAndSaidWhatItIs(ImuModel model) {
        ImuBench bench = new ImuBench(model);
        bench.chip.identity = 0x98;
        bench.run(3 * SECOND);
        assertEquals(List.of(), bench.samples);
        String known = switch (model) {
            case LSM6DSO -> "0x6C";
            case MPU6050 -> "0x68 or 0x70 or 0x71 or 0x73";
            default -> "0xEA";
        };
        assertEquals(FOOT + model.label() + " at 0x68 on I2C bus 1) calls itself 0x98, and such a chip says " + known
                + ". Name the model and the address that are there.",
                bench.health().complaint());
        assertTrue(bench.chip.written.stream().allMatch("7F=00"::equals), "a stranger was written to: "
                + bench.chip.written);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void anEarlierProgramsSettingsDoNotMatter(ImuModel model) {
        ImuBench bench = new ImuBench(model);
        for (int register = 0x10; register < 0x20; register++) {
            bench.chip.set(register, 0x10);
        }
        if (bench.chip instanceof FakeInvenSense icm && model == ImuModel.ICM20948) {
            icm.leaveInBank(2);
        }
        bench.run(2 * SECOND);
        assertFalse(bench.samples.isEmpty());
        assertTrueToMotion(bench, bench.samples);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void nobodyThereIsSaidSoAndWhoComesLaterIsRead(ImuModel model) {
        ImuBench bench = new ImuBench(model);
        bench.chip.gone = true;
        bench.run(SECOND);
        assertEquals(FOOT + model.label() + " at 0x68 on I2C bus 1) does not answer (no acknowledgement). Check its "
                + "wiring, its power and its address; `i2cdetect -y 1` shows what answers on this bus.",
                bench.health().complaint());
        assertTrue(bench.chip.transfers < 20, "asked " + bench.chip.transfers + " times in a second");
        bench.chip.gone = false;
        bench.run(2 * SECOND);
        assertFalse(bench.samples.isEmpty());
        assertEquals("", bench.health().complaint());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aBouncingPlugCostsItsOwnTimeAndNoReset(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.refusals = 6;
        bench.chip.written.clear();
        bench.run(60 * MS);
        assertEquals(List.of(), bench.chip.written);
        assertEquals(1, bench.invalid().size());
        assertTrue(bench.valid().size() >= 3, "samples " + bench.valid().size());
        assertEquals(1, bench.health().interruptions());
        assertTrue(bench.health().complaint().contains("does not answer"));
        bench.run(2 * SECOND);
        assertEquals("", bench.health().complaint());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aChipThatLostItsPowerIsSetUpAnewWhenItIsBack(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.gone = true;
        int before = bench.chip.transfers;
        bench.run(3 * SECOND);
        assertTrue(bench.chip.transfers - before < 60, "asked every period for ever");
        assertEquals(1, bench.samples.size());
        assertFalse(bench.samples.getFirst().valid);
        bench.chip.gone = false;
        bench.chip.powerCut();
        bench.samples.clear();
        bench.run(2 * SECOND);
        assertFalse(bench.samples.isEmpty());
        assertTrueToMotion(bench, bench.samples);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aSilentResetIsNoticedWithin60MsAndGivesNoFalseSample(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.powerCut();
        bench.chip.written.clear();
        bench.run(60 * MS);
        assertFalse(bench.chip.written.isEmpty(), "was not set up anew");
        assertEquals(1, bench.invalid().size());
        assertEquals(FOOT + model.label()
                + " at 0x68 on I2C bus 1) has stopped measuring and is set up anew. Check its power.",
                bench.health().complaint());
        bench.samples.clear();
        bench.run(SECOND);
        assertTrue(bench.samples.size() > 0.6 * bench.sheet.rateHz(), "samples " + bench.samples.size());
        assertTrueToMotion(bench, bench.samples);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aRegisterThatChangedItselfIsNoticedWithinASecond(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        SetupStep.Configure watched = bench.sheet.watched().getLast();
        bench.chip.set(watched.register(), watched.value() ^ 0x08);
        bench.chip.written.clear();
        bench.run(1_010 * MS);
        assertTrue(bench.health().complaint().contains("set up anew"), bench.health().complaint());
        assertFalse(bench.chip.written.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void allZerosAndAllOnesAreNoMeasurementAndTheChipIsSetUpAnew(ImuModel model) {
        for (int flood : new int[]{0x00, 0xFF}) {
            ImuBench bench = ImuBench.measuring(model);
            bench.chip.flood = flood;
            bench.chip.written.clear();
            bench.run(2 * SECOND);
            assertEquals(List.of(), bench.valid());
            assertEquals(1, bench.invalid().size());
            assertFalse(bench.chip.written.isEmpty());
            assertTrue(bench.health().complaint().contains("measures nothing"), bench.health().complaint());
            bench.chip.flood = -1;
            bench.run(2 * SECOND);
            assertFalse(bench.valid().isEmpty());
            assertEquals("", bench.health().complaint());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aTransferThatBrokeOffIsNoMeasurement(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.cutShort = 3;
        bench.run(SECOND);
        assertEquals(0, bench.chip.cutShort);
        assertFalse(bench.invalid().isEmpty());
        List<ImuSample> after = bench.valid();
        assertTrue(after.stream().noneMatch(s -> s.gyroXDps < 0), "a cut sample passed");
        assertFalse(after.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void the25thEqualSampleIsNoneAndNeitherIsAnyAfterIt(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.frozen = true;
        bench.run(3 * SECOND);
        assertEquals(24 - 1, bench.valid().size()); // the first of them came before
        assertTrue(bench.health().complaint().contains("repeats one value"), bench.health().complaint());
        bench.chip.frozen = false;
        bench.samples.clear();
        bench.run(2 * SECOND);
        assertFalse(bench.valid().isEmpty());
        assertEquals("", bench.health().complaint());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aBusThatHangsForASecondIsSaidSoAndReadOnAtOnce(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        for (int i = 0; i < 20; i++) { // whichever transfer it hits
            bench.samples.clear();
            bench.run(37 * MS);
            long hungNs = bench.time.timeNs();
            bench.chip.hangNs = SECOND;
            bench.runUntil(() -> bench.chip.hangNs == 0);
            long backNs = bench.time.timeNs();
            assertTrue(bench.health().complaint().contains("(the bus hung)"), bench.health().complaint());
            bench.run(20 * MS);
            assertTrue(
                    bench.valid().stream().noneMatch(s -> s.timeNs > hungNs + 10 * MS && s.timeNs < backNs - 10 * MS));
            assertTrue(bench.valid().getLast().timeNs > backNs, "nothing came after the bus was back");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aMeasurementThatHungOnItsWayIsNotBelieved(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.burstHangNs = 51 * MS;
        bench.runUntil(() -> bench.chip.burstHangNs == 0);
        assertFalse(bench.samples.getLast().valid);
        assertTrue(bench.health().complaint().contains("(the bus hung)"), bench.health().complaint());
        bench.run(20 * MS);
        assertTrue(bench.samples.getLast().valid);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aPlugThatBouncedAndTookThePowerMeansAChipSetUpAnewAtOnce(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.written.clear();
        bench.chip.refusals = 2;
        bench.chip.powerCut();
        bench.run(20 * MS);
        assertFalse(bench.chip.written.isEmpty());
        assertTrue(bench.health().complaint().contains("had reset itself"), bench.health().complaint());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aWrongByteWhileItIsSetUpIsNotBelieved(ImuModel model) {
        ImuBench bench = new ImuBench(model);
        bench.run(MS);
        bench.chip.wrongReads = 3;
        bench.run(2 * SECOND);
        assertFalse(bench.samples.isEmpty());
        assertTrueToMotion(bench, bench.samples);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aChipThatKeepsNothingIsSaidSo(ImuModel model) {
        ImuBench bench = new ImuBench(model);
        bench.run(0);
        bench.driver.poll();
        bench.runUntil(() -> bench.chip.written.size() == (model == ImuModel.LSM6DSO ? 2 : 3));
        bench.chip.wrongReads = Integer.MAX_VALUE;
        bench.runUntil(() -> !bench.health().complaint().isEmpty());
        assertTrue(bench.health().complaint().contains("does not keep what it is set to")
                || bench.health().complaint().contains("does not end its reset"), bench.health().complaint());
    }

    @Test
    void aResetThatDoesNotEndIsGivenUpAfter50Ms() {
        ImuBench bench = new ImuBench(ImuModel.LSM6DSO);
        ((FakeLsm6dso) bench.chip).resetNeverEnds = true;
        bench.run(45 * MS);
        assertEquals("", bench.health().complaint());
        bench.run(15 * MS);
        assertEquals(
                FOOT + "LSM6DSO at 0x68 on I2C bus 1) does not end its reset. Take its power away and give it back.",
                bench.health().complaint());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aSensorThatFeelsNoGravityIsNoneAfterASecondUntilItDoesForASecond(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.motion = (number, gyroDps, accG) -> {
            FakeChip.walk(number, gyroDps, accG);
            accG[1] = 0;
            accG[2] = 0.2;
        };
        bench.run(2_100 * MS);
        bench.samples.clear();
        bench.run(3 * SECOND);
        assertEquals(List.of(), bench.samples);
        assertTrue(bench.health().complaint().contains("does not feel gravity"), bench.health().complaint());
        bench.chip.motion = FakeChip::walk;
        bench.run(2_100 * MS);
        assertFalse(bench.valid().isEmpty());
        assertEquals("", bench.health().complaint());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aSampleAtTheEndOfItsRangeIsKeptAndCounted(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.motion = (number, gyroDps, accG) -> {
            FakeChip.walk(number, gyroDps, accG);
            gyroDps[1] = number % 10 == 0 ? -5_000 : gyroDps[1];
        };
        bench.run(SECOND);
        assertEquals(List.of(), bench.invalid());
        assertEquals(bench.sheet.rateHz() / 10, (double) bench.health().clipped(), 2);
        assertTrue(bench.valid().stream().anyMatch(s -> s.gyroYDps < -1_990));
        assertEquals("", bench.health().complaint());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void anAxisThatStaysAtTheEndOfItsRangeIsNoneAfter24SamplesUntilItComesBack(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        bench.chip.motion = (number, gyroDps, accG) -> {
            FakeChip.walk(number, gyroDps, accG);
            gyroDps[1] = -5_000;
        };
        bench.run(3 * SECOND);
        assertEquals(24, bench.valid().stream().filter(s -> s.gyroYDps < -1_990).count());
        assertEquals(24, bench.health().clipped());
        assertTrue(bench.health().complaint().contains("stays at the end of its range"), bench.health().complaint());
        bench.chip.motion = FakeChip::walk;
        bench.samples.clear();
        bench.run(2 * SECOND);
        assertFalse(bench.valid().isEmpty());
        assertEquals("", bench.health().complaint());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void aBusThatIsTooSlowForTheRateIsSaidSo(ImuModel model) {
        ImuBench bench = ImuBench.measuring(model);
        FakeChip.Motion slow = bench.chip.motion;
        bench.chip.motion = (number, gyroDps, accG) -> {
            slow.at(number, gyroDps, accG);
            bench.time.pass(8 * MS); // every measurement is read after so long
        };
        bench.run(3 * SECOND);
        assertTrue(bench.health().complaint().contains(" samples a second, and "), bench.health().complaint());
        assertTrue(bench.health().complaint().contains("i2c_arm_baudrate=400000"));
        assertTrue(bench.health().measuring());
        bench.chip.refusals = 1;
        bench.runUntil(() -> bench.health().complaint().contains("does not answer"));
        bench.run(3 * SECOND);
        assertTrue(bench.health().complaint().contains(" samples a second, and "), "still says what has gone");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITMOTION")
    void readingAllocatesNothing(ImuModel model) throws Exception {
        ImuBench bench = ImuBench.measuring(model);
        QuietChip quiet = new QuietChip(bench.sheet, bench.time);
        ImuPart.I2c at = new ImuPart.I2c(1, 0x68);
        I2cImu driver = new I2cImu(new ImuPart(ImuSite.FOOT, model, 200, at), at, bench.sheet, quiet,
                bench.time);
        ImuSample sample = new ImuSample();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        long bytes = Long.MAX_VALUE;
        int taken = 0;
        for (int round = 0; round < 5; round++) { // the compiler, too, allocates now and then
            taken = 0;
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < 20_000; i++) {
                bench.time.passUntil(driver.poll());
                bench.time.pass(1);
                if (driver.feed().take(sample)) {
                    taken++;
                }
            }
            bytes = Math.min(bytes, threads.getThreadAllocatedBytes(id) - before);
        }
        assertTrue(taken > 15_000, "samples " + taken);
        assertTrue(bytes < 100, "bytes " + bytes); // for 20,000 calls; the counter itself takes a few
    }

    /** Always ready, allocates nothing, keeps what is written. */
    private static final class QuietChip implements I2cDevice {
        private final byte[] registers = new byte[0x400];
        private int bank;
        private final ChipSheet sheet;
        private final MadeUpTime time;
        private int number;

        QuietChip(ChipSheet sheet, MadeUpTime time) {
            this.sheet = sheet;
            this.time = time;
            registers[sheet.identityRegister()] = sheet.identities().iterator().next().byteValue();
        }

        @Override
        public void read(int register, byte[] into, int count) {
            time.pass(100_000);
            if (count == sheet.length()) {
                number++;
                for (int i = 0; i < count; i++) {
                    boolean high = (i % 2 == 0) == sheet.bigEndian();
                    into[i] = (byte) (high ? 0x04 : number + 7 * i); // 1 g in all
                }
            } else {
                into[0] = register == sheet.statusRegister()
                        ? (byte) sheet.statusBits()
                        : registers[bank + register];
            }
        }

        @Override
        public void write(int register, byte[] bytes, int count) {
            if (register == 0x7F) {
                bank = bytes[0] << 3;
            }
            registers[bank + register] = (byte) (register == 0x12 ? bytes[0] & ~1 : bytes[0]);
        }

        @Override
        public void close() {}
    }
}
