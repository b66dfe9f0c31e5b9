/**
 * The controller over recordings and recorded sessions, as fast as it goes: the very tick that runs on the leg, fed from a file.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.replay;
