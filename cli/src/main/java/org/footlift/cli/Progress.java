package org.footlift.cli;

import java.io.Console;
import java.util.Optional;

/** One line on a terminal that is written again and again; nothing anywhere else. */
final class Progress {
    private final boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);

    void show(String text) {
        if (terminal) {
            System.err.print("\r" + text + "\u001b[K");
            System.err.flush();
        }
    }

    void clear() {
        show("");
    }
}
