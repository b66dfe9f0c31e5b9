package org.footlift.config.store;

/** A profile store that cannot give or take a profile. */
public final class ProfileStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    ProfileStoreException(String message) {
        this.message = message;
    }

    ProfileStoreException(String message, Throwable cause) {
        super(cause);
        this.message = message;
    }

    /** What is wrong, where, and what to do. */
    @Override
    public String getMessage() {
        return message;
    }
}
