package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.footlift.telemetry.channel.TickChannelReader;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Watches a running controller from another process. Reads only: whatever happens here, no pulse changes. */
@Command(name = "watch", description = "Watch a running controller from another process.", mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    private static final int POLL_LIMIT = 4_096;

    @Option(names = "--channel", paramLabel = "DIR", description = "The folder in which the controller publishes (default: the user's own).")
    private @Nullable Path channel;

    @Option(names = "--for", paramLabel = "TIME", description = "Stop watching after this long, for example 20s or 5m.", converter = DurationText.class)
    private java.time.@Nullable Duration duration;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = RuntimeFolder.choose(channel);
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            if (ended(reader)) {
                throw new Refusal("the controller that published in " + folder
                        + " has ended. Start one with: footlift run");
            }
            LiveView view = new LiveView("Footlift, process " + reader.heading().processId());
            watch(reader, view);
            System.out.println(ended(reader) ? "The controller has ended." : "No longer watching.");
            return Footlift.OK;
        } catch (IOException e) {
            throw new Refusal(Reason.of(e));
        }
    }

    private void watch(TickChannelReader reader, LiveView view) throws InterruptedException {
        LiveScreen screen = new LiveScreen(view, System.out);
        long endNs = duration == null ? Long.MAX_VALUE : System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < endNs && !ended(reader) && !System.out.checkError()) { // nobody watches
            reader.poll(view, POLL_LIMIT);
            screen.refresh();
            Thread.sleep(RunCommand.SCREEN_PERIOD_MS);
        }
        reader.poll(view, POLL_LIMIT);
        screen.refresh();
    }

    /** True when nobody publishes there any more. */
    static boolean ended(TickChannelReader reader) {
        return reader.isReplaced()
                || ProcessHandle.of(reader.heading().processId()).map(p -> !p.isAlive()).orElse(true);
    }
}
