/**
 * Drivers of real stimulators. What a device understands is spoken by protocols that know neither thread nor clock nor port and are
 * proven byte by byte; {@link org.footlift.hal.stimulator.SerialStimulator} gives them all three.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.hal.stimulator;
