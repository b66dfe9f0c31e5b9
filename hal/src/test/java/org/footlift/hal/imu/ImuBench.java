package org.footlift.hal.imu;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;

/** One chip and its driver in made-up time. */
final class ImuBench {
    static final double RATE_HZ = 200;

    final MadeUpTime time = new MadeUpTime();
    final FakeChip chip;
    final I2cImu driver;
    final ChipSheet sheet;
    final List<ImuSample> samples = new ArrayList<>();

    ImuBench(ImuModel model) {
        chip = switch (model) {
            case LSM6DSO -> new FakeLsm6dso(time, time::pass);
            case MPU6050 -> FakeInvenSense.mpu(0x68, time, time::pass);
            case ICM20948 -> FakeInvenSense.icm(time, time::pass);
            case WITMOTION -> throw new IllegalArgumentException();
        };
        sheet = sheet(model, RATE_HZ, ImuRange.of(ImuSite.FOOT));
        ImuPart.I2c at = new ImuPart.I2c(1, 0x68);
        driver = new I2cImu(new ImuPart(ImuSite.FOOT, model, RATE_HZ, at), at, sheet, chip, time);
    }

    static ChipSheet sheet(ImuModel model, double rateHz, ImuRange range) {
        return switch (model) {
            case LSM6DSO -> Lsm6dso.sheet(rateHz, range);
            case MPU6050 -> Mpu6050.sheet(rateHz, range);
            case ICM20948 -> Icm20948.sheet(rateHz, range);
            case WITMOTION -> throw new IllegalArgumentException();
        };
    }

    /** A bench whose chip has been measuring for two seconds; what it gave is forgotten. */
    static ImuBench measuring(ImuModel model) {
        ImuBench bench = new ImuBench(model);
        bench.run(2 * MadeUpTime.SECOND);
        bench.samples.clear();
        return bench;
    }

    /** For so long, or until the end of the step during which it is over. */
    ImuBench run(long ns) {
        long endNs = time.timeNs() + ns;
        while (time.timeNs() < endNs) {
            time.passUntil(Math.min(driver.poll(), endNs));
            ImuSample sample = new ImuSample();
            while (driver.feed().take(sample)) {
                samples.add(sample);
                sample = new ImuSample();
            }
        }
        return this;
    }

    /** Until that is so, which must be within ten seconds. */
    void runUntil(BooleanSupplier condition) {
        long endNs = time.timeNs() + 10 * MadeUpTime.SECOND;
        while (!condition.getAsBoolean()) {
            run(MadeUpTime.MS / 100);
            assertTrue(time.timeNs() < endNs, "what was waited for never came");
        }
    }

    ImuHealth health() {
        return driver.feed().health();
    }

    List<ImuSample> valid() {
        return samples.stream().filter(s -> s.valid).toList();
    }

    List<ImuSample> invalid() {
        return samples.stream().filter(s -> !s.valid).toList();
    }
}
