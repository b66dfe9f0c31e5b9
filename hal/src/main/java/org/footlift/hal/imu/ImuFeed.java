package org.footlift.hal.imu;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.footlift.hal.ImuSample;

/**
 * What one sensor gives: samples in their units, and how it is doing. A driver fills it on its thread, the control loop empties the ring, anybody
 * may ask for the health. Allocates nothing while the sensor measures.
 *
 * <p>A sample with a value at the end of its range stays a measurement and is counted: its sign and that it is large are right, which is all that
 * the detector asks of a peak, while a gap would hide the push-off or the strike itself.
 */
final class ImuFeed {
    /** Slower than this share of its rate is worth a word. */
    private static final double SLOW_SHARE = 0.8;

    private final ImuPart part;
    private final double gyroDpsPerStep;
    private final double accMps2PerStep;
    private final double rateHz;
    private final SampleCheck check;
    private final SampleRing ring = new SampleRing();
    private final ImuSample sample = new ImuSample();
    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicLong samples = new AtomicLong();
    private final AtomicLong clipped = new AtomicLong();
    private final AtomicLong interruptions = new AtomicLong();
    private volatile boolean measuring;
    private volatile String complaint = "";
    private boolean saidSlow;

    /**
     * Before the first sample.
     *
     * @param rateHz samples a second to be expected
     * @param gyroIsNeverStill see {@link SampleCheck}
     */
    ImuFeed(ImuPart part, double gyroDpsPerStep, double accGPerStep, double rateHz, boolean gyroIsNeverStill) {
        this.part = part;
        this.gyroDpsPerStep = gyroDpsPerStep;
        this.accMps2PerStep = accGPerStep * ImuRange.GRAVITY_MPS2;
        this.rateHz = rateHz;
        check = new SampleCheck(accGPerStep, gyroIsNeverStill);
        sample.site = part.site();
    }

    /** The feed of a chip that measures as its sheet says. */
    ImuFeed(ImuPart part, ChipSheet sheet) {
        this(part, sheet.gyroDpsPerStep(), sheet.accGPerStep(), sheet.rateHz(), true);
    }

    /** Takes rates x, y, z and forces x, y, z as the sensor gave them, measured at {@code timeNs}. Driver only. */
    SampleCheck.Verdict offer(long timeNs, int[] raw) {
        SampleCheck.Verdict verdict = check.judge(timeNs, raw);
        if (verdict != SampleCheck.Verdict.USABLE) {
            if (verdict != SampleCheck.Verdict.IMPLAUSIBLE) { // whose second must go on, or it would never be found mended
                check.restartWindow();
            }
            gap(timeNs, verdict.text());
            return verdict;
        }
        sample.timeNs = timeNs;
        sample.valid = true;
        sample.gyroXDps = (float) (raw[0] * gyroDpsPerStep);
        sample.gyroYDps = (float) (raw[1] * gyroDpsPerStep);
        sample.gyroZDps = (float) (raw[2] * gyroDpsPerStep);
        sample.accXMps2 = (float) (raw[3] * accMps2PerStep);
        sample.accYMps2 = (float) (raw[4] * accMps2PerStep);
        sample.accZMps2 = (float) (raw[5] * accMps2PerStep);
        ring.put(sample);
        samples.incrementAndGet();
        if (SampleCheck.clipped(raw)) {
            clipped.incrementAndGet();
        }
        measuring = true;
        first.countDown();
        judgeRate();
        return verdict;
    }

    private void judgeRate() {
        double measuredHz = check.rateHz();
        if (measuredHz >= SLOW_SHARE * rateHz) {
            if (!complaint.isEmpty()) {
                complaint = "";
                saidSlow = false;
            }
        } else if (measuredHz > 0 && !saidSlow) { // also in place of a cause that has gone
            saidSlow = true;
            complaint = part + String.format(Locale.ROOT, " gives %.0f samples a second, and %.0f are wanted. %s",
                    measuredHz, rateHz, part.connection() instanceof ImuPart.Serial
                            ? "Set it to a faster line and rate with its maker's program."
                            : "Make the bus faster: dtparam=i2c_arm_baudrate=400000 in /boot/firmware/config.txt.");
        }
    }

    /** True when the last whole second without a gap brought too few samples. Driver only. */
    boolean slow() {
        return check.rateHz() > 0 && check.rateHz() < SLOW_SHARE * rateHz;
    }

    /** No measurement from {@code timeNs} on; one sample says so. {@code why} follows the name of the sensor. Driver only. */
    void interrupt(long timeNs, String why) {
        check.restartWindow();
        gap(timeNs, why);
    }

    private void gap(long timeNs, String why) {
        complaint = part + " " + why;
        saidSlow = false;
        if (measuring) {
            measuring = false;
            interruptions.incrementAndGet();
            sample.timeNs = timeNs;
            sample.valid = false;
            ring.put(sample);
        }
    }

    /** Moves the oldest sample into {@code into}; false when there is none. Control loop only. */
    boolean take(ImuSample into) {
        return ring.take(into);
    }

    /** Waits for the first measurement; false when it did not come. */
    boolean awaitFirst(long ns) throws InterruptedException {
        return first.await(ns, TimeUnit.NANOSECONDS);
    }

    /** What a message calls its sensor. */
    @Override
    public String toString() {
        return part.toString();
    }

    /** How it is doing. Any thread; allocates. */
    ImuHealth health() {
        return new ImuHealth(part.site(), measuring, samples.get(), clipped.get(), interruptions.get(), ring.lost(),
                complaint);
    }
}
