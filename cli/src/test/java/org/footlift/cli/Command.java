package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One call of the command in this process, with what it printed. Several may run at once: each thread has its own output. */
final class Command {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch firstWrite = new CountDownLatch(1);
    private final CountDownLatch flowing = new CountDownLatch(1);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    private final OutputStream terminal = new OutputStream() {
        @Override
        public void write(int value) {
            write(new byte[]{(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            firstWrite.countDown();
            await(flowing);
            out.write(bytes, from, count);
        }
    };

    private Command() {}

    /** The words that start it in a process of its own, with these options of the virtual machine. */
    static List<String> line(List<String> jvmOptions, Object... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(jvmOptions);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Footlift.class.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(words::add);
        return words;
    }

    /** True on a computer whose pins a test must not touch. */
    static boolean hasPins() {
        return !SystemFiles.here().list("/dev", "gpiochip*").isEmpty();
    }

    /** Runs it to its end. */
    static Command run(Object... arguments) {
        Command command = start(arguments);
        command.exitCode.join();
        return command;
    }

    /** Starts it on a thread of its own. */
    static Command start(Object... arguments) {
        Command command = startBlocked(arguments);
        command.unblock();
        return command;
    }

    /** Starts it on a thread of its own, with a stdout that takes nothing before {@link #unblock}. */
    static Command startBlocked(Object... arguments) {
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        Command command = new Command();
        Thread thread = new Thread(() -> {
            ThreadOutput.divert(command.terminal, command.err);
            try {
                command.exitCode.complete(Footlift.execute(words));
            } catch (Throwable thrown) {
                command.exitCode.completeExceptionally(thrown);
            }
        }, "footlift " + String.join(" ", words));
        thread.start();
        return command;
    }

    /** Waits until it hangs on its blocked stdout. */
    void awaitBlocked() {
        await(firstWrite);
    }

    /** Lets stdout take what there is. */
    void unblock() {
        flowing.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "nothing happened");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int exitCode() {
        return exitCode.join();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> outLines() {
        return out().lines().toList();
    }

    String lastLine() {
        return outLines().getLast();
    }

    /** Waits until stdout holds {@code text}. */
    Command awaitOut(String text) {
        long endNs = System.nanoTime() + PATIENCE.toNanos();
        while (!out().contains(text)) {
            assertTrue(System.nanoTime() < endNs && !exitCode.isDone(),
                    () -> "never printed: " + text + "\n" + out() + err());
            LockSupport.parkNanos(1_000_000);
        }
        return this;
    }

    /** Asserts success. */
    Command succeeds() {
        assertEquals(Footlift.OK, exitCode(),
                () -> err() + outLines().stream().skip(Math.max(0, outLines().size() - 3)).toList());
        return this;
    }

    /** Asserts one clear message on stderr that holds each of {@code parts}, nothing on stdout, and exit code 2. */
    Command refuses(Object... parts) {
        assertAll(() -> assertEquals(Footlift.REFUSED, exitCode(), this::err),
                () -> assertEquals("", out(), "results of a refused command"),
                () -> assertTrue(err().startsWith("footlift: "), this::err),
                () -> assertFalse(err().contains("Exception") || err().contains("\tat "), this::err));
        for (Object part : parts) {
            assertTrue(err().contains(part.toString()), () -> "does not say: " + part + "\n" + err());
        }
        return this;
    }

    /** Asserts that the message is this one line. */
    void inOneLine() {
        assertEquals(1, err().lines().count(), this::err);
    }
}
