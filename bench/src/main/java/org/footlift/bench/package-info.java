/**
 * What a tick costs, measured with JMH on a walk of the virtual wearer. Nothing depends on this package, and it is no part of the program.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.bench;
