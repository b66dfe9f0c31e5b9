package org.footlift.hal.imu;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.footlift.hal.SerialLink;

/** A WT901 as it comes: ten slow sets a second of everything; it loses commands that come too fast or before it is unlocked. */
final class FakeWit implements SerialLink {
    private static final long MS = MadeUpTime.MS;

    final MadeUpTime time;
    FakeChip.Motion motion = FakeChip::walk;
    int[] registers;
    boolean answers = true;
    boolean silent;
    boolean garbage;
    boolean gone;
    boolean deaf;
    int setsAtOnce = 1;
    int damaged;
    int lostAccelerations;
    int tooFast;
    int commands;
    boolean closed;
    long number;

    private final ByteArrayOutputStream toHost = new ByteArrayOutputStream();
    private byte[] waiting = {};
    private final double[] gyroDps = new double[3];
    private final double[] accG = new double[3];
    private boolean unlocked;
    private long commandNs = Long.MIN_VALUE / 2;
    private long setNs;

    FakeWit(MadeUpTime time) {
        this.time = time;
        powerUp();
    }

    void powerUp() {
        registers = new int[0x80];
        registers[0x02] = 0x1E;
        registers[0x03] = 0x06;
        registers[0x1F] = 4;
        unlocked = false;
        setNs = time.timeNs();
    }

    private long periodNs() {
        return switch (registers[0x03]) {
            case 0x07 -> 50 * MS;
            case 0x08 -> 20 * MS;
            case 0x09 -> 10 * MS;
            case 0x0B -> 5 * MS;
            default -> 100 * MS;
        };
    }

    @Override
    public void write(byte[] bytes, int count) throws Lost {
        if (gone) {
            throw new Lost("/dev/wit");
        }
        commands++;
        boolean early = time.timeNs() - commandNs < 100 * MS;
        commandNs = time.timeNs();
        int register = bytes[2] & 0xFF;
        int value = (bytes[3] & 0xFF) | (bytes[4] & 0xFF) << 8;
        if (count != 5 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != 0xAA || early) {
            tooFast++;
        } else if (register == 0x69 && value == 0xB588) {
            unlocked = true;
        } else if (register == 0x27 && answers) {
            frame(0x5F, registers[value], registers[value + 1], registers[value + 2], registers[value + 3]);
        } else if (unlocked && !deaf && register != 0x27) {
            registers[register] = value;
        }
    }

    @Override
    public int read(byte[] into) throws Lost {
        if (gone) {
            throw new Lost("/dev/wit");
        }
        long untilNs = time.timeNs() + 100 * MS;
        for (int sets = 0; waiting.length == 0 && setNs + periodNs() <= untilNs;) {
            setNs += periodNs();
            time.passUntil(setNs);
            if (!silent) {
                send();
            }
            if (++sets >= setsAtOnce) {
                waiting = toHost.toByteArray();
                toHost.reset();
            }
        }
        if (waiting.length == 0) {
            time.passUntil(untilNs);
        }
        int count = Math.min(into.length, waiting.length);
        System.arraycopy(waiting, 0, into, 0, count);
        waiting = Arrays.copyOfRange(waiting, count, waiting.length);
        return count;
    }

    private void send() {
        motion.at(++number, gyroDps, accG);
        if (garbage) {
            toHost.writeBytes(new byte[]{0x12, 0x55, 0x13, 0x14});
            return;
        }
        if ((registers[0x02] & 0x02) != 0 && lostAccelerations-- <= 0) {
            frame(0x51, acc(0), acc(1), acc(2), 2_500);
        }
        if ((registers[0x02] & 0x04) != 0) {
            frame(0x52, gyro(0), gyro(1), gyro(2), 0);
        }
        if ((registers[0x02] & 0x08) != 0) {
            frame(0x53, 1, 2, 3, 4);
        }
    }

    private int acc(int axis) {
        return Math.clamp(Math.round(accG[axis] / 16 * 32_768), -32_768, 32_767);
    }

    private int gyro(int axis) {
        return Math.clamp(Math.round(gyroDps[axis] / 2_000 * 32_768), -32_768, 32_767);
    }

    private void frame(int type, int... words) {
        byte[] bytes = new byte[11];
        bytes[0] = 0x55;
        bytes[1] = (byte) type;
        for (int i = 0; i < 4; i++) {
            bytes[2 + 2 * i] = (byte) words[i];
            bytes[3 + 2 * i] = (byte) (words[i] >> 8);
        }
        for (int i = 0; i < 10; i++) {
            bytes[10] += bytes[i];
        }
        if (damaged > 0) {
            damaged--;
            bytes[5] ^= 0x10;
        }
        toHost.writeBytes(bytes);
    }

    @Override
    public void discard() {
        toHost.reset();
    }

    @Override
    public void close() {
        closed = true;
    }
}
