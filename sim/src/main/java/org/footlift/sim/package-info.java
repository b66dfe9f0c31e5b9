/**
 * The virtual back-end as the controller sees it: hardware made of a wearer, their sensors and a stimulator that watches what it is asked
 * for, in real or stepped time. How the leg moves, what a sensor adds and what a pulse may be live in the packages below.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim;
