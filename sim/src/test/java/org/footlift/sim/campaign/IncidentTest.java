package org.footlift.sim.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class IncidentTest {
    /** Nothing of these can be seen by the controller: that they change nothing is what must be so. */
    private static final Set<IncidentKind> UNSEEN = EnumSet.of(IncidentKind.ELECTRODE_HALF, IncidentKind.STOP_LOST,
            IncidentKind.DISK_ERROR);

    @Test
    void thereAreThirtyFourKindsOfFaults() {
        assertEquals(34, IncidentKind.FAULTS.size());
    }

    @Test
    void everyFaultCanBeNamed() {
        for (IncidentKind kind : IncidentKind.FAULTS) {
            assertEquals(Optional.of(kind), IncidentKind.fault(kind.label()));
        }
        assertEquals(Optional.empty(), IncidentKind.fault("pause"), "what wearers do is no fault");
    }

    /** A fault model that changes nothing would make every invariant look kept. */
    @ParameterizedTest
    @EnumSource(value = IncidentKind.class, mode = Mode.EXCLUDE, names = {"ELECTRODE_HALF", "STOP_LOST", "DISK_ERROR"})
    void everyKindThatCanBeSeenChangesWhatTheControllerDecides(IncidentKind kind) {
        boolean changed = false;
        for (int seed = 0; seed < 12 && !changed; seed++) {
            changed = hash(seed, kind) != hash(seed, IncidentKind.STOP_LOST);
        }
        assertTrue(changed, kind.label());
    }

    /** Beside it the level goes down and the wearer pauses, so that there is something to raise, to ask for again and to start. */
    private static long hash(int seed, IncidentKind kind) {
        return CampaignWalk.of(plan(seed, List.of(new Incident(IncidentKind.LEVEL_DOWN, 6_000, 2_000, 2),
                new Incident(IncidentKind.PAUSE, 8_800, 3_000, 2), new Incident(kind, 9_000, 4_000, seed),
                new Incident(kind, 15_000, 2_000, seed + 1)))).hash();
    }

    @Test
    void aFaultThatCannotBeSeenChangesNothing() {
        WalkPlan calm = plan(3, List.of());
        Set<Long> hashes = UNSEEN.stream()
                .map(kind -> CampaignWalk.of(calm.with(List.of(new Incident(kind, 5_000, 3_000, 1)))).hash())
                .collect(Collectors.toSet());
        assertEquals(1, hashes.size());
    }

    @Test
    void twoSeedsAreTwoWalks() {
        assertNotEquals(CampaignWalk.of(plan(1, List.of())).hash(), CampaignWalk.of(plan(2, List.of())).hash());
    }

    /** Upright for a moment in every stride, no longer than 50 ms. */
    @Test
    void theShankOfAQuickWalkerHasStancesThatCount() {
        for (int seed = 0; seed < 40; seed++) {
            List<Incident> pause = List.of(new Incident(IncidentKind.PAUSE, 6_000 + 500 * seed, 1_000, seed));
            WalkResult walk = CampaignWalk.of(new WalkPlan(seed, Outfit.SHANK, 2, 0, 0, 500, 10, pause));
            assertNull(walk.breach());
            assertTrue(walk.recoveryStrides() >= 0, walk.toString());
        }
    }

    /** It is over before the tick in which it is noticed; the strides walked without power are none that a controller missed. */
    @Test
    void aPowerCutShorterThanATickBeginsTheRecoveryAnew() {
        WalkPlan drawn = WalkPlan.draw(716_905_464, 100, IncidentKind.all());
        WalkPlan found = drawn.with(drawn.incidents().stream().filter(each -> each.is(IncidentKind.POWER_CUT)
                || each.is(IncidentKind.KILL)).toList());
        assertEquals(3, found.incidents().size());
        assertNull(CampaignWalk.of(found).breach());
    }

    /** A reader may stamp just after the time of the tick that takes the sample: its silence begins at its stamp. */
    @Test
    void aSampleStampedWithinATickOfTheFutureIsHeard() {
        WalkPlan drawn = WalkPlan.draw(32_519_752, 100, IncidentKind.all());
        WalkPlan found = drawn.with(drawn.incidents().stream().filter(each -> each.is(IncidentKind.BIT_FLIP)
                || each.is(IncidentKind.BUS_ERROR)).toList());
        assertEquals(3, found.incidents().size());
        assertNull(CampaignWalk.of(found).breach());
    }

    /** A clock that goes back by a tick leaves the newest sample where a reader may stamp it. */
    @Test
    void silenceAfterAClockThatWentBackByATickCountsFromTheStampOfTheNewestSample() {
        WalkPlan drawn = WalkPlan.draw(1_672_556_188, 100, IncidentKind.all());
        WalkPlan found = drawn.with(drawn.incidents().stream().filter(each -> each.is(IncidentKind.CLOCK_JUMP)
                || each.is(IncidentKind.BUS_ERROR)).toList());
        assertNull(CampaignWalk.of(found).breach());
    }

    /** The gyroscope carried up the wrong way on, and no stance of a walk lasts long enough to put it right by rest alone. */
    @Test
    void aFootImuThatShowedItsAxesTheWrongWayRoundIsFollowedAgain() {
        WalkPlan drawn = WalkPlan.draw(2_119_503_480, 100, IncidentKind.all());
        WalkPlan found = drawn.with(drawn.incidents().stream().filter(each -> each.is(IncidentKind.IMU_AXES)
                || each.is(IncidentKind.TEST_HELD) || each.is(IncidentKind.CHANGE_MID_SWING)).toList());
        assertNull(CampaignWalk.of(found).breach());
    }

    /** The last pulse at full height came 10 ms before a fall of 300 ms began, and a late tick put the last of the fall at its very end. */
    @Test
    void aFallIsCountedFromItsFirstWeakerPulse() {
        WalkPlan drawn = WalkPlan.draw(721_791_217, 100, IncidentKind.all());
        WalkPlan found = drawn.with(drawn.incidents().stream().filter(each -> each.is(IncidentKind.BUTTON_MASH)
                || each.is(IncidentKind.OUTPUT_STUCK) || each.is(IncidentKind.BROWN_OUT)).toList());
        assertNull(CampaignWalk.of(found).breach());
    }

    private static WalkPlan plan(long seed, List<Incident> incidents) {
        Outfit outfit = seed % 2 == 0 ? Outfit.FUSED : Outfit.FOOT;
        return new WalkPlan(seed, outfit, 0, 0, 0, 1_000, 15, incidents);
    }
}
