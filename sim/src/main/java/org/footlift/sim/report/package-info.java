/**
 * Scored runs as one HTML page for an engineer who wants to know why a step was missed. Judges nothing itself: what went wrong comes from the score's
 * reviews. The page is one file and loads nothing from anywhere.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.report;
