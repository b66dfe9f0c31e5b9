package org.footlift.hal.stimulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.footlift.hal.Clock;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SerialLink;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;

/**
 * A stimulator on a serial port. Two threads of its own do what may block: one writes, one reads. The control loop only leaves a pulse in a
 * slot, from which a pulse that has expired is never taken; a port that hangs costs pulses and never time.
 *
 * <p>After a failure the device is told to stop, the port is closed, and after a second everything begins anew; the controller's latch holds
 * until the wearer presses Start, so that no pulse returns by itself.
 */
public final class SerialStimulator implements Stimulator {
    /** A thread that comes round less often than this hangs on its port. It means to come round twenty times as often at least. */
    static final long HUNG_NS = 250_000_000;

    private static final long ROUND_NS = 5_000_000;
    private static final long AGAIN_AFTER_NS = 1_000_000_000;
    private static final long JOIN_MS = 1_000;

    private final Supplier<StimulatorProtocol> protocols;
    private final SerialLink.Opener opener;
    private final String port;
    private final Clock clock;
    private final Scheduling scheduling;
    private final PulseSlot[] slots = new PulseSlot[MAX_CHANNELS];
    private final AtomicInteger epoch = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Thread writer;
    private final int maxAmplitudeUa;
    private final int maxPulseWidthUs;

    private volatile Condition condition = Condition.DISCONNECTED;
    private volatile String complaint = "";
    private volatile int batteryPct = StimulatorStatus.UNKNOWN;
    private volatile int outputVoltageV = StimulatorStatus.UNKNOWN;
    private volatile long roundNs;
    private volatile boolean closing;

    private SerialStimulator(Supplier<StimulatorProtocol> protocols, SerialLink.Opener opener, String port,
            Clock clock, Scheduling scheduling) {
        this.scheduling = scheduling;
        this.protocols = protocols;
        this.opener = opener;
        this.port = port;
        this.clock = clock;
        for (int c = 0; c < slots.length; c++) {
            slots[c] = new PulseSlot();
        }
        StimulatorStatus able = new StimulatorStatus();
        protocols.get().describe(able);
        maxAmplitudeUa = able.maxAmplitudeUa;
        maxPulseWidthUs = able.maxPulseWidthUs;
        roundNs = clock.timeNs();
        writer = new Thread(this::work, "footlift-stimulator");
        writer.setDaemon(true);
    }

    /**
     * Opens the port and makes the device ready; returns when it is. A device that does not answer at once is asked again for as long as it may
     * take to start.
     *
     * @param protocols makes one conversation after another
     * @param clock the one by which pulses expire; it must run by itself
     * @param scheduling what its threads enter
     * @throws HardwareUnavailable when there is no such port, or nothing there that speaks this protocol
     */
    public static SerialStimulator open(Supplier<StimulatorProtocol> protocols, SerialLink.Opener opener, String port,
            Clock clock, Scheduling scheduling) throws HardwareUnavailable {
        SerialStimulator stimulator = new SerialStimulator(protocols, opener, port, clock, scheduling);
        stimulator.writer.start();
        boolean answered = false;
        try {
            answered = stimulator.started.await(protocols.get().longestStartNs(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!answered || stimulator.condition != Condition.READY) {
            String complaint = stimulator.complaint;
            stimulator.close();
            throw new HardwareUnavailable("The stimulator on " + port + " is not ready. " + (complaint.isEmpty()
                    ? "It does not answer. Check its cable and its power."
                    : complaint));
        }
        return stimulator;
    }

    @Override
    public void pulse(int channel, PulseCommand command) {
        if (command.isPulse() && condition == Condition.READY) {
            slots[channel].put(command, epoch.get());
            LockSupport.unpark(writer);
        }
    }

    @Override
    public void silence() {
        epoch.incrementAndGet();
        LockSupport.unpark(writer);
    }

    @Override
    public void status(StimulatorStatus into) {
        boolean hung = clock.timeNs() - roundNs > HUNG_NS;
        into.condition = hung ? Condition.DISCONNECTED : condition;
        into.maxAmplitudeUa = maxAmplitudeUa;
        into.maxPulseWidthUs = maxPulseWidthUs;
        into.batteryPct = batteryPct;
        into.outputVoltageV = outputVoltageV;
    }

    @Override
    public String complaint() {
        return complaint;
    }

    @Override
    public void close() {
        closing = true;
        silence();
        try {
            writer.join(JOIN_MS); // a port that hangs keeps it; it is a daemon
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        condition = Condition.DISCONNECTED;
    }

    private void work() {
        scheduling.enter(Scheduling.Role.STIMULATOR);
        try {
            while (!closing) {
                Failure failure = converse();
                report(failure.condition(), failure.text());
                if (failure.lasting()) {
                    started.countDown();
                }
                pause(failure.lasting() ? Long.MAX_VALUE : clock.timeNs() + AGAIN_AFTER_NS);
            }
        } catch (RuntimeException | Error bug) {
            report(Condition.FAULT, "The driver of the stimulator failed: " + bug + ". Report this as a bug.");
            started.countDown();
            throw bug;
        }
    }

    private Failure converse() {
        StimulatorProtocol protocol = protocols.get();
        try (SerialLink link = opener.open(port, protocol.line());
                SerialConversation conversation = new SerialConversation(protocol, link, clock, writer, scheduling)) {
            return talk(conversation);
        } catch (HardwareUnavailable unavailable) {
            report(Condition.DISCONNECTED, String.valueOf(unavailable.getMessage()));
            started.countDown(); // no port will come while somebody waits for the program to begin
            return new Failure(Condition.DISCONNECTED, String.valueOf(unavailable.getMessage()), false);
        }
    }

    private Failure talk(SerialConversation conversation) {
        int silenced = epoch.get();
        while (true) {
            roundNs = clock.timeNs();
            int now = epoch.get();
            boolean busy = conversation.round(slots, now, now != silenced, closing);
            silenced = now;
            Failure failure = conversation.failure();
            if (failure != null) {
                report(failure.condition(), failure.text()); // before the farewell: the controller must know at once
            } else if (conversation.ready()) {
                report(Condition.READY, conversation.warning());
                started.countDown();
            }
            StimulatorStatus said = conversation.status();
            batteryPct = said.batteryPct;
            outputVoltageV = said.outputVoltageV;
            if (conversation.over()) {
                return failure == null ? new Failure(Condition.DISCONNECTED, "", false) : failure;
            }
            if (!busy) {
                LockSupport.parkNanos(this, ROUND_NS);
            }
        }
    }

    private void report(Condition newCondition, String newComplaint) {
        complaint = newComplaint;
        condition = newCondition;
    }

    private void pause(long untilNs) {
        while (!closing && clock.timeNs() < untilNs) {
            roundNs = clock.timeNs();
            LockSupport.parkNanos(this, ROUND_NS);
        }
    }
}
