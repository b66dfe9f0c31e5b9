package org.footlift.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Stands for stdout or stderr; what a thread prints goes where that thread, or the one that started it, was diverted to. */
final class ThreadOutput extends OutputStream {
    static final ThreadOutput OUT = new ThreadOutput(0, System.out);
    static final ThreadOutput ERR = new ThreadOutput(1, System.err);

    /** Where the thread's stdout and stderr go. */
    private static final InheritableThreadLocal<OutputStream[]> TARGETS = new InheritableThreadLocal<>();

    static {
        System.setOut(new PrintStream(OUT, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(ERR, true, StandardCharsets.UTF_8));
    }

    private final int which;
    private final OutputStream original;

    private ThreadOutput(int which, OutputStream original) {
        this.which = which;
        this.original = original;
    }

    /** Diverts both of the calling thread, and of the threads that it starts. */
    static void divert(OutputStream out, OutputStream err) {
        TARGETS.set(new OutputStream[]{out, err});
    }

    private OutputStream now() {
        OutputStream[] diverted = TARGETS.get();
        return diverted == null ? original : diverted[which];
    }

    @Override
    public void write(int b) throws IOException {
        now().write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        now().write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
        now().flush();
    }
}
