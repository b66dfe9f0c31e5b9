package org.footlift.hal.imu;

import org.footlift.hal.ImuSite;

/**
 * How one sensor is doing, for people and for `doctor`; the control loop goes by the age of samples alone.
 *
 * @param site where it is worn
 * @param measuring whether the newest sample is a measurement
 * @param samples measurements since it was opened
 * @param clipped those among them with a value at the end of its range
 * @param interruptions how often it stopped measuring
 * @param overwritten samples that nobody took in time
 * @param complaint what is wrong, and what to do; empty for nothing. A cause that has gone stays for a second
 */
public record ImuHealth(ImuSite site, boolean measuring, long samples, long clipped, long interruptions,
        long overwritten, String complaint) {}
