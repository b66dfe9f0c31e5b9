package org.footlift.hal.stimulator;

import org.footlift.hal.StimulatorStatus;

/**
 * Why a conversation with a stimulator is over.
 *
 * @param condition what the controller is told
 * @param text what a person is told: what was wrong and what to do
 * @param lasting true when trying again cannot help: another device, or a mistake of this program
 */
public record Failure(StimulatorStatus.Condition condition, String text, boolean lasting) {}
