/**
 * What is wanted: when a burst begins, how high each of its pulses is, when it ends. Wishes only; what is allowed is the safety
 * package's to say.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.controller.stimulation;
