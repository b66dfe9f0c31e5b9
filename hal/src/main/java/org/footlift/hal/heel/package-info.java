/**
 * The heel sensor of a real leg: contacts and force sensors made into stamped heel readings. Knows no way to the pins: levels, chips and
 * time come through small interfaces.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.hal.heel;
