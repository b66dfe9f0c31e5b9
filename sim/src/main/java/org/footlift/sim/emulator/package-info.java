/**
 * Stimulators that are not there: what a device would answer, byte by byte, when its own dead-man stops it, and what would reach the skin. Time
 * is passed in; {@link org.footlift.sim.emulator.EmulatorPort} puts one of them on a pseudo-terminal, for any program to talk to.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.emulator;
