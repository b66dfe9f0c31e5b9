package org.footlift.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.footlift.sim.wearer.Activity;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WalkScript.Act;
import org.footlift.sim.wearer.WalkScript.Part;
import org.footlift.sim.wearer.WalkScript.Stand;
import org.footlift.sim.wearer.WalkScript.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioTest {
    private static final long HOUR_MS = 3_600_000;

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyScriptLastsAsLongAsAskedForWhateverTheSeed(Scenario scenario) {
        for (long seed = 0; seed < 50; seed++) {
            for (long ms : new long[]{20_000, 61_234, HOUR_MS}) {
                WalkScript script = scenario.script(seed, ms);
                long sum = script.parts().stream().mapToLong(Part::durationMs).sum();
                assertTrue(sum <= ms && sum > ms - Act.SHORTEST_MS, sum + " of " + ms + " ms");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyScriptBeginsInQuietStandingSoThatStartCanBePressed(Scenario scenario) {
        assertEquals(new Stand(2_000), scenario.script(3, HOUR_MS).parts().getFirst());
    }

    @Test
    void anHourOfNotWalkingHasEveryActivityForMinutesAndNoWalk() {
        Map<Activity, Long> msOf = new EnumMap<>(Activity.class);
        for (Part part : Scenario.NOT_WALKING.script(1, HOUR_MS).parts()) {
            assertTrue(!(part instanceof Walk));
            if (part instanceof Act act) {
                msOf.merge(act.activity(), act.durationMs(), Long::sum);
            }
        }
        for (Activity activity : Activity.values()) {
            assertTrue(msOf.getOrDefault(activity, 0L) > 300_000, activity + " " + msOf);
        }
    }

    @Test
    void errandsHaveEveryActivityAndManyWalks() {
        WalkScript script = Scenario.ERRANDS.script(1, HOUR_MS);
        assertTrue(script.parts().stream().filter(Walk.class::isInstance).count() > 30);
        for (Activity activity : Activity.values()) {
            assertTrue(script.parts().stream().anyMatch(p -> p instanceof Act act && act.activity() == activity));
        }
    }

    @Test
    void scenariosAreFoundByTheNameThatIsListed() {
        for (Scenario scenario : Scenario.values()) {
            assertEquals(Optional.of(scenario), Scenario.named(scenario.label()));
        }
        assertEquals(Optional.empty(), Scenario.named("moonwalk"));
        assertEquals("heel-stuck-open", Scenario.HEEL_STUCK_OPEN.label());
    }
}
