package org.footlift.sim.explain;

/**
 * One burst or swing explained.
 *
 * @param timeS when it was, seconds on the recording's clock
 * @param words what happened, and the rule that decided, in sentences
 */
public record Explanation(double timeS, String words) {}
