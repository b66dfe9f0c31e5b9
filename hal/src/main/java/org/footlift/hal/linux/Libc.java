package org.footlift.hal.linux;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** Functions of the C library, found by name. */
@SuppressWarnings("restricted") // calling the system is what this class is for; its callers check what they hand over
final class Libc {
    static final Linker LINKER = Linker.nativeLinker();
    /** Where a call that captures it leaves {@code errno}. */
    static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    static final VarHandle ERRNO = CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    /** A call was interrupted before it was done. */
    static final int EINTR = 4;

    private Libc() {}

    /** A function that leaves its {@code errno} in the first argument. */
    static MethodHandle capturing(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker.Option[] all = new Linker.Option[options.length + 1];
        System.arraycopy(options, 0, all, 1, options.length);
        all[0] = Linker.Option.captureCallState("errno");
        return plain(name, descriptor, all);
    }

    /** A function. */
    static MethodHandle plain(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        MemorySegment symbol = LINKER.defaultLookup().find(name)
                .orElseThrow(() -> new IllegalStateException("this system has no " + name));
        return LINKER.downcallHandle(symbol, descriptor, options);
    }
}
