package org.footlift.sim.emulator;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.stimulator.StimulatorProtocol;
import org.footlift.sim.stimulator.OutputDeclaration;

/** A driver and an emulated device on one line, in made-up time. */
final class Wire {
    static final long MS = 1_000_000L;
    private static final long STEP_NS = 250_000;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    final EmulatedOutput output = new EmulatedOutput(OutputDeclaration.DEFAULT, 0);
    final List<LoggedCommand> log = new ArrayList<>();
    final List<String> fromHost = new ArrayList<>();
    final EmulatedDevice device;
    final StimulatorProtocol driver;
    long nowNs;
    /** What the output's clock calls 0. */
    long originNs;
    private boolean cut;

    /** Makes the device that gives its pulses and its log to this wire. */
    interface Maker {
        EmulatedDevice make(Skin skin, Consumer<LoggedCommand> log);
    }

    Wire(Maker maker, StimulatorProtocol driver) {
        device = maker.make((channel, timeNs, pulse) -> output.pulse(channel, timeNs - originNs, pulse), log::add);
        this.driver = driver;
    }

    /** Begins and runs until the driver is ready or has failed. */
    Wire begun() {
        device.opened(nowNs);
        driver.begin(nowNs);
        for (int i = 0; i < 60_000 && !driver.ready() && driver.failure() == null; i++) {
            step();
        }
        return this;
    }

    void run(long ms) {
        for (long until = nowNs + ms * MS; nowNs < until;) {
            step();
        }
    }

    /** From now on the host's bytes reach nobody: it was killed. */
    void killHost() {
        cut = true;
    }

    void step() {
        byte[] bytes = new byte[8_192];
        nowNs += STEP_NS;
        driver.advance(nowNs);
        int count = driver.take(bytes);
        if (count > 0 && !cut) {
            fromHost.add(HEX.formatHex(bytes, 0, count));
            device.receive(bytes, count, nowNs);
        }
        device.advance(nowNs);
        int said = device.take(bytes, nowNs);
        if (said > 0) {
            driver.receive(bytes, said, nowNs);
        }
    }

    /** Asks for a symmetric pulse if the driver takes one now. */
    boolean pulse(int channel, int amplitudeUa, int widthUs) {
        if (!driver.mayPulse()) {
            return false;
        }
        driver.pulse(channel, symmetric(amplitudeUa, widthUs, nowNs), nowNs);
        return true;
    }

    static PulseCommand symmetric(int amplitudeUa, int widthUs, long nowNs) {
        PulseCommand pulse = new PulseCommand();
        pulse.amplitudeUa = amplitudeUa;
        pulse.pulseWidthUs = widthUs;
        pulse.recoveryAmplitudeUa = amplitudeUa;
        pulse.recoveryWidthUs = widthUs;
        pulse.expiresNs = nowNs + 5 * MS;
        return pulse;
    }

    /** Pulses on channel 0 every 25 ms for {@code ms}, as a controller asks for them; returns when the last one was asked for. */
    long train(long ms, int amplitudeUa, int widthUs) {
        long lastNs = Long.MIN_VALUE;
        for (long until = nowNs + ms * MS; nowNs < until; run(25)) {
            if (pulse(0, amplitudeUa, widthUs)) {
                lastNs = nowNs;
            }
        }
        return lastNs;
    }

    /** Names of the commands that the device took. */
    List<String> commands() {
        return log.stream().map(LoggedCommand::command).toList();
    }

    /** What a device answers to these bytes, given enough time, in hexadecimal. */
    static String answer(EmulatedDevice device, String hex, long nowNs) {
        byte[] bytes = HEX.parseHex(hex);
        device.receive(bytes, bytes.length, nowNs);
        byte[] said = new byte[8_192];
        int count = device.take(said, nowNs + 90 * MS);
        return HEX.formatHex(said, 0, count);
    }
}
