/** What the virtual wearer's sensors say, recorded once and played again and again: a wearer at the cost of copying. Knows no controller. */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.tape;
