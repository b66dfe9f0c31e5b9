package org.footlift.hal.stimulator;

import org.footlift.hal.PulseCommand;
import org.footlift.hal.SerialLink;
import org.footlift.hal.StimulatorStatus;
import org.jspecify.annotations.Nullable;

/**
 * This side of one conversation with one kind of stimulator: bytes and time go in, bytes come out. It knows no thread, clock or port, so that
 * tests speak every byte of it in made-up time. At most one command is ever unanswered.
 *
 * <p>Used by one thread at a time. A conversation begins once and ends once.
 */
public interface StimulatorProtocol {
    /** The longest that a device may take from the beginning until it is ready, nanoseconds. */
    long longestStartNs();

    /** How the serial line is set. */
    SerialLink.Line line();

    /** Begins: identifies the device, stops what an earlier program left running, makes it ready. */
    void begin(long nowNs);

    /** Takes the first {@code count} bytes from the device. */
    void receive(byte[] bytes, int count, long nowNs);

    /** Notices that time has passed: answers that are missing, leases that are over, signs of life that are due. */
    void advance(long nowNs);

    /** True once the device can give pulses, until the conversation fails or ends. */
    boolean ready();

    /** True when a pulse would go out at once. */
    boolean mayPulse();

    /** Asks for one pulse, rounded down to what the device can do; nothing when nothing is left of it. Ask {@link #mayPulse()} first. */
    void pulse(int channel, PulseCommand command, long nowNs);

    /** Stops a train as soon as may be. */
    void silence(long nowNs);

    /** Ends the conversation, failed or not: the device is told to stop. */
    void end(long nowNs);

    /** True when nothing more will be said. */
    boolean ended();

    /** Moves bytes for the device into {@code into}, which holds the longest frame; returns how many, 0 for none. */
    int take(byte[] into);

    /** Why it failed; null while it has not. */
    @Nullable
    Failure failure();

    /** What is remarkable, though no reason to stop; empty for nothing. */
    String warning();

    /** Writes what is known of the device, the condition apart. */
    void describe(StimulatorStatus into);
}
