package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.RequestSender;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickChannelReader;
import org.footlift.telemetry.channel.TickHandler;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Asks something of a running controller from another process, and says what came of it, which it learns from the ticks. */
@Command(name = "ask", description = "Ask a running controller to stop, pause, start, or change its level.", mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
    private static final int POLL_LIMIT = 4_096;
    private static final long POLL_MS = 5;
    /** A controller that has not taken a request by then will not: a request is not kept for longer. */
    private static final long PATIENCE_NS = 1_000_000_000;
    private static final int WHOLE_PCT = 100;

    /** What can be asked for by name. A test burst and the lock of the level are the wearer's own, at the buttons. */
    enum Wish {
        /** No pulse from the next tick on, and none until Start. */
        STOP(Request.NONE),
        /** No stimulation; Start goes on. */
        PAUSE(Request.PAUSE),
        /** The profile's mode. */
        START(Request.START),
        /** Stimulation in swing. */
        WALK(Request.WALK),
        /** Exercise cycles. */
        EXERCISE(Request.EXERCISE),
        /** Detection without stimulation. */
        EVALUATE(Request.EVALUATE),
        /** A step more. */
        UP(Request.LEVEL_UP),
        /** A step less. */
        DOWN(Request.LEVEL_DOWN);

        private final Request request;

        Wish(Request request) {
            this.request = request;
        }

        boolean isIn(TickInput in) {
            return this == STOP ? in.stop : in.request == request;
        }

        /** True when a controller that was as {@code before} has done what was wished. */
        boolean isDone(State before, State now) {
            return switch (this) {
                case STOP, PAUSE -> !now.mode().stimulates();
                case START -> !now.mode().waitsForStart();
                case WALK -> now.mode() == Mode.WALK;
                case EXERCISE -> now.mode() == Mode.EXERCISE;
                case EVALUATE -> now.mode() == Mode.EVALUATION;
                case UP -> now.levelPct() > before.levelPct() || now.levelPct() == WHOLE_PCT;
                case DOWN -> now.levelPct() < before.levelPct() || now.levelPct() == 0;
            };
        }
    }

    /** What a tick says of the controller. */
    private record State(Mode mode, int levelPct, int faults) {
        String text() {
            Fault fault = Fault.first(faults);
            return mode.label() + ", level " + levelPct + " %" + (fault == null ? "" : ". " + fault.wearerText());
        }
    }

    /** Follows the ticks until one has taken the wish. */
    private final class Follower implements TickHandler {
        private int ticks;
        private @Nullable State before;
        private @Nullable State taken;

        @Override
        public void onTick(TickInput in, TickOutput out) {
            ticks++;
            State now = new State(out.mode, out.levelPct, out.faults);
            if (taken == null && wish.isIn(in)) {
                taken = now;
            } else if (taken == null) {
                before = now;
            }
        }

        @Override
        public void onSettings(SettingsInForce settings) {
            // what the settings do shows in the ticks
        }

        @Override
        public void onGap(Gap gap) {
            // four megabytes of ticks hold more than the second that this waits
        }
    }

    /** Reads a wish in small or large letters. */
    static final class WishText implements ITypeConverter<Wish> {
        @Override
        public Wish convert(String text) {
            for (Wish wish : Wish.values()) {
                if (wish.name().equalsIgnoreCase(text)) {
                    return wish;
                }
            }
            throw new TypeConversionException("'" + text + "' cannot be asked for, only " + Arrays.stream(Wish.values())
                    .map(wish -> wish.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
        }
    }

    @Parameters(paramLabel = "WISH", description = "stop, pause, start, walk, exercise, evaluate, up or down (the level).", converter = WishText.class)
    private Wish wish = Wish.STOP;

    @Option(names = "--channel", paramLabel = "DIR", description = "The folder in which the controller publishes (default: the user's own).")
    private @Nullable Path channel;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = RuntimeFolder.choose(channel);
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            if (WatchCommand.ended(reader)) {
                throw new Refusal("the controller in " + folder + " has ended. Start one with: footlift run");
            }
            try (RequestSender sender = RequestSender.open(folder)) {
                return ask(reader, sender);
            }
        } catch (IOException e) {
            throw new Refusal(Reason.of(e));
        }
    }

    private int ask(TickChannelReader reader, RequestSender sender) throws InterruptedException {
        Follower follower = new Follower();
        if (wish == Wish.STOP) { // at once; the rest is for the person
            sender.stop();
        }
        await(reader, follower, () -> follower.ticks > 1); // the first may have lain there for a day
        if (follower.ticks <= 1) {
            throw new Refusal(
                    "the controller gives no sign of life. Switch the stimulator off, then end and start it.");
        }
        if (wish != Wish.STOP && !sender.send(wish.request, System.nanoTime())) {
            throw new Refusal("the controller takes no requests any more. Use its buttons, or end it with Ctrl-C.");
        }
        await(reader, follower, () -> follower.taken != null);
        State now = follower.taken;
        if (now == null) {
            throw new Refusal(
                    "the controller did not take it within a second: another request was waiting, or it hangs."
                            + " Ask again, or switch the stimulator off.");
        }
        State before = follower.before == null ? now : follower.before;
        if (!wish.isDone(before, now)) {
            throw new Refusal("refused. It stays: " + now.text() + hint());
        }
        System.out.println("Now: " + now.text());
        return Footlift.OK;
    }

    private static void await(TickChannelReader reader, Follower follower, BooleanSupplier over)
            throws InterruptedException {
        long untilNs = System.nanoTime() + PATIENCE_NS;
        while (!over.getAsBoolean() && System.nanoTime() < untilNs) {
            reader.poll(follower, POLL_LIMIT);
            Thread.sleep(POLL_MS);
        }
    }

    private String hint() {
        return wish == Wish.UP ? ". The level is locked until the wearer holds the up button for a second." : "";
    }
}
