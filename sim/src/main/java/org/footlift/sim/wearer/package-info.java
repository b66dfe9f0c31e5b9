/**
 * The virtual wearer: how the leg moves and what it truly did. Knows nothing of sensors, stimulators or the controller. Deterministic
 * from character, seed and script on any machine (StrictMath, no clock, no thread).
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.wearer;
