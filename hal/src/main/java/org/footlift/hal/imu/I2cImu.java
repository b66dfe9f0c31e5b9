package org.footlift.hal.imu;

import java.util.Locale;
import org.footlift.hal.Clock;
import org.footlift.hal.I2cDevice;

/**
 * A chip on an I2C bus. It is identified, set up and read back from whatever state it was in, and then read when it says that it has measured:
 * its own clock is the pace, so that no sample is missed and none comes twice. Waiting is a time at which to go on, never a sleep. When the chip
 * does not answer it is asked again; when it answers and is not as it was set, it is set up anew.
 */
final class I2cImu implements ImuDriver {
    /** Something that is not answered, or not as it should be, is tried again after this. */
    static final long AGAIN_NS = 100_000_000;
    /** How often it is looked whether the chip has reset itself. */
    static final long WATCH_NS = 1_000_000_000;
    /** A transfer that took longer has hung on the way: what it brought is of no known time, and not to be trusted. */
    static final long HUNG_NS = 50_000_000;
    /** A chip that answers and does not measure for so long is set up anew; three periods where they are longer. */
    static final long SILENT_NS = 50_000_000;

    private static final long STEP_NS = 1_000_000;
    /** Transfers that may fail in a row before the chip is taken for a new one: a plug that bounces needs no reset, which takes longer. */
    private static final int FAILURES = 10;
    /** Part of a period to leave the chip alone after a sample: a chip may be faster than it says by more than it ever is. */
    private static final int REST_EIGHTHS = 6;
    private static final int EIGHTH = 8;

    private final ImuPart part;
    private final ImuPart.I2c at;
    private final ChipSheet sheet;
    private final I2cDevice device;
    private final Clock clock;
    private final ImuFeed feed;
    private final long periodNs;
    private final long silentNs;
    private final byte[] one = new byte[1];
    private final byte[] burst;
    private final int[] raw = new int[6];

    private boolean measuring;
    private int step;
    private long stepNs;
    private int identity;
    private int failures;
    private long dueNs;
    private long watchNs;
    private long measuredNs;

    I2cImu(ImuPart part, ImuPart.I2c at, ChipSheet sheet, I2cDevice device, Clock clock) {
        this.part = part;
        this.at = at;
        this.sheet = sheet;
        this.device = device;
        this.clock = clock;
        feed = new ImuFeed(part, sheet);
        periodNs = Math.round(1e9 / sheet.rateHz());
        silentNs = Math.max(SILENT_NS, 3 * periodNs);
        burst = new byte[sheet.length()];
        dueNs = clock.timeNs();
        stepNs = dueNs;
    }

    @Override
    public ImuFeed feed() {
        return feed;
    }

    @Override
    public void close() {
        device.close();
    }

    @Override
    public long poll() {
        if (clock.timeNs() >= dueNs) {
            try {
                dueNs = measuring ? measure() : setUp();
                failures = 0;
            } catch (I2cDevice.Failed failed) {
                dueNs = unanswered(failed);
            }
        }
        return dueNs;
    }

    private long unanswered(I2cDevice.Failed failed) {
        long nowNs = clock.timeNs();
        feed.interrupt(nowNs,
                "does not answer (" + failed.getMessage()
                        + "). Check its wiring, its power and its address; `i2cdetect -y "
                        + at.bus() + "` shows what answers on this bus.");
        failures++;
        measuredNs = nowNs;
        watchNs = nowNs; // it may have lost its power meanwhile
        if (measuring && failures < FAILURES) {
            return nowNs + periodNs;
        }
        return beginAnew(nowNs + AGAIN_NS);
    }

    /** Everything from the identity on, at {@code whenNs}. */
    private long beginAnew(long whenNs) {
        measuring = false;
        step = 0;
        stepNs = whenNs;
        return whenNs;
    }

    private long wrong(String why, long againNs) {
        long nowNs = clock.timeNs();
        feed.interrupt(nowNs, why);
        return beginAnew(nowNs + againNs);
    }

