package org.footlift.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Shows a {@link LiveView}: on a terminal one block that is redrawn in place, elsewhere plain lines, one whenever the headline changes and one every
 * few seconds. One thread.
 */
final class LiveScreen {
    private static final long LINE_EVERY_NS = 5_000_000_000L;

    private final LiveView view;
    private final PrintStream out;
    private final boolean terminal;
    private int drawn;
    private String headline = "";
    private long lastLineNs;

    LiveScreen(LiveView view, PrintStream out) {
        this.view = view;
        this.out = out;
        this.terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** Shows the state as it is now. */
    void refresh() {
        if (view.ticks() == 0) {
            return;
        }
        if (terminal) {
            draw();
        } else {
            print();
        }
    }

    private void draw() {
        List<String> lines = view.block();
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\r\u001b[").append(drawn).append('A');
        }
        for (String line : lines) {
            text.append(line).append("\u001b[K\n");
        }
        drawn = lines.size();
        out.print(text);
        out.flush();
    }

    private void print() {
        long nowNs = System.nanoTime();
        boolean changed = !view.headline().equals(headline);
        if (changed || nowNs - lastLineNs >= LINE_EVERY_NS) {
            headline = view.headline();
            lastLineNs = nowNs;
            out.println(view.line());
        }
    }
}
