/**
 * Virtual sensors: what an IMU or a heel switch on the virtual wearer would report, with its noise, bias, range and bounce. Reads the
 * wearer's state; knows nothing of the controller.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.sim.sensor;
