package org.footlift.hal.stimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.Scheduling;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads around a protocol; the time by which things expire is the test's. */
@Timeout(60)
class SerialStimulatorTest {
    private static final long MS = 1_000_000;

    private final AtomicLong nowNs = new AtomicLong();
    private final List<YesLink> links = new ArrayList<>();
    private final Queue<Scheduling.Role> urgent = new ConcurrentLinkedQueue<>();
    private final SerialStimulator stimulator = open();

    private SerialStimulator open() {
        try {
            return SerialStimulator.open(ScienceModeLowLevel::four, (_, _) -> {
                YesLink link = new YesLink();
                synchronized (links) {
                    links.add(link);
                }
                return link;
            }, "/dev/test", nowNs::get, urgent::add);
        } catch (HardwareUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        stimulator.close();
    }

    private YesLink link() {
        synchronized (links) {
            return links.getLast();
        }
    }

    private Condition condition() {
        StimulatorStatus status = new StimulatorStatus();
        stimulator.status(status);
        return status.condition;
    }

    private void pulse(long expiresNs) {
        PulseCommand pulse = new PulseCommand();
        pulse.amplitudeUa = 20_000;
        pulse.pulseWidthUs = 250;
        pulse.recoveryAmplitudeUa = 20_000;
        pulse.recoveryWidthUs = 250;
        pulse.expiresNs = expiresNs;
        stimulator.pulse(0, pulse);
    }

    private long pulses() {
        return link().commands().stream().filter(c -> c == ScienceMode34.LL_CHANNEL_CONFIG).count();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertFalse(Thread.interrupted(), "what was waited for never came");
            LockSupport.parkNanos(100_000);
        }
    }

    /** The I/O thread has come round since now and taken whatever waited. */
    private void comeRound() {
        int asked = link().commands().size();
        nowNs.addAndGet(600 * MS); // more than the quiet time before a status is asked for
        await(() -> link().commands().size() > asked);
    }

    @Test
    void isReadyWhenOpened() {
        assertEquals(Condition.READY, condition());
        assertEquals("", stimulator.complaint());
    }

    @Test
    void itsWriterAndItsReaderRunAsUrgentlyAsAStimulatorNeeds() {
        await(() -> urgent.size() == 2);
        assertEquals(List.of(Scheduling.Role.STIMULATOR, Scheduling.Role.STIMULATOR), List.copyOf(urgent));
    }

    @Test
    void aPulseReachesThePort() {
        pulse(nowNs.get() + 5 * MS);
        await(() -> pulses() == 1);
    }

    @Test
    void aPulseThatHasExpiredIsNeverSent() {
        pulse(nowNs.get() - 1);
        comeRound();
        assertEquals(0, pulses());
    }

    /** A thread that was held up writes late; the next pulse, on time again, would be too near. */
    @Test
    void aPulseTooSoonAfterTheLastOneLeftIsNeverSent() {
        pulse(nowNs.get() + 5 * MS);
        await(() -> pulses() == 1);
        pulse(nowNs.addAndGet(5 * MS - 1) + 5 * MS);
        LockSupport.parkNanos(50 * MS); // time to send it; whoever is slower than that drops it as expired
        comeRound();
        assertEquals(1, pulses());
        pulse(nowNs.get() + 5 * MS);
        await(() -> pulses() == 2);
    }

    @Test
    void aPortThatHangsHoldsNobodyUpIsReportedAndReleasesNothingStale() {
        CountDownLatch hold = link().hang();
        YesLink hung = link();
        pulse(nowNs.get() + 5 * MS);
        await(hung::isHanging);
        for (int i = 0; i < 100; i++) { // none of these blocks, or the test never ends
            pulse(nowNs.addAndGet(5 * MS) + 5 * MS);
        }
        assertEquals(Condition.DISCONNECTED, condition());
        hold.countDown();
        await(hung::isClosed);
        assertTrue(hung.commands().stream().filter(c -> c == ScienceMode34.LL_CHANNEL_CONFIG).count() <= 1,
                () -> hung.commands().toString());
        assertEquals(1, hung.discards());
    }

    @Test
    void aPortThatVanishesIsReportedAndOpenedAgainOnceItIsBack() {
        YesLink first = link();
        first.vanish();
        await(() -> condition() == Condition.DISCONNECTED);
        assertEquals("The serial port /dev/test has gone. Plug the stimulator in again.", stimulator.complaint());
        await(first::isClosed);
        await(() -> {
            nowNs.addAndGet(MS);
            return condition() == Condition.READY;
        });
        assertTrue(first != link());
    }

    @Test
    void closingTellsTheDeviceToStopAndClosesThePort() {
        stimulator.close();
        assertEquals(ScienceMode34.LL_STOP, link().commands().getLast());
        assertTrue(link().isClosed());
        assertEquals(Condition.DISCONNECTED, condition());
    }

    @Test
    void silenceDropsWhatHasNotLeft() {
        CountDownLatch hold = link().hang();
        pulse(nowNs.get() + 5 * MS);
        await(link()::isHanging);
        pulse(nowNs.get() + 50 * MS);
        stimulator.silence();
        hold.countDown();
        comeRound();
        assertTrue(pulses() <= 1, () -> link().commands().toString());
    }

    @Test
    void aPortThatCannotBeOpenedIsRefusedWithItsReason() {
        HardwareUnavailable refused = assertThrows(HardwareUnavailable.class,
                () -> SerialStimulator.open(ScienceModeLowLevel::four, (port, _) -> {
                    throw new HardwareUnavailable("There is no serial port " + port + ".");
                }, "/dev/none", nowNs::get, Scheduling.ORDINARY));
        assertEquals("The stimulator on /dev/none is not ready. There is no serial port /dev/none.",
                refused.getMessage());
    }
}
