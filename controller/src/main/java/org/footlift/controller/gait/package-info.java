/**
 * From sensor samples to gait events and phases, causally. Each detector watches one sensor; {@link org.footlift.controller.gait.GaitDetector}
 * decides whose word counts. Knows nothing of stimulation.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.controller.gait;
