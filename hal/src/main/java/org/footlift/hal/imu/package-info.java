/**
 * Drivers of real inertial measurement units. What a chip is told and how its bytes are read stands in a sheet of plain data; a driver takes
 * one step after another, knows no thread, and is proven against chips made of registers. One thread per bus or port makes the steps and
 * leaves samples in a ring, from which the control loop takes them without waiting.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.hal.imu;
