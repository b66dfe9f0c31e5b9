package org.footlift.sim.emulator;

/**
 * One command that an emulated device took.
 *
 * @param timeS seconds since the emulator began
 * @param command its name in the maker's document, or its number
 * @param number packet number; −1 in protocols without
 * @param data what followed, in hexadecimal, or as text in protocols of text
 * @param result what the device answered; null when it does not answer this
 */
public record LoggedCommand(double timeS, String command, int number, String data,
        @org.jspecify.annotations.Nullable Integer result) {}
