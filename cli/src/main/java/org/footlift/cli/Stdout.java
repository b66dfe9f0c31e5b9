package org.footlift.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/** Standard output that remembers why it did not take something: {@link System#out} keeps that to itself, and a lost result would pass for a success. */
final class Stdout extends FilterOutputStream {
    /** The first failure, and whether anybody was told. There is one standard output. */
    private static final AtomicReference<@Nullable IOException> FAILURE = new AtomicReference<>();
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Stdout(OutputStream out) {
        super(out);
    }

    /** Puts itself in the place of {@link System#out}, with the same encoding. */
    static void install() {
        Stdout stdout = new Stdout(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(new BufferedOutputStream(stdout), true, System.out.charset()));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            FAILURE.compareAndSet(null, e);
            throw e;
        }
    }

    /** The exit code of a command that would end with {@code exitCode}: not 0 when results were lost. Says so on stderr, once. */
    static int checked(int exitCode) {
        System.out.flush();
        IOException lost = FAILURE.get();
        if (lost == null || readerLeft(lost)) {
            return exitCode;
        }
        if (!TOLD.getAndSet(true)) {
            System.err.println("footlift: standard output did not take the results (" + lost.getMessage()
                    + "), so they are not whole; send them somewhere with room, and run it again.");
        }
        return exitCode == Footlift.OK ? Footlift.REFUSED : exitCode;
    }

    /** {@code | head -1} has what it wanted. Nothing else makes writing to a pipe fail; the words of the failure are in the user's language. */
    private static boolean readerLeft(IOException e) {
        Path stdout = Path.of("/proc/self/fd/1");
        try {
            if (Files.isSymbolicLink(stdout)) {
                String target = Files.readSymbolicLink(stdout).toString();
                return target.startsWith("pipe:") || target.startsWith("socket:");
            }
        } catch (IOException gone) {
            return false; // closed, so it is no pipe
        }
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }
}
