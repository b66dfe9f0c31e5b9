/**
 * Recordings and events as gait laboratories exchange them: Motion-BIDS folders, read whole and written whole.
 * Units, axes and placements are mapped here and never guessed; what the numbers mean for detection does not belong here.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.telemetry.bids;
