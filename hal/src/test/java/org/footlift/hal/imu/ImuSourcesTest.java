package org.footlift.hal.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.footlift.hal.Clock;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SensorFrame;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads around the drivers and what the control loop takes from them. Chips run on the true clock; nothing is asserted of it. */
@Timeout(60)
class ImuSourcesTest {
    private static final ImuPart FOOT = new ImuPart(ImuSite.FOOT, ImuModel.LSM6DSO, 200, new ImuPart.I2c(1, 0x6A));
    private static final ImuPart SHANK = new ImuPart(ImuSite.SHANK, ImuModel.LSM6DSO, 200, new ImuPart.I2c(1, 0x6B));
    private static final ImuPart OTHER_BUS = new ImuPart(ImuSite.SHANK, ImuModel.ICM20948, 200,
            new ImuPart.I2c(3, 0x68));

    private final Clock clock = System::nanoTime;
    private final Queue<Scheduling.Role> urgent = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Chip> chips = new ConcurrentHashMap<>();
    private final SensorFrame frame = new SensorFrame();
    private @Nullable ImuSource opened;

    /** A chip that remembers who reads it, and that can hold its reader. */
    private static final class Chip implements I2cDevice {
        private final I2cDevice chip;
        final Queue<Thread> readers = new ConcurrentLinkedQueue<>();
        volatile CountDownLatch hold = new CountDownLatch(0);
        volatile boolean holding;
        volatile boolean absent;
        volatile boolean closed;
        volatile @Nullable RuntimeException bug;

        Chip(I2cDevice chip) {
            this.chip = chip;
        }

