/** The virtual back-end: a wearer, their sensors and a stimulator that watches what it is asked for. */
@org.jspecify.annotations.NullMarked
package org.footlift.sim;
