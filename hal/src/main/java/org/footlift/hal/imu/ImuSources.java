package org.footlift.hal.imu;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footlift.hal.Clock;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.ImuSite;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SerialLink;

/** Opens inertial sensors. */
public final class ImuSources {
    /** More samples than this leave the bus no time for a second chip, and no gait needs them. */
    static final double FASTEST_I2C_HZ = 500;
    /** The slowest of them is ready in a third of this. */
    private static final long READY_WITHIN_NS = 3_000_000_000L;

    private ImuSources() {}

    /**
     * Sets the sensors up and returns when each of them has measured.
     *
     * @param parts what to read, one per site
     * @param clock stamps the samples; it must run by itself
     * @param scheduling what the reading threads enter
     * @throws HardwareUnavailable when one does not measure within three seconds, or cannot as fast as is asked, with what to do about it; nothing
     *     stays open
     */
    public static ImuSource open(List<ImuPart> parts, I2cDevice.Opener i2c, SerialLink.Opener serial, Clock clock,
            Scheduling scheduling) throws HardwareUnavailable {
        return open(parts, i2c, serial, clock, scheduling, READY_WITHIN_NS);
    }

    /** The same with another patience, nanoseconds. */
    static ImuSource open(List<ImuPart> parts, I2cDevice.Opener i2c, SerialLink.Opener serial, Clock clock,
            Scheduling scheduling, long readyWithinNs) throws HardwareUnavailable {
        checkApart(parts);
        Map<String, List<ImuDriver>> byPlace = new LinkedHashMap<>();
        List<ImuFeed> feeds = new ArrayList<>();
        try {
            for (ImuPart part : parts) {
                ImuDriver driver = driver(part, i2c, serial, clock);
                byPlace.computeIfAbsent(place(part), _ -> new ArrayList<>()).add(driver);
                feeds.add(driver.feed());
            }
        } catch (HardwareUnavailable | RuntimeException failed) {
            byPlace.values().forEach(drivers -> drivers.forEach(ImuDriver::close));
            throw failed;
        }
        List<ImuReader> readers = new ArrayList<>();
        byPlace.forEach((place, drivers) -> readers.add(new ImuReader(place, drivers, clock, scheduling)));
        ImuSource source = new ImuSource(readers, feeds);
        try {
            awaitFirst(feeds, readyWithinNs);
        } catch (HardwareUnavailable | RuntimeException failed) {
            source.close();
            throw failed;
        }
        return source;
    }

    private static void checkApart(List<ImuPart> parts) throws HardwareUnavailable {
        Set<ImuSite> sites = EnumSet.noneOf(ImuSite.class);
        Set<String> places = new HashSet<>();
        for (ImuPart part : parts) {
            if (!sites.add(part.site()) || !places.add(part.connection() instanceof ImuPart.I2c at
                    ? at.bus() + ":" + at.address()
                    : place(part))) {
                throw new HardwareUnavailable(
                        part + " is asked for twice. Give each IMU a site and a place of its own.");
            }
        }
    }

    /** Of the bus or the port; its thread is named after it. */
    private static String place(ImuPart part) {
        return switch (part.connection()) {
            case ImuPart.I2c at -> "i2c-" + at.bus();
            case ImuPart.Serial at -> at.port();
        };
    }

    private static ImuDriver driver(ImuPart part, I2cDevice.Opener i2c, SerialLink.Opener serial, Clock clock)
            throws HardwareUnavailable {
        return switch (part.connection()) {
            case ImuPart.I2c at -> {
                ChipSheet sheet = sheet(part);
                yield new I2cImu(part, at, sheet, i2c.open(at.bus(), at.address()), clock);
            }
            case ImuPart.Serial at -> WitMotion.open(part, at, serial, clock);
        };
    }

    private static ChipSheet sheet(ImuPart part) throws HardwareUnavailable {
        if (!(part.rateHz() > 0 && part.rateHz() <= FASTEST_I2C_HZ)) {
            throw new HardwareUnavailable(
                    part + " cannot be read more than 500 times a second. Ask for fewer samples.");
        }
        ImuRange range = ImuRange.of(part.site());
        return switch (part.model()) {
            case LSM6DSO -> Lsm6dso.sheet(part.rateHz(), range);
            case MPU6050 -> Mpu6050.sheet(part.rateHz(), range);
            case ICM20948 -> Icm20948.sheet(part.rateHz(), range);
            case WITMOTION -> throw new IllegalArgumentException("a WitMotion sensor is on no bus");
        };
    }

    private static void awaitFirst(List<ImuFeed> feeds, long withinNs) throws HardwareUnavailable {
        long untilNs = System.nanoTime() + withinNs;
        for (ImuFeed feed : feeds) {
            boolean measured = false;
            try {
                measured = feed.awaitFirst(untilNs - System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!measured) {
                String complaint = feed.health().complaint();
                throw new HardwareUnavailable(complaint.isEmpty()
                        ? feed + " does not measure, and its bus may hang. Check its wiring and its power."
                        : complaint);
            }
        }
    }
}
