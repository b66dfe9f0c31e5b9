/**
 * Searches for detector settings that fit a wearer's recordings, and says honestly what they are worth: on recordings that had no part in the
 * choice. Replays and scores through {@code replay} and {@code score}; detects nothing itself and writes no profile.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.tune;
