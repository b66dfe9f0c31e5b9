package org.footlift.sim;

/** Hardware on a wearer of whom the truth is known. */
public interface Walked {
    /** What the wearer did so far. Read it when the loop has stopped. */
    WalkTruth truth();
}
