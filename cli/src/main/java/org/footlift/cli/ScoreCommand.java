package org.footlift.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

@Command(name = "score", description = "x", mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
