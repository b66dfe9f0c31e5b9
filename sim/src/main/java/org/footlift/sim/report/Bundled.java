package org.footlift.sim.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What travels with the program and is copied into every page: our style and script, and uPlot from its WebJar. */
final class Bundled {
    private static final String UPLOT = "META-INF/resources/webjars/uplot/";
    private static final String UPLOT_VERSION = "META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private Bundled() {}

    /** A file beside this class. */
    static String own(String name) {
        return read(Bundled.class.getPackageName().replace('.', '/') + "/" + name);
    }

    /** A file of uPlot: {@code dist/uPlot.iife.min.js}. */
    static String uplot(String name) {
        return read(UPLOT + uplotVersion() + "/" + name);
    }

    /** The version whose files {@link #uplot} gives: the WebJar has it in its paths. */
    static String uplotVersion() {
        try (InputStream in = open(UPLOT_VERSION)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Bundled.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("not on the class path: " + resource);
        }
        return in;
    }
}
