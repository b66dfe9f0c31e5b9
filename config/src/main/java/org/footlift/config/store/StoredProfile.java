package org.footlift.config.store;

import java.time.Instant;
import org.footlift.config.Settings;

/**
 * One revision of a profile, checked.
 *
 * @param revision its number; a later one is higher
 * @param savedAt wall time of the machine that saved it: a label only
 * @param note where it came from
 * @param settings what it says
 * @param text its settings file, for a person; begins with a comment that names the revision
 */
public record StoredProfile(long revision, Instant savedAt, String note, Settings settings, String text) {}
