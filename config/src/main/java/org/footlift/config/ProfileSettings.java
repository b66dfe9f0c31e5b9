package org.footlift.config;

/**
 * Whose profile this is.
 *
 * @param name a name for people
 * @param wearer identifies the wearer, without naming them
 * @param leg the stimulated leg
 */
public record ProfileSettings(
        @Setting("A name for people, shown on every screen.") String name,
        @Setting("Identifies the wearer without naming them.") String wearer,
        @Setting("The stimulated leg.") Leg leg) implements Settings.Part {

    /** A leg. */
    public enum Leg {
        /** The left leg. */
        LEFT,
        /** The right leg. */
        RIGHT
    }

    /** The virtual wearer's. */
    public static final ProfileSettings DEFAULT = new ProfileSettings("Virtual wearer", "virtual", Leg.RIGHT);

    /** Checks itself. */
    public ProfileSettings {
        Ranges.check(ProfileSettings.class, name, wearer, leg);
    }
}
