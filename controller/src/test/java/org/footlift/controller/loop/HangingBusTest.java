package org.footlift.controller.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.footlift.config.DetectorSettings;
import org.footlift.controller.Controller;
import org.footlift.controller.Profile;
import org.footlift.hal.Clock;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.HeartbeatLine;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.ImuSite;
import org.footlift.hal.Pacer;
import org.footlift.hal.Panel;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SensorSource;
import org.footlift.hal.Stimulator;
import org.footlift.hal.imu.ImuModel;
import org.footlift.hal.imu.ImuPart;
import org.footlift.hal.imu.ImuSource;
import org.footlift.hal.imu.ImuSources;
import org.footlift.hal.linux.SystemTime;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The real loop and the thread that reads the real driver, on a bus that hangs in whatever transfer comes. A transfer that hangs goes on only after
 * the loop has ticked for more than a second: a loop that waited for the bus would never end, and no time of a busy machine need be asserted.
 */
@Timeout(120)
class HangingBusTest {
    private static final int RATE_HZ = 200;
    private static final int TICKS_HUNG = RATE_HZ + RATE_HZ / 5;
    private static final int HANGS = 3;

    private final Random random = new Random(5);
    private final FakeHardware fake = new FakeHardware();
    private final Requests requests = new Requests();
    private final HangingChip chip = new HangingChip();
    private final SystemTime time = new SystemTime();

    private boolean armed;
    private int hangs;
    private int ticksHung;
    private int faultsHung;

    /** An LSM6DSO at rest that has always measured; one transfer of those to come hangs. */
    private static final class HangingChip implements I2cDevice {
        private final byte[] registers = new byte[0x80];
        private int noise;
        private volatile int transfersLeft = Integer.MAX_VALUE;
        private volatile boolean hanging;
        private volatile CountDownLatch hold = new CountDownLatch(0);

        void hangAfter(int transfers) {
            hold = new CountDownLatch(1);
            transfersLeft = transfers;
        }

        private void transfer() {
            int left = transfersLeft;
            if (left == Integer.MAX_VALUE) {
                return;
            }
            transfersLeft = left == 0 ? Integer.MAX_VALUE : left - 1;
            if (left == 0) {
                hanging = true;
                try {
                    hold.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                hanging = false;
            }
        }

        @Override
        public void read(int register, byte[] into, int count) {
            transfer();
            registers[0x0F] = 0x6C;
            registers[0x1E] = 0x03;
            if (register == 0x22) {
                noise++;
                for (int axis = 0; axis < 6; axis++) {
                    registers[0x22 + 2 * axis] = (byte) (noise * (axis + 3) % 5 + 1);
                }
                registers[0x2D] = 0x08; // 1 g along z
            }
            System.arraycopy(registers, register, into, 0, count);
        }

        @Override
        public void write(int register, byte[] bytes, int count) {
            transfer();
            registers[register] = (byte) (register == 0x12 ? bytes[0] & ~1 : bytes[0]);
        }

        @Override
        public void close() {
            hold.countDown();
        }
    }

    /** The fake devices with real sensors and real time. */
    private record Sensed(FakeHardware fake, SensorSource sensors, SystemTime time) implements Hardware {
        @Override
        public Stimulator stimulator() {
            return fake.stimulator();
        }

        @Override
        public HeartbeatLine heartbeat() {
            return fake.heartbeat();
        }

        @Override
        public Panel panel() {
            return fake.panel();
        }

        @Override
        public Clock clock() {
            return time;
        }

        @Override
        public Pacer pacer() {
            return time;
        }

        @Override
        public void close() {
            fake.close();
        }
    }

    private boolean afterTick(TickInput in, TickOutput out) {
        assertFalse(out.pulses[0].isPulse(), "nobody walks here");
        if (chip.hanging && chip.hold.getCount() > 0) {
            ticksHung++;
            faultsHung |= out.faults;
            if (ticksHung == TICKS_HUNG) {
                assertTrue(Fault.SENSOR_STALE.in(faultsHung), "nobody noticed that no samples came");
                assertTrue(Fault.SENSOR_LOST.in(faultsHung));
                assertEquals(Mode.LATCHED, out.mode);
                hangs++;
                armed = false;
                chip.hold.countDown();
            }
        } else if (!armed && in.sensors.imuCount() > 0 && !Fault.SENSOR_STALE.in(out.faults)) {
            if (out.mode == Mode.WALK) {
                if (hangs == HANGS) {
                    return true;
                }
                armed = true;
                ticksHung = 0;
                faultsHung = 0;
                chip.hangAfter(random.nextInt(100));
            } else { // paused at first, and latched after each hang: the wearer's own press is what ends that
                requests.offer(Request.START);
            }
        }
        return false;
    }

    @Test
    void aBusThatHangsForASecondInAnyTransferStopsNoTickAndTheSensorIsStaleThenLostThenBack()
            throws HardwareUnavailable {
        ImuPart foot = new ImuPart(ImuSite.FOOT, ImuModel.LSM6DSO, RATE_HZ, new ImuPart.I2c(1, 0x6A));
        try (ImuSource imus = ImuSources.open(List.of(foot), (_, _) -> chip, (port, _) -> {
            throw new HardwareUnavailable(port);
        }, time, Scheduling.ORDINARY)) {
            Controller controller = new Controller(new Profile().rateHz(RATE_HZ)
                    .sensors(DetectorSettings.Choice.IMU, false, true, false).settings());
            ControlLoop[] loop = new ControlLoop[1];
            loop[0] = new ControlLoop(controller, new Sensed(fake, imus, time), (in, out) -> {
                if (afterTick(in, out)) {
                    loop[0].end();
                }
            }, requests, 1_000_000_000L / RATE_HZ, 60_000_000_000L);
            loop[0].run();
            assertNull(loop[0].failure());
            assertEquals(HANGS, hangs);
        }
    }
}
