package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import org.footlift.hal.Clock;
import org.footlift.sim.emulator.EmulatedModel;
import org.footlift.sim.emulator.EmulatedOutput;
import org.footlift.sim.emulator.EmulatorPort;
import org.footlift.sim.emulator.Injection;
import org.footlift.sim.emulator.LoggedCommand;
import org.footlift.sim.stimulator.OutputDeclaration;
import org.footlift.sim.stimulator.Violation;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** A stimulator that is not there, on a pseudo-terminal that any program may open. */
@Command(name = "emulate", description = {
        "Emulate a stimulator on a pseudo-terminal: prints its path, then every command as a line of JSON, at the end what would have reached the skin.",
        "A profile reaches it with [hardware.stimulator] protocol = \"DEVICE\" and port = \"PATH\"."}, mixinStandardHelpOptions = true)
final class EmulateCommand implements Callable<Integer> {
    private static final long POLL_MS = 20;
    /** Hosts keep a pulse period no better than this on an ordinary machine. */
    private static final long JITTER_NS = 2_000_000;

    @Parameters(paramLabel = "DEVICE", description = "The protocol it speaks: ${COMPLETION-CANDIDATES}.", converter = DeviceText.class)
    private EmulatedModel model = EmulatedModel.SCIENCEMODE4;

    @Option(names = "--link", paramLabel = "PATH", description = "Also reachable under this name, which must not exist.")
    private @Nullable Path link;

    @Option(names = "--for", paramLabel = "TIME", description = "End after this long. Otherwise Ctrl-C ends it.", converter = DurationText.class)
    private @Nullable Duration duration;

    @Option(names = "--inject", paramLabel = "TROUBLE@TIME", description = "From this time on the device has this trouble: electrode, busy, high_voltage, silence, garbage, disconnect, or none. May be given several times.", converter = TimedText.class)
    private List<Timed> troubles = List.of();

    @Option(names = "--strict", description = "Enforce limits of the firmware that known programs break.")
    private boolean strict;

    /** A trouble and when it begins. */
    record Timed(Injection trouble, Duration at) {}

    /** Reads the name of a protocol as a profile writes it. */
    static final class DeviceText implements ITypeConverter<EmulatedModel> {
        @Override
        public EmulatedModel convert(String text) {
            for (EmulatedModel model : EmulatedModel.values()) {
                if (model.toString().equalsIgnoreCase(text)) {
                    return model;
                }
            }
            throw new TypeConversionException("there is no emulator of '" + text + "', only of "
                    + Arrays.stream(EmulatedModel.values()).map(EmulatedModel::toString)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Reads {@code electrode@10s}. */
    static final class TimedText implements ITypeConverter<Timed> {
        @Override
        public Timed convert(String text) {
            int at = text.indexOf('@');
            for (Injection trouble : Injection.values()) {
                if (at > 0 && trouble.name().equalsIgnoreCase(text.substring(0, at))) {
                    return new Timed(trouble, new DurationText().convert(text.substring(at + 1)));
                }
            }
            throw new TypeConversionException("'" + text + "' is no trouble: write, for example, electrode@10s");
        }
    }

    /**
     * What the device gave, as the last line says it.
     *
     * @param pulses pulses of all channels
     * @param bursts bursts of the first channel
     * @param lastPulseS when the last pulse was given, seconds since the emulator began; null for none
     * @param violations what the monitor found
     */
    private record Given(long pulses, long bursts, @Nullable Double lastPulseS, List<Violation> violations) {}

    @Override
    public Integer call() throws InterruptedException {
        long beganNs = System.nanoTime();
        Clock clock = () -> System.nanoTime() - beganNs;
        Queue<LoggedCommand> log = new ConcurrentLinkedQueue<>();
        EmulatedOutput output = new EmulatedOutput(OutputDeclaration.DEFAULT, JITTER_NS);
        try (EndOnSignal signal = EndOnSignal.watch()) {
            IOException failure;
            try (EmulatorPort port = EmulatorPort.open(model.create(output, log::add, strict), clock)) {
                linkTo(port);
                System.out.println(port.path());
                System.out.flush();
                attend(port, clock, log, signal);
                unlink();
                failure = port.failure();
            }
            print(log);
            if (failure != null) {
                throw failure;
            }
            return signal.ended(sumUp(output));
        } catch (IOException e) {
            throw new Refusal("cannot emulate a serial port on this system: " + Reason.of(e));
        }
    }

    private void attend(EmulatorPort port, Clock clock, Queue<LoggedCommand> log, EndOnSignal signal)
            throws InterruptedException {
        List<Timed> inOrder = new ArrayList<>(troubles);
        inOrder.sort(Comparator.comparing(Timed::at));
        Deque<Timed> coming = new ArrayDeque<>(inOrder);
        long endNs = duration == null ? Long.MAX_VALUE : duration.toNanos();
        while (clock.timeNs() < endNs && port.failure() == null && !signal.await(POLL_MS)) {
            while (!coming.isEmpty() && clock.timeNs() >= coming.getFirst().at().toNanos()) {
                Injection trouble = coming.removeFirst().trouble();
                System.err.println("From now on: " + trouble.name().toLowerCase(Locale.ROOT));
                port.inject(trouble);
            }
            print(log);
        }
    }

    private static void print(Queue<LoggedCommand> log) {
        for (LoggedCommand command = log.poll(); command != null; command = log.poll()) {
            System.out.println(JsonText.of(command));
        }
        System.out.flush();
    }

    private static int sumUp(EmulatedOutput output) {
        Double lastS = output.pulses() == 0 ? null : output.lastNs() / 1e9;
        List<Violation> violations = output.monitor().violations();
        System.out.println(JsonText.of(
                new Given(output.pulses(), output.bursts(0).bursts(), lastS, violations)));
        return violations.isEmpty() ? Footlift.OK : Footlift.BUG;
    }

    private void linkTo(EmulatorPort port) {
        if (link != null) {
            try {
                Files.createSymbolicLink(link, Path.of(port.path()));
            } catch (IOException e) {
                throw new Refusal("--link " + link + ": cannot make it: " + Reason.of(e) + ". Choose another name.");
            }
        }
    }

    private void unlink() throws IOException {
        if (link != null) {
            Files.deleteIfExists(link);
        }
    }
}
