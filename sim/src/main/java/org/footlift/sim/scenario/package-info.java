/**
 * Scenarios: what a virtual wearer does and which sensor goes wrong, run in stepped time, and what came of it. Knows the whole controller; nothing
 * outside the command knows it.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.scenario;
