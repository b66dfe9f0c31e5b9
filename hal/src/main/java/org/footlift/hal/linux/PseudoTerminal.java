package org.footlift.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The near end of a pseudo-terminal. Its far end is a path that any program opens as it would a serial port. Bytes pass as they are (raw
 * mode); baud and parity mean nothing. One thread at a time, except that {@link #close} may come from any.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR_NOCTTY = 0x2 | 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int F_SETFL = 4;
    private static final short POLLIN = 1;
    private static final short POLLHUP = 0x10;
    private static final int TCSANOW = 0;
    /** More than a struct termios has on any machine (60 bytes). */
    private static final int TERMIOS_BYTES = 256;
    private static final int PATH_BYTES = 128;
    private static final int BUFFER = 4_096;

    private static final int EIO = 5;
    private static final int EAGAIN = 11;

    private static final MethodHandle POSIX_OPENPT = Libc.capturing("posix_openpt",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle GRANTPT = Libc.capturing("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle UNLOCKPT = Libc.capturing("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle PTSNAME = Libc.capturing("ptsname_r",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle TCGETATTR = Libc.capturing("tcgetattr",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle CFMAKERAW = Libc.plain("cfmakeraw",
            FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle TCSETATTR = Libc.capturing("tcsetattr",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle FCNTL = Libc.capturing("fcntl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle OPEN = Libc.capturing("open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle POLL = Libc.capturing("poll",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle READ = Libc.capturing("read",
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE = Libc.capturing("write",
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CLOSE = Libc.capturing("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final Arena arena = Arena.ofShared();
    private final MemorySegment errno = arena.allocate(Libc.CAPTURED);
    private final MemorySegment buffer = arena.allocate(BUFFER);
    private final MemorySegment pollFd = arena.allocate(8, 4);
    private final int descriptor;
    private final String path;
    private boolean closed;

    /**
     * Makes a new pair of ends.
     *
     * @throws IOException when the system gives none, with its reason
     */
    public PseudoTerminal() throws IOException {
        descriptor = call("open a pseudo-terminal", POSIX_OPENPT, O_RDWR_NOCTTY);
        call("own it", GRANTPT, descriptor);
        call("unlock it", UNLOCKPT, descriptor);
        MemorySegment name = arena.allocate(PATH_BYTES);
        call("name it", PTSNAME, descriptor, name, (long) PATH_BYTES);
        path = name.getString(0);
        makeRaw();
        call("make it non-blocking", FCNTL, descriptor, F_SETFL, O_NONBLOCK);
        // Only an end that was closed counts as closed: before this, nobody would look like somebody.
        call("close its far end", CLOSE, call("open its far end", OPEN, name, O_RDWR_NOCTTY));
    }

    private void makeRaw() throws IOException {
        MemorySegment termios = arena.allocate(TERMIOS_BYTES, 8);
        call("read its settings", TCGETATTR, descriptor, termios);
        try {
            CFMAKERAW.invoke(termios);
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
        call("change its settings", TCSETATTR, descriptor, TCSANOW, termios);
    }

    /** The far end. */
    public String path() {
        return path;
    }

    /** Waits for bytes from the far end and takes them; 0 when none came in {@code timeoutMs}, −1 when nobody has the far end open. */
    public synchronized int read(byte[] into, int timeoutMs) throws IOException {
        if (closed) {
            return -1;
        }
        pollFd.set(JAVA_INT, 0, descriptor);
        pollFd.set(JAVA_SHORT, 4, POLLIN);
        pollFd.set(JAVA_SHORT, 6, (short) 0);
        if (callTolerant("wait for it", POLL, pollFd, 1L, timeoutMs) <= 0) {
            return 0;
        }
        short events = pollFd.get(JAVA_SHORT, 6);
        if ((events & POLLIN) == 0) {
            return (events & POLLHUP) != 0 ? -1 : 0;
        }
        long count = callTolerant("read from it", READ, descriptor, buffer, (long) StrictMath.min(BUFFER, into.length));
        if (count > 0) {
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, (int) count);
        }
        return (int) count;
    }

    /** Hands the first {@code count} bytes to the far end; what does not fit there is lost, as on a wire. */
    public synchronized void write(byte[] bytes, int count) throws IOException {
        if (!closed) {
            int length = StrictMath.min(count, BUFFER);
            MemorySegment.copy(bytes, 0, buffer, JAVA_BYTE, 0, length);
            callTolerant("write to it", WRITE, descriptor, buffer, (long) length);
        }
    }

    /** Ends both ends: a program at the far end sees its port vanish. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                call("close it", CLOSE, descriptor);
            } catch (IOException alreadyClosed) {
                throw new IllegalStateException(alreadyClosed);
            } finally {
                arena.close();
            }
        }
    }

    private int call(String doing, MethodHandle function, Object... arguments) throws IOException {
        long result = invoke(function, arguments);
        if (result < 0) {
            throw new IOException("cannot " + doing + " (errno " + (int) Libc.ERRNO.get(errno, 0L) + ")");
        }
        return (int) result;
    }

    /** Interrupted, nothing there, and nobody at the far end are no errors. */
    private long callTolerant(String doing, MethodHandle function, Object... arguments) throws IOException {
        long result = invoke(function, arguments);
        if (result >= 0) {
            return result;
        }
        int reason = (int) Libc.ERRNO.get(errno, 0L);
        if (reason == EIO) {
            return -1;
        }
        if (reason == Libc.EINTR || reason == EAGAIN) {
            return 0;
        }
        throw new IOException("cannot " + doing + " (errno " + reason + ")");
    }

    private long invoke(MethodHandle function, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = errno;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            return ((Number) function.invokeWithArguments(all)).longValue();
        } catch (Throwable thrown) { // a native function throws nothing
            throw new IllegalStateException(thrown);
        }
    }
}
