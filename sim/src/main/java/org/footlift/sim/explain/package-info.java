/**
 * Why a burst was missing, late, early or extra, in plain words: from what the controller said in each tick of a replay. Guesses nothing: where a tick does not
 * tell, it says so.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.explain;
