/**
 * What is allowed: modes, faults, and the governor that every pulse passes last. Integers with units; floors, never rounds up; when
 * in doubt, no pulse.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.controller.safety;
