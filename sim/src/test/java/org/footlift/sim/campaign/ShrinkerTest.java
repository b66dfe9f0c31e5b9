package org.footlift.sim.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void keepsTheOneThatIsNeeded() {
        assertEquals(List.of(73), Shrinker.shrink(HUNDRED, part -> part.contains(73)));
    }

    @Test
    void keepsAPairThatIsFarApartInItsOrder() {
        assertEquals(List.of(3, 96), Shrinker.shrink(HUNDRED, part -> part.contains(3) && part.contains(96)));
    }

    @Test
    void keepsAsManyAsAreNeededWhicheverTheyAre() {
        assertEquals(7, Shrinker.shrink(HUNDRED, part -> part.size() >= 7).size());
    }

    @Test
    void keepsNothingWhenNothingIsNeeded() {
        assertEquals(List.of(), Shrinker.shrink(HUNDRED, part -> true));
    }

    @Test
    void keepsEverythingWhenAllOfItIsNeeded() {
        assertEquals(HUNDRED, Shrinker.shrink(HUNDRED, part -> part.size() == 100));
    }
}
