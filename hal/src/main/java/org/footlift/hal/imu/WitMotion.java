package org.footlift.hal.imu;

import org.footlift.hal.Clock;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.SerialLink;
import org.jspecify.annotations.Nullable;

/**
 * A WitMotion sensor on a serial port, which sends by itself. A measurement is an acceleration frame and the rate frame directly behind it. A port
 * that has gone is opened again, a sensor that was silent is set up again.
 */
final class WitMotion implements ImuDriver {
    /** A port that cannot be opened is tried again after this. */
    static final long AGAIN_NS = 1_000_000_000;
    /** A sensor that sends nothing usable for so long has stopped; three periods of the slowest rate. */
    static final long SILENT_NS = 300_000_000;
    /** A sensor that sends too slowly is told its rate again, at most this often. */
    static final long SLOW_AGAIN_NS = 10_000_000_000L;

    static final double RANGE_DPS = 2_000;
    static final double RANGE_G = 16;
    private static final double STEPS = 32_768;
    private static final int SET_BYTES = 2 * WitFrames.LENGTH;
    private static final int BITS_PER_BYTE = 10;
    private static final int TIMES_TOLD = 3;
    private static final int BUFFER = 1_024;

    private final ImuPart.Serial at;
    private final SerialLink.Opener opener;
    private final Clock clock;
    private final WitSetup setup;
    private final ImuFeed feed;
    private final long periodNs;
    private final WitFrames frames = new WitFrames();
    private final byte[] bytes = new byte[BUFFER];
    private final int[] raw = new int[6];

    private volatile @Nullable SerialLink link;
    private volatile boolean closed;
    private boolean isSet;
    private int told;
    private boolean haveAcc;
    private long openAgainNs;
    private long toldNs;
    private long framedNs;
    private long stampNs = Long.MIN_VALUE;

    private WitMotion(ImuPart part, ImuPart.Serial at, SerialLink.Opener opener, Clock clock)
            throws HardwareUnavailable {
        this.at = at;
        this.opener = opener;
        this.clock = clock;
        if (!(part.rateHz() > 0 && part.rateHz() <= WitSetup.fastestHz())) {
            throw new HardwareUnavailable(
                    part + " cannot measure more than 200 times a second. Ask for fewer samples.");
        }
        setup = new WitSetup(part.rateHz());
        if (setup.rateHz() * SET_BYTES * BITS_PER_BYTE > at.baud()) {
            throw new HardwareUnavailable(part + " cannot send " + Math.round(setup.rateHz()) + " samples a second at "
                    + at.baud() + " baud. Set it to 115200 with its maker's program, and so in the profile.");
        }
        periodNs = Math.round(1e9 / setup.rateHz());
        feed = new ImuFeed(part, RANGE_DPS / STEPS, RANGE_G / STEPS, setup.rateHz(), false);
    }

    /** Opens the port. */
    static WitMotion open(ImuPart part, ImuPart.Serial at, SerialLink.Opener opener, Clock clock)
            throws HardwareUnavailable {
        WitMotion driver = new WitMotion(part, at, opener, clock);
        driver.reopen();
        return driver;
    }

    private void reopen() throws HardwareUnavailable {
        link = opener.open(at.port(), new SerialLink.Line(at.baud(), SerialLink.Parity.NONE, 1, false));
        haveAcc = false;
        setUp(clock.timeNs());
    }

    private void setUp(long nowNs) {
        isSet = false;
        told = 0;
        framedNs = nowNs;
        toldNs = nowNs;
        setup.begin(nowNs);
    }

    @Override
    public ImuFeed feed() {
        return feed;
    }

    @Override
    public long poll() {
        long nowNs = clock.timeNs();
        SerialLink open = link;
        if (closed || (open == null && nowNs < openAgainNs)) {
            return nowNs + AGAIN_NS;
        }
        try {
            if (open == null) {
                reopen();
                return nowNs;
            }
            say(open, nowNs);
            hear(open);
        } catch (HardwareUnavailable unavailable) {
            gone("cannot be reached: " + unavailable.getMessage());
        } catch (SerialLink.Lost lost) {
            gone("cannot be reached: " + lost.getMessage() + " Plug it in again.");
        }
        return nowNs;
    }

    private void gone(String why) {
        long nowNs = clock.timeNs();
        feed.interrupt(nowNs, why);
        SerialLink lost = link;
        if (lost != null) {
            lost.close();
        }
        link = null;
        openAgainNs = nowNs + AGAIN_NS;
    }

    private void say(SerialLink open, long nowNs) throws SerialLink.Lost {
        byte[] command = setup.command(nowNs);
        if (command != null) {
            open.write(command, command.length);
        } else if (!setup.over(nowNs)) {
            return;
        } else if (!setup.kept() && told < TIMES_TOLD) {
            told++;
            setup.begin(nowNs);
        } else {
            isSet = true;
            if (feed.slow() && nowNs - toldNs > SLOW_AGAIN_NS) {
                toldNs = nowNs;
                setup.begin(nowNs); // meanwhile its samples are better than none
            }
        }
    }

    private void hear(SerialLink open) throws SerialLink.Lost {
        int count = open.read(bytes);
        long arrivedNs = clock.timeNs();
        for (int i = 0; i < count; i++) {
            int type = frames.take(bytes[i]);
            if (type != WitFrames.NONE) {
                // What came in one piece was sent a period apart; the adapter or the system kept it.
                frame(type, arrivedNs - (count - 1 - i) / SET_BYTES * periodNs, arrivedNs);
            }
        }
        if (arrivedNs - framedNs > SILENT_NS) {
            feed.interrupt(arrivedNs, count > 0
                    ? "sends what cannot be read. It is set to another baud rate than " + at.baud()
                            + ", or is another device."
                    : "sends nothing. Check its cable and its power, and that it is set to " + at.baud() + " baud.");
            isSet = false;
            framedNs = arrivedNs;
            if (setup.over(arrivedNs)) {
                setUp(arrivedNs);
            }
        }
    }

    private void frame(int type, long sentNs, long arrivedNs) {
        if (type == WitFrames.REGISTERS) {
            setup.answer(frames, arrivedNs);
        } else if (type == WitFrames.ACC) {
            keep(3);
            haveAcc = true;
        } else if (type == WitFrames.GYRO && haveAcc && !frames.skipped()) {
            keep(0);
            haveAcc = false;
            framedNs = arrivedNs;
            if (isSet) {
                stampNs = Math.max(sentNs, stampNs + 1);
                feed.offer(stampNs, raw);
            }
        } else {
            haveAcc = false;
        }
    }

    private void keep(int from) {
        for (int axis = 0; axis < 3; axis++) {
            raw[from + axis] = frames.word(axis);
        }
    }

    @Override
    public void close() {
        closed = true;
        SerialLink open = link;
        if (open != null) {
            open.close();
        }
    }
}
