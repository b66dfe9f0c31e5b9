package org.footlift.sim.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a bug's sources in memory, and loads controller, telemetry and campaign anew around them. Everything else (tapes, monitor, settings) is
 * shared with the rest of the program.
 */
final class PlantedCode extends ClassLoader {
    private static final List<String> LOADED_ANEW = List.of("org.footlift.controller.", "org.footlift.telemetry.",
            "org.footlift.sim.campaign.");
    private static final String TRIAL = "org.footlift.sim.campaign.PlantedTrial";

    private final Map<String, byte[]> compiled;

    private PlantedCode(Map<String, byte[]> compiled) {
        super(PlantedCode.class.getClassLoader());
        this.compiled = compiled;
    }

    /**
     * A trial with the bug in it.
     *
     * @throws IllegalStateException when the bug does not compile, or no compiler is there
     */
    @SuppressWarnings("unchecked") // PlantedTrial says so of itself; only its loader is another
    static BiFunction<Long, Long, Map.Entry<Long, String>> trial(PlantedBug bug) {
        try {
            return (BiFunction<Long, Long, Map.Entry<Long, String>>) new PlantedCode(compile(bug)).loadClass(TRIAL)
                    .getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the trial of " + bug.name() + " cannot be loaded", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return LOADED_ANEW.stream().anyMatch(name::startsWith) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = compiled.get(name);
        if (bytes == null) {
            bytes = original(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static Map<String, byte[]> compile(PlantedBug bug) {
        @Nullable
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("planting bugs needs a JDK, and this Java has no compiler");
        }
        StringWriter complaints = new StringWriter();
        try (Memory memory = new Memory(compiler.getStandardFileManager(null, null, null))) {
            List<JavaFileObject> sources = bug.sources().entrySet().stream()
                    .<JavaFileObject>map(each -> new Source(each.getKey(), each.getValue())).toList();
            List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none", "-classpath",
                    System.getProperty("java.class.path"));
            if (!compiler.getTask(complaints, memory, null, options, null, sources).call()) {
                throw new IllegalStateException("the planted bug " + bug.name() + " does not compile: " + complaints);
            }
            return memory.classes();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be closed", e);
        }
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what is compiled in memory. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String className,
                JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + kind.extension),
                    kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> all = new HashMap<>();
            classes.forEach((name, bytes) -> all.put(name, bytes.toByteArray()));
            return all;
        }
    }
}
