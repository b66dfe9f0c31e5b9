package org.footlift.sim.wearer;

/**
 * One quantity of a pose that goes from target to target by movements of least jerk, which is how people move from rest to rest (Flash and
 * Hogan 1985). Movements are planned ahead, one after another; reading is forward only. Times in seconds. Allocates nothing.
 */
final class Track {
    /** The longest gesture, a dozen taps of three movements each, with room to spare. */
    private static final int WAITING = 64;

    private final double[] fromS = new double[WAITING];
    private final double[] toS = new double[WAITING];
    private final double[] target = new double[WAITING];
    private int first;
    private int count;
    private double reached;
    private double planned;
    private double plannedUntilS;

    /** At rest at {@code value}. */
    Track(double value) {
        reached = value;
        planned = value;
    }

    /** Plans a movement to {@code value} that begins at {@code atS}, not before the one planned last has ended. */
    void move(double atS, double lastsS, double value) {
        if (atS < plannedUntilS - 1e-9 || !(lastsS > 0) || count == WAITING) {
            throw new IllegalStateException(
                    "a movement at " + atS + " s of " + lastsS + " s does not fit; the last ends at "
                            + plannedUntilS + " s, " + count + " wait");
        }
        int i = (first + count) % WAITING;
        fromS[i] = StrictMath.max(atS, plannedUntilS);
        toS[i] = fromS[i] + lastsS;
        target[i] = value;
        planned = value;
        plannedUntilS = toS[i];
        count++;
    }

    /** Where it will be when everything planned is done. */
    double planned() {
        return planned;
    }

    /** The value at {@code timeS}, not before an earlier question. */
    double at(double timeS) {
        while (count > 0 && timeS >= toS[first]) {
            reached = target[first];
            first = (first + 1) % WAITING;
            count--;
        }
        if (count == 0 || timeS <= fromS[first]) {
            return reached;
        }
        return reached + (target[first] - reached) * Blend.rise(timeS, fromS[first], toS[first]);
    }
}
