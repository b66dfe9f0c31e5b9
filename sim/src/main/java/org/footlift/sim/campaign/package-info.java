/**
 * The campaign: thousands of virtual walks with randomised faults and requests through the real controller, every tick checked against the
 * safety invariants by oracles that share no code with the controller. Stepped time only; no wall clock decides anything.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.campaign;
