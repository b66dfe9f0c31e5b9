package org.footlift.sim.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Arrays;
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
        WalkPlan found = found(716_905_464, IncidentKind.POWER_CUT, IncidentKind.KILL);
        assertEquals(3, found.incidents().size());
        assertNull(CampaignWalk.of(found).breach());
    }

    /** A reader may stamp just after the time of the tick that takes the sample: its silence begins at its stamp. */
    @Test
    void aSampleStampedWithinATickOfTheFutureIsHeard() {
        WalkPlan found = found(32_519_752, IncidentKind.BIT_FLIP, IncidentKind.BUS_ERROR);
        assertEquals(3, found.incidents().size());
        assertNull(CampaignWalk.of(found).breach());
    }

    /** A clock that goes back by a tick leaves the newest sample where a reader may stamp it. */
    @Test
    void silenceAfterAClockThatWentBackByATickCountsFromTheStampOfTheNewestSample() {
        WalkPlan found = found(1_672_556_188, IncidentKind.CLOCK_JUMP, IncidentKind.BUS_ERROR);
        assertNull(CampaignWalk.of(found).breach());
    }

    /** The gyroscope carried up the wrong way on, and no stance of a walk lasts long enough to put it right by rest alone. */
    @Test
    void aFootImuThatShowedItsAxesTheWrongWayRoundIsFollowedAgain() {
        WalkPlan found = found(2_119_503_480, IncidentKind.IMU_AXES, IncidentKind.TEST_HELD,
                IncidentKind.CHANGE_MID_SWING);
        assertNull(CampaignWalk.of(found).breach());
    }

    /** In the fall of a burst after Pause the clock went back a little; a test began at once and was the same burst, for too long by as much. */
    @Test
    void aClockThatWentBackInAFallMakesNoBurstLonger() {
        WalkPlan found = found(384_300_788, IncidentKind.TEST_ASKED, IncidentKind.CLOCK_JUMP);
        assertNull(CampaignWalk.of(found).breach());
    }

    /** The last pulse at full height came 10 ms before a fall of 300 ms began, and a late tick put the last of the fall at its very end. */
    @Test
    void aFallIsCountedFromItsFirstWeakerPulse() {
        WalkPlan found = found(721_791_217, IncidentKind.BUTTON_MASH, IncidentKind.OUTPUT_STUCK,
                IncidentKind.BROWN_OUT);
        assertNull(CampaignWalk.of(found).breach());
    }

    /** A walk that the campaign stumbled over, with the incidents that it needed for that. */
    private static WalkPlan found(long seed, IncidentKind... needed) {
        WalkPlan drawn = WalkPlan.draw(seed, 100, IncidentKind.all());
        return drawn.with(drawn.incidents().stream().filter(each -> Arrays.stream(needed).anyMatch(each::is)).toList());
    }

    private static WalkPlan plan(long seed, List<Incident> incidents) {
        Outfit outfit = seed % 2 == 0 ? Outfit.FUSED : Outfit.FOOT;
        return new WalkPlan(seed, outfit, 0, 0, 0, 1_000, 15, incidents);
    }
}
