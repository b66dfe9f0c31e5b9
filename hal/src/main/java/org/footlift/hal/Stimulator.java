package org.footlift.hal;

/** The output stage. Pulse shape, isolation and charge recovery are its own; the controller only says when and how much. */
public interface Stimulator extends AutoCloseable {
    /** Channels the controller can drive: dorsiflexion and one to steer eversion. */
    int MAX_CHANNELS = 2;

    /**
     * Hands over one pulse for {@code channel} (0-based). Never blocks: there is one slot per channel, a pulse not sent before
     * {@link PulseCommand#expiresNs} is dropped. The command is copied, not kept. Control loop only.
     */
    void pulse(int channel, PulseCommand command);

    /** Drops what has not been sent and stops any train at once. Callable from any thread, repeatedly. */
    void silence();

    /** Writes what is known of the device now. Never blocks, never allocates. Control loop only. */
    void status(StimulatorStatus into);

    /** What the device complains or warns of, for a person; empty when nothing is wrong. Callable from any thread. */
    default String complaint() {
        return "";
    }

    /** Silences the output and releases the device. */
    @Override
    void close();
}
