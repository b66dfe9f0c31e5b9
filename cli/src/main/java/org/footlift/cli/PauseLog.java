package org.footlift.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

/** The virtual machine's own account of the pauses of its garbage collector, from now on. Its management beans count in whole milliseconds; its log does not. */
final class PauseLog {
    private static final Pattern PAUSE = Pattern.compile("\\bPause .*?(\\d+(?:\\.\\d+)?)ms\\b");

    private final Path file;

    private PauseLog(Path file) {
        this.file = file;
    }

    /** Begins to write into {@code file}. */
    static PauseLog begin(Path file) throws IOException {
        log("output=" + file, "what=gc=info", "decorators=uptime");
        return new PauseLog(file);
    }

    /** Ends it; the longest pause in milliseconds, 0 for none; empty when this virtual machine writes no such log. */
    OptionalDouble longestMs() throws IOException {
        log("output=" + file, "what=all=off");
        return Files.exists(file) ? longestMs(Files.readAllLines(file)) : OptionalDouble.empty();
    }

    static OptionalDouble longestMs(List<String> lines) {
        double longest = 0;
        for (String line : lines) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                longest = Math.max(longest, Double.parseDouble(pause.group(1)));
            }
        }
        return OptionalDouble.of(longest);
    }

    private static void log(String... arguments) throws IOException {
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmLog", new Object[]{arguments},
                    new String[]{String[].class.getName()});
        } catch (JMException e) {
            throw new IOException("this virtual machine cannot log its pauses: " + e.getMessage(), e);
        }
    }
}