    private long setUp() throws I2cDevice.Failed {
        if (step == sheet.setup().size()) {
            measuring = true;
            measuredNs = clock.timeNs();
            watchNs = measuredNs + WATCH_NS;
            return measuredNs;
        }
        return switch (sheet.setup().get(step)) {
            case SetupStep.Identify _ -> identify();
            case SetupStep.Write write -> {
                write(write.register(), write.value());
                yield done();
            }
            case SetupStep.Configure set -> configure(set.register(), set.value());
            case SetupStep.ConfigureUnless set -> identity == set.identity()
                    ? done()
                    : configure(set.register(), set.value());
            case SetupStep.SetBits set -> configure(set.register(), read(set.register()) | set.bits());
            case SetupStep.AwaitClear await -> await(await);
            case SetupStep.Wait wait -> done() + wait.ns();
        };
    }

    private long done() {
        step++;
        stepNs = clock.timeNs();
        return stepNs;
    }

    private long identify() throws I2cDevice.Failed {
        identity = read(sheet.identityRegister());
        if (sheet.identities().contains(identity)) {
            return done();
        }
        StringBuilder known = new StringBuilder();
        for (int each : sheet.identities()) {
            known.append(known.isEmpty() ? "" : " or ").append(hex(each));
        }
        return wrong("calls itself " + hex(identity) + ", and such a chip says " + known
                + ". Name the model and the address that are there.", AGAIN_NS);
    }

    private long configure(int register, int value) throws I2cDevice.Failed {
        write(register, value);
        int kept = read(register);
        if (kept != value) {
            return wrong("does not keep what it is set to: register " + hex(register) + " is " + hex(kept)
                    + " and should be " + hex(value) + ". Check its wiring, or the model in the profile.", AGAIN_NS);
        }
        return done();
    }

    private long await(SetupStep.AwaitClear await) throws I2cDevice.Failed {
        if ((read(await.register()) & await.bits()) == 0) {
            return done();
        }
        long nowNs = clock.timeNs();
        return nowNs - stepNs <= await.withinNs()
                ? nowNs + STEP_NS
                : wrong("does not end its reset. Take its power away and give it back.", AGAIN_NS);
    }

    private long measure() throws I2cDevice.Failed {
        long nowNs = clock.timeNs();
        if (nowNs >= watchNs) {
            if (!asItWasSet()) {
                return wrong("had reset itself and is set up anew. Check its power.", 0);
            }
            watchNs = nowNs + WATCH_NS;
        }
        if ((read(sheet.statusRegister()) & sheet.statusBits()) != sheet.statusBits()) {
            return nowNs - measuredNs > silentNs
                    ? wrong("has stopped measuring and is set up anew. Check its power.", 0)
                    : nowNs + periodNs / EIGHTH;
        }
        long beganNs = clock.timeNs();
        device.read(sheet.firstRegister(), burst, burst.length);
        requirePrompt(beganNs);
        measuredNs = beganNs;
        sheet.decode(burst, raw);
        return switch (feed.offer(beganNs, raw)) {
            case NOTHING, STUCK, JAMMED -> beginAnew(beganNs);
            case USABLE, CUT_SHORT, IMPLAUSIBLE -> beganNs + periodNs * REST_EIGHTHS / EIGHTH;
        };
    }

    private boolean asItWasSet() throws I2cDevice.Failed {
        for (int i = 0; i < sheet.watched().size(); i++) {
            SetupStep.Configure set = sheet.watched().get(i);
            if (read(set.register()) != set.value()) {
                return false;
            }
        }
        return true;
    }

    private int read(int register) throws I2cDevice.Failed {
        long beganNs = clock.timeNs();
        device.read(register, one, 1);
        requirePrompt(beganNs);
        return one[0] & 0xFF;
    }

    private void write(int register, int value) throws I2cDevice.Failed {
        long beganNs = clock.timeNs();
        one[0] = (byte) value;
        device.write(register, one, 1);
        requirePrompt(beganNs);
    }

    private void requirePrompt(long beganNs) throws I2cDevice.Failed {
        if (clock.timeNs() - beganNs > HUNG_NS) {
            throw new I2cDevice.Failed("the bus hung");
        }
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "0x%02X", value);
    }

    @Override
    public String toString() {
        return part.toString();
    }
}
