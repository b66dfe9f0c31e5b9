/**
 * Fuzz targets, which live among the tests: one for everything that reads bytes of somebody else. Nothing uses this package. A build replays
 * the seeds; {@code scripts/fuzz} looks for new inputs.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.fuzz;
