/**
 * Bugs planted into the controller, to see whether the campaign finds them: each is a small edit of the real sources, compiled in memory and run
 * in a class loader of its own. Nothing here is used by the product itself.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.planted;
