package org.footlift.sim;

/**
 * What the virtual wearer truly did, and how much of it was stimulated.
 *
 * @param strides heel strikes
 * @param swings swings over and judged
 * @param covered swings stimulated throughout, 50 ms either end
 * @param missed swings without any stimulation
 */
public record WalkTruth(long strides, long swings, long covered, long missed) {}
