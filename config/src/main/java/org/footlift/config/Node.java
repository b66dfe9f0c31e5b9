package org.footlift.config;

import java.util.List;

/** A place in the tree of settings: a section ({@code [envelope]}) or a setting ({@code delay_ms}). */
sealed interface Node permits Section, Leaf {
    /** Keys from the root, the root's own being empty. */
    List<String> path();

    /** The last key of the path. */
    default String key() {
        return path().getLast();
    }

    /** {@code envelope.delay_ms}. */
    default String dotted() {
        return String.join(".", path());
    }
}