        @Override
        public void read(int register, byte[] into, int count) throws Failed {
            if (!readers.contains(Thread.currentThread())) {
                readers.add(Thread.currentThread());
            }
            RuntimeException thrown = bug;
            if (thrown != null) {
                throw thrown;
            }
            if (absent) {
                throw new Failed("no acknowledgement");
            }
            try {
                holding = hold.getCount() > 0;
                hold.await();
                holding = false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            chip.read(register, into, count);
        }

        @Override
        public void write(int register, byte[] bytes, int count) throws Failed {
            if (absent) {
                throw new Failed("no acknowledgement");
            }
            chip.write(register, bytes, count);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private I2cDevice device(int bus, int address) throws HardwareUnavailable {
        if (bus == 9) {
            throw new HardwareUnavailable("There is no I2C bus 9.");
        }
        if (bus == 10) {
            throw new IllegalStateException("a bug");
        }
        return chips.computeIfAbsent(address, _ -> new Chip(bus == 3
                ? FakeInvenSense.icm(clock, _ -> {})
                : new FakeLsm6dso(clock, _ -> {})));
    }

    private void open(ImuPart... parts) throws HardwareUnavailable {
        opened = ImuSources.open(List.of(parts), this::device, (port, _) -> {
            throw new HardwareUnavailable("There is no serial port " + port + ".");
        }, clock, urgent::add);
    }

    @AfterEach
    void close() {
        chips.values().forEach(c -> c.hold.countDown());
        if (opened != null) {
            opened.close();
        }
    }

    private ImuSource source() {
        return Objects.requireNonNull(opened);
    }

    private Chip chip(int address) {
        return Objects.requireNonNull(chips.get(address));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertFalse(Thread.interrupted(), "what was waited for never came");
            LockSupport.parkNanos(100_000);
        }
    }

    private List<ImuSample> drain(long nowNs) {
        frame.clear();
        source().drain(nowNs, frame);
        List<ImuSample> drained = new ArrayList<>();
        for (int i = 0; i < frame.imuCount(); i++) {
            ImuSample copy = new ImuSample();
            copy.copyFrom(frame.imu(i));
            drained.add(copy);
        }
        return drained;
    }

    @Test
    void isOpenOnceEachSensorHasMeasured() throws HardwareUnavailable {
        open(FOOT, OTHER_BUS);
        List<ImuSample> drained = drain(Long.MAX_VALUE);
        for (ImuSite site : ImuSite.values()) {
            assertTrue(drained.stream().anyMatch(s -> s.site == site && s.valid));
        }
        assertEquals(List.of(ImuSite.FOOT, ImuSite.SHANK), source().health().stream().map(ImuHealth::site).toList());
        assertTrue(source().health().stream().allMatch(ImuHealth::measuring));
    }

    @Test
    void chipsOnOneBusShareAThreadAndEachBusHasItsOwn() throws HardwareUnavailable {
        open(FOOT, SHANK);
        await(() -> urgent.size() == 1);
        assertEquals(1, chip(0x6A).readers.size());
        assertEquals(List.copyOf(chip(0x6A).readers), List.copyOf(chip(0x6B).readers));
        assertEquals("footlift-imu-i2c-1", chip(0x6A).readers.element().getName());
        source().close();
        chips.clear();
        urgent.clear();
        open(FOOT, OTHER_BUS);
        await(() -> urgent.size() == 2);
        assertFalse(chip(0x6A).readers.element() == chip(0x68).readers.element());
        assertEquals(List.of(Scheduling.Role.SENSOR_READER, Scheduling.Role.SENSOR_READER), List.copyOf(urgent));
    }

    @Test
    void samplesOfSeveralSensorsComeInTheOrderOfTheirTimesAndEachOnce() throws HardwareUnavailable {
        open(FOOT, OTHER_BUS);
        List<ImuSample> all = new ArrayList<>();
        await(() -> all.addAll(drain(clock.timeNs())) && all.size() > 300);
        for (ImuSite site : ImuSite.values()) {
            List<Long> times = all.stream().filter(s -> s.site == site).map(s -> s.timeNs).toList();
            assertEquals(times.stream().sorted().distinct().toList(), times);
        }
        List<ImuSample> once = drain(clock.timeNs());
        for (int i = 1; i < once.size(); i++) {
            assertTrue(once.get(i).timeNs >= once.get(i - 1).timeNs);
        }
    }

    @Test
    void whatIsStampedAfterTheTickWaitsForTheNext() throws HardwareUnavailable {
        open(FOOT);
        long nowNs = clock.timeNs();
        await(() -> source().health().getFirst().samples() > 20);
        assertTrue(drain(nowNs).stream().allMatch(s -> s.timeNs <= nowNs));
        assertTrue(drain(Long.MAX_VALUE).stream().allMatch(s -> s.timeNs > nowNs));
    }

    @Test
    void moreThanAFrameHoldsIsKeptForTheNextTick() throws HardwareUnavailable {
        open(FOOT);
        await(() -> source().health().getFirst().samples() > 100);
        List<ImuSample> first = drain(Long.MAX_VALUE);
        List<ImuSample> second = drain(Long.MAX_VALUE);
        assertEquals(SensorFrame.IMU_CAPACITY, first.size());
        assertFalse(second.isEmpty());
        assertTrue(second.getFirst().timeNs > first.getLast().timeNs);
        assertEquals(0, source().health().getFirst().overwritten());
    }

    @Test
    void aBusThatHangsHoldsUpNeitherTheLoopNorTheOtherBus() throws HardwareUnavailable {
        open(FOOT, OTHER_BUS);
        Chip foot = chip(0x6A);
        foot.hold = new CountDownLatch(1);
        await(() -> foot.holding);
        await(() -> drain(Long.MAX_VALUE).size() < SensorFrame.IMU_CAPACITY); // what came before it hung
        List<ImuSample> meanwhile = new ArrayList<>();
        await(() -> meanwhile.addAll(drain(clock.timeNs())) && meanwhile.size() > 100);
        assertTrue(meanwhile.stream().allMatch(s -> s.site == ImuSite.SHANK));
        foot.hold.countDown();
        await(() -> drain(clock.timeNs()).stream().anyMatch(s -> s.site == ImuSite.FOOT && s.valid));
    }

    @Test
    void aBusThatHangsDoesNotKeepTheProgramFromEnding() throws HardwareUnavailable {
        open(FOOT);
        Chip foot = chip(0x6A);
        foot.hold = new CountDownLatch(1);
        await(() -> foot.holding);
        source().close();
        assertTrue(foot.closed);
        assertTrue(foot.readers.element().isDaemon());
    }

    @Test
    void closingEndsTheThreadsAndReleasesTheChips() throws HardwareUnavailable {
        open(FOOT, OTHER_BUS);
        source().close();
        chips.values().forEach(c -> assertTrue(c.closed));
        chips.values().forEach(c -> c.readers.forEach(t -> assertFalse(t.isAlive())));
    }

    @Test
    void aSensorThatIsNotThereIsRefusedWithItsReasonAndNothingStaysOpen() throws HardwareUnavailable {
        ((Chip) device(1, 0x6B)).absent = true;
        HardwareUnavailable refused = assertThrows(HardwareUnavailable.class,
                () -> ImuSources.open(List.of(FOOT, SHANK), this::device, (port, _) -> {
                    throw new HardwareUnavailable(port);
                }, clock,
                        Scheduling.ORDINARY, 400_000_000));
        assertEquals("The IMU on the shank (LSM6DSO at 0x6B on I2C bus 1) does not answer (no acknowledgement). Check"
                + " its wiring, its power and its address; `i2cdetect -y 1` shows what answers on this bus.",
                refused.getMessage());
        chips.values().forEach(c -> assertTrue(c.closed));
    }

    @Test
    void aSensorWhoseBusHangsFromTheBeginningIsRefusedByItsName() throws HardwareUnavailable {
        Chip foot = (Chip) device(1, 0x6A);
        foot.hold = new CountDownLatch(1);
        HardwareUnavailable refused = assertThrows(HardwareUnavailable.class,
                () -> ImuSources.open(List.of(FOOT), this::device, (port, _) -> {
                    throw new HardwareUnavailable(port);
                }, clock, Scheduling.ORDINARY, 1_000_000));
        assertEquals("The IMU on the foot (LSM6DSO at 0x6A on I2C bus 1) does not measure, and its bus may hang."
                + " Check its wiring and its power.", refused.getMessage());
        assertTrue(foot.closed);
    }

    @Test
    void aBusThatIsNotThereIsRefusedAndWhatWasOpenIsReleased() {
        ImuPart absent = new ImuPart(ImuSite.SHANK, ImuModel.MPU6050, 200, new ImuPart.I2c(9, 0x68));
        assertEquals("There is no I2C bus 9.",
                assertThrows(HardwareUnavailable.class, () -> open(FOOT, absent)).getMessage());
        assertTrue(chip(0x6A).closed);
        ImuPart unplugged = new ImuPart(ImuSite.SHANK, ImuModel.WITMOTION, 200, new ImuPart.Serial("/dev/none"));
        assertEquals("There is no serial port /dev/none.",
                assertThrows(HardwareUnavailable.class, () -> open(unplugged)).getMessage());
    }

    @Test
    void afterABugWhatWasOpenIsReleased() {
        ImuPart broken = new ImuPart(ImuSite.SHANK, ImuModel.MPU6050, 200, new ImuPart.I2c(10, 0x68));
        assertEquals("a bug", assertThrows(IllegalStateException.class, () -> open(FOOT, broken)).getMessage());
        assertTrue(chip(0x6A).closed);
    }

    @Test
    void moreSamplesThanABusCarriesAreRefused() {
        ImuPart fast = new ImuPart(ImuSite.FOOT, ImuModel.LSM6DSO, 501, new ImuPart.I2c(1, 0x6A));
        assertEquals("The IMU on the foot (LSM6DSO at 0x6A on I2C bus 1) cannot be read more than 500 times a second."
                + " Ask for fewer samples.",
                assertThrows(HardwareUnavailable.class, () -> open(fast)).getMessage());
    }

    @Test
    void twoSensorsAtOneSiteOrOnePlaceAreRefused() {
        ImuPart sameSite = new ImuPart(ImuSite.FOOT, ImuModel.LSM6DSO, 200, new ImuPart.I2c(1, 0x6B));
        ImuPart samePlace = new ImuPart(ImuSite.SHANK, ImuModel.LSM6DSO, 100, new ImuPart.I2c(1, 0x6A));
        for (ImuPart second : List.of(sameSite, samePlace)) {
            assertTrue(String.valueOf(assertThrows(HardwareUnavailable.class, () -> open(FOOT, second)).getMessage())
                    .endsWith(" is asked for twice. Give each IMU a site and a place of its own."));
        }
    }

    @Test
    void aModelIsReachedTheWayItIs() {
        assertThrows(IllegalArgumentException.class,
                () -> new ImuPart(ImuSite.FOOT, ImuModel.WITMOTION, 100, new ImuPart.I2c(1, 0x68)));
        assertThrows(IllegalArgumentException.class,
                () -> new ImuPart(ImuSite.FOOT, ImuModel.ICM20948, 100, new ImuPart.Serial("/dev/ttyUSB0")));
    }

    @Test
    void aDriverThatFailsIsSaidToHaveABugAndItsSamplesAge() throws HardwareUnavailable {
        open(FOOT);
        Thread reader = chip(0x6A).readers.element();
        reader.setUncaughtExceptionHandler((_, _) -> {}); // the stack goes nowhere here
        chip(0x6A).bug = new IllegalStateException("no such thing");
        await(() -> !reader.isAlive());
        assertEquals("The IMU on the foot (LSM6DSO at 0x6A on I2C bus 1) is not read any more: its driver failed"
                + " (java.lang.IllegalStateException: no such thing). Report this as a bug.",
                source().complaint());
        assertFalse(drain(Long.MAX_VALUE).getLast().valid);
    }

    @Test
    void drainingAllocatesNothing() throws HardwareUnavailable {
        open(FOOT, OTHER_BUS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) { // the compiler, too, allocates now and then
            int samples = 0;
            long before = threads.getThreadAllocatedBytes(id);
            while (samples < 100) {
                frame.clear();
                source().drain(clock.timeNs(), frame);
                samples += frame.imuCount();
            }
            bytes = Math.min(bytes, threads.getThreadAllocatedBytes(id) - before);
        }
        assertTrue(bytes < 100, "bytes " + bytes);
    }

    @Test
    void aPortIsOpenedByItsName() throws HardwareUnavailable {
        List<String> ports = new ArrayList<>();
        ImuPart part = new ImuPart(ImuSite.FOOT, ImuModel.WITMOTION, 100, new ImuPart.Serial("/dev/wit"));
        MadeUpTime time = new MadeUpTime();
        FakeWit wit = new FakeWit(time);
        opened = ImuSources.open(List.of(part), this::device, (port, line) -> {
            ports.add(port + " " + line.baud());
            return wit;
        }, time, Scheduling.ORDINARY);
        assertEquals(List.of("/dev/wit 115200"), ports);
        assertTrue(drain(Long.MAX_VALUE).getFirst().valid);
        source().close();
        assertTrue(wit.closed);
    }
}
