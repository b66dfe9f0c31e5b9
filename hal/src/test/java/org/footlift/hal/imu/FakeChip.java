package org.footlift.hal.imu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.footlift.hal.Clock;
import org.footlift.hal.I2cDevice;

/**
 * A chip made of registers, after IMUS.md: it does what is written there and nothing that the driver says of it. Measures what moves it in the
 * range and at the rate that its registers ask for, and can fail in the ways in which chips and buses fail.
 */
abstract class FakeChip implements I2cDevice {
    /** What moves it: degrees per second and standard gravities, by the number of the measurement since it was made. */
    interface Motion {
        void at(long number, double[] gyroDps, double[] accG);
    }

    private static final long TRANSFER_NS = 100_000;
    private static final long BYTE_NS = 25_000;

    final Clock clock;
    private final LongConsumer pass;
    final List<String> written = new ArrayList<>();
    private final double[] gyroDps = new double[3];
    private final double[] accG = new double[3];
    private final byte[] data = new byte[12];
    Motion motion = FakeChip::walk;

    int identity;
    int refusals;
    boolean gone;
    long hangNs;
    long burstHangNs;
    int cutShort;
    int flood = -1;
    boolean frozen;
    boolean wontMeasure;
    int wrongReads;
    boolean closed;
    int transfers;
    long lastBurstNs;

    private long number;
    private long startedNs = Long.MIN_VALUE;
    private long measured;
    boolean fresh;

    /** {@code pass} lets time go by; transfers take some. */
    FakeChip(int identity, Clock clock, LongConsumer pass) {
        this.identity = identity;
        this.clock = clock;
        this.pass = pass;
    }

    /** A foot that turns and feels gravity, never twice the same. */
    static void walk(long number, double[] gyroDps, double[] accG) {
        gyroDps[0] = number % 100;
        gyroDps[1] = 100 + number % 50;
        gyroDps[2] = -number % 70 - 1;
        accG[0] = 0.01 * (number % 10);
        accG[1] = -0.25;
        accG[2] = 1 + 0.01 * (number % 7);
    }

    /** As after power-up. */
    abstract void powerUp();

    /** Measurements a second as the registers ask for; 0 for none. */
    abstract double rateHz();

    abstract double gyroStepsPerDps();

    abstract double accStepsPerG();

    /** The register now; it may change by being read. */
    abstract int get(int register);

    abstract void set(int register, int value);

    /** True when this register is part of a measurement. */
    abstract boolean isData(int register);

    /** Which register comes after. */
    int next(int register) {
        return register + 1;
    }

    /** Rates x, y, z, then forces x, y, z: steps of the newest measurement, high byte first. */
    int data(int index) {
        return data[index] & 0xFF;
    }

    /** Number of the newest measurement since the chip was made. */
    long number() {
        return number;
    }

    final void powerCut() {
        startedNs = Long.MIN_VALUE;
        fresh = false;
        if (!frozen) { // broken for good
            Arrays.fill(data, (byte) 0);
        }
        powerUp();
    }

    @Override
    public void read(int register, byte[] into, int count) throws Failed {
        begin();
        int at = register;
        boolean burst = count > 1;
        if (burst) {
            lastBurstNs = clock.timeNs();
            pass.accept(burstHangNs);
            burstHangNs = 0;
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) get(at);
            at = next(at);
        }
        finish(count);
        if (burst) {
            spoil(bytes);
        } else if (wrongReads > 0) {
            wrongReads--;
            bytes[0] ^= 0x40;
        }
        System.arraycopy(bytes, 0, into, 0, count);
    }

    private void spoil(byte[] bytes) {
        if (flood >= 0) {
            Arrays.fill(bytes, (byte) flood);
        }
        if (cutShort > 0) {
            Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0xFF);
            cutShort--;
        }
    }

    @Override
    public void write(int register, byte[] bytes, int count) throws Failed {
        begin();
        for (int i = 0; i < count; i++) {
            written.add(String.format("%02X=%02X", register + i, bytes[i] & 0xFF));
            set(register + i, bytes[i] & 0xFF);
        }
        finish(count);
    }

    private void begin() throws Failed {
        transfers++;
        if (refusals > 0 || gone) {
            refusals--;
            pass.accept(TRANSFER_NS);
            throw new Failed("no acknowledgement");
        }
        if (hangNs > 0) {
            long longNs = hangNs;
            hangNs = 0;
            pass.accept(longNs);
        }
        pass.accept(TRANSFER_NS);
        measure();
    }

    private void finish(int count) {
        pass.accept(count * BYTE_NS);
    }

    private void measure() {
        double rateHz = wontMeasure ? 0 : rateHz();
        if (rateHz == 0) {
            startedNs = Long.MIN_VALUE;
            return;
        }
        if (startedNs == Long.MIN_VALUE) {
            startedNs = clock.timeNs();
            measured = 0;
        }
        long now = (long) ((clock.timeNs() - startedNs) * rateHz / 1e9);
        if (now == measured) {
            return;
        }
        number += now - measured;
        measured = now;
        fresh = true;
        if (!frozen) {
            motion.at(number, gyroDps, accG);
            for (int axis = 0; axis < 3; axis++) {
                put(axis, gyroDps[axis] * gyroStepsPerDps());
                put(3 + axis, accG[axis] * accStepsPerG());
            }
        }
    }

    private void put(int index, double steps) {
        short value = (short) Math.clamp(Math.round(steps), Short.MIN_VALUE, Short.MAX_VALUE);
        data[2 * index] = (byte) (value >> 8);
        data[2 * index + 1] = (byte) value;
    }

    @Override
    public void close() {
        closed = true;
    }
}
