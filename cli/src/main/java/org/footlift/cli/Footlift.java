package org.footlift.cli;

import org.footlift.config.ConflictingSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The {@code footlift} command. Results go to stdout, diagnostics to stderr; exit code 0 only on success, 2 for what the user can mend (a recording that the disk did not take is that too), 1 for a bug. */
@Command(name = "footlift", description = "An open controller for surface FES of drop foot. Not a medical device: for research under qualified supervision.", subcommands = {
        RunCommand.class, WatchCommand.class, AskCommand.class, ReplayCommand.class, ScoreCommand.class,
        SimulateCommand.class,
        TuneCommand.class,
        SessionsCommand.class, CampaignCommand.class,
        ProfileCommand.class,
        EmulateCommand.class,
        DoctorCommand.class,
        BenchCommand.class}, mixinStandardHelpOptions = true, versionProvider = Build.class, synopsisSubcommandLabel = "COMMAND")
public final class Footlift {
    static final int OK = 0;
    static final int BUG = 1;
    static final int REFUSED = 2;

    private static final long MIB = 1_048_576;

    private Footlift() {}

    /** Runs one command and exits. */
    public static void main(String[] arguments) {
        Stdout.install();
        System.exit(Stdout.checked(execute(arguments)));
    }

    /** Runs one command; returns the exit code. */
    static int execute(String... arguments) {
        CommandLine command = new CommandLine(new Footlift());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler(Footlift::explain);
        command.setParameterExceptionHandler(Footlift::explain);
        if (arguments.length == 0) {
            command.usage(System.err);
            return REFUSED;
        }
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println("footlift: out of memory: the Java heap of " + Runtime.getRuntime().maxMemory() / MIB
                    + " MB is too small for this. Give fewer or shorter recordings, or more memory with JDK_JAVA_OPTIONS=-Xmx2g.");
            return REFUSED;
        } catch (Error e) { // picocli hands on exceptions only
            return bug(e);
        }
    }

    private static int explain(Exception thrown, CommandLine command, ParseResult parsed) {
        if (thrown instanceof Refusal || thrown instanceof ConflictingSettings) { // an option may contradict the profile
            System.err.println("footlift: " + thrown.getMessage());
            return REFUSED;
        }
        return bug(thrown);
    }

    /** Says what was thrown that nothing should throw; shows where to those who want to know. Returns the exit code. */
    static int bug(Throwable thrown) {
        System.err.println("footlift: this is a bug in Footlift: " + thrown);
        if (System.getenv("FOOTLIFT_DEBUG") == null) {
            System.err.println("Set FOOTLIFT_DEBUG=1 and run it again to see where; please report it with that.");
        } else {
            thrown.printStackTrace();
        }
        return BUG;
    }

    private static int explain(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        System.err.println("footlift: " + words(wrong, command));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, System.err);
        System.err.println(
                "See: " + command.getCommandSpec().qualifiedName() + " --help");
        return REFUSED;
    }

    private static String words(ParameterException wrong) {
        boolean noCommand = wrong instanceof CommandLine.UnmatchedArgumentException
                && !wrong.getCommandLine().getSubcommands().isEmpty();
        return noCommand
                ? "there is no command '" + wrong.getCommandLine().getUnmatchedArguments().getFirst() + "'"
                : String.valueOf(wrong.getMessage());
    }

    /** An unknown option swallows what follows it; that nothing is left for TRACE then is not what was wrong. */
    private static String words(ParameterException wrong, CommandLine command) {
        return command.getUnmatchedArguments().stream().filter(argument -> argument.startsWith("-")).findFirst()
                .map(option -> "Unknown option: '" + option + "'").orElseGet(() -> words(wrong));
    }
}
