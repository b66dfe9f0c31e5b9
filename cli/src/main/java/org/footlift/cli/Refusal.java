package org.footlift.cli;

/** Footlift cannot do what was asked. The message is for a person: what was wrong, where, and what to do. Exit code 2. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
