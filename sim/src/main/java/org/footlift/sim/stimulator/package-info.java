/**
 * A stimulator that only counts, and a monitor that re-checks every pulse with arithmetic of its own. Uses no limit, constant or code of
 * the controller or of {@code config.HardLimits}: a mistake there must show here.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.stimulator;
