/** The tick: detector, planner, governor, in that order. Pure: no clock, no thread, no I/O, no randomness. */
@org.jspecify.annotations.NullMarked
package org.footlift.controller;
