package org.footlift.hal;

/** What tells a wearer without a screen how things are: lights, sound, vibration. */
@FunctionalInterface
public interface Indicators {
    /** None there. */
    Indicators NONE = (_, _, _) -> {};

    /**
     * Shows this from now on. Never blocks, never allocates, never throws. Control loop only, in every tick: a loop that stands still is shown too.
     *
     * @param armed whether stimulation may come
     * @param fault whether there is a fault
     * @param tone whether a tone sounds at this moment
     */
    void show(boolean armed, boolean fault, boolean tone);
}
