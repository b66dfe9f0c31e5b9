package org.footlift.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

/** Fits settings to a wearer. */
@Command(name = "tune", description = "Fit settings to a wearer's recordings.", mixinStandardHelpOptions = true, subcommands = TuneDetectorCommand.class, synopsisSubcommandLabel = "COMMAND")
final class TuneCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Refusal("tune needs a command: footlift tune detector TRACE...");
    }
}
