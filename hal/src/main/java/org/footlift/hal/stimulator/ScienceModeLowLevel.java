package org.footlift.hal.stimulator;

import org.footlift.hal.PulseCommand;
import org.footlift.hal.StimulatorStatus.Condition;

/** ScienceMode3 and 4, low level: one command is one pulse, and nothing repeats by itself. A host that dies is silence. */
public final class ScienceModeLowLevel extends ScienceMode34 {
    /** Often enough to know before a swing that the device is there; it has to wait for pulses as pulses would for it. */
    private static final long STATUS_EVERY_NS = 500 * MS;
    private static final long QUIET_BEFORE_STATUS_NS = 100 * MS;
    private static final int EXECUTE = 0x80;

    private long lastPulseNs = Long.MIN_VALUE / 2;
    private int pulsing;

    private ScienceModeLowLevel(Generation generation) {
        super(generation, 1);
    }

    /** For a RehaMove3. */
    public static ScienceModeLowLevel three() {
        return new ScienceModeLowLevel(Generation.THREE);
    }

    /** For a P24: channels of its yellow connector. */
    public static ScienceModeLowLevel four() {
        return new ScienceModeLowLevel(Generation.FOUR);
    }

    @Override
    void askForLevel() {
        ask(LL_INIT, LEVEL_ANSWER_MS, (byte) 0); // 150 V, no measurement
    }

    @Override
    void sendStop() {
        ask(LL_STOP, LEVEL_ANSWER_MS);
    }

    @Override
    public void pulse(int channel, PulseCommand command, long nowNs) {
        at(nowNs);
        byte[] data = new byte[1 + Points.BYTES];
        data[0] = (byte) (EXECUTE | (channel << 5) | (Points.COUNT - 1));
        if (Points.put(command, data, 1)) {
            pulsing = channel;
            lastPulseNs = nowNs;
            ask(LL_CHANNEL_CONFIG, ANSWER_MS, data);
        }
    }

    @Override
    public void silence(long nowNs) {
        at(nowNs); // there is no train to stop
    }

    @Override
    boolean isPassing(int command) {
        return command == LL_CHANNEL_CONFIG; // a pulse that was refused is over
    }

    @Override
    int levelAnswerBytes(int command) {
        return generation() == Generation.FOUR ? 3 : 2;
    }

    /** A P24 says which channel it pulsed. */
    @Override
    void levelAnswered(int command, Packet answer) {
        if (generation() == Generation.FOUR && answer.unsigned(1) != pulsing) {
            fail(Condition.FAULT, "The stimulator pulsed another channel than asked for. Switch it off.");
        }
    }

    @Override
    void idle() {
        if (ready() && nowNs() - statusNs() >= STATUS_EVERY_NS && nowNs() - lastPulseNs >= QUIET_BEFORE_STATUS_NS) {
            ask(GET_STIM_STATUS, ANSWER_MS);
        }
    }
}
