package org.footlift.sim.tape;

import java.util.List;
import org.footlift.sim.wearer.WearerCharacter;

/** The tapes there are: recorded at the first use, the same in every process. */
public final class Tapes {
    private static final List<Tape> ALL = List.of(Tape.of(WearerCharacter.MILD, 1), Tape.of(WearerCharacter.STROKE, 2),
            Tape.of(WearerCharacter.ABLE, 3), Tape.of(WearerCharacter.ableAt(0.7), 4),
            Tape.seated(WearerCharacter.STROKE, 5));

    /** Index of the wearer who mostly sits; those before walk most of the time. */
    public static final int SEATED = ALL.size() - 1;

    private Tapes() {}

    /** All of them. */
    public static List<Tape> all() {
        return ALL;
    }
}
