package org.footlift.sim.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    /** Steps at 1, 2, 4, 5 s; tests tell what became of the one at 3 s, whose swing is labelled from 3.2 to 3.6 s. */
    private final Story story = new Story().step(1).step(2).step(4).step(5);

    @Test
    void stepsAsTheyShouldBeNeedNoExplanation() {
        story.step(3);
        assertEquals(List.of(), against());
        assertEquals(List.of(), story.alone());
    }

    @Test
    void aHeelOffThatWasNeverDecidedNamesThePhaseThatTheDetectorWasIn() {
        says("No heel off was decided. The phase was stance since 2.80 s (no rise of the heel was recognised).");
    }

    @Test
    void aDetectorThatWaitsForTheStrikeBeforeSaysSo() {
        story.phase(GaitPhase.SWING, 2.9, 3.3);
        says("No heel off was decided. The phase was swing since 2.90 s (the heel strike before was still awaited),"
                + " from 3.30 s on stance.");
    }

    @Test
    void aPhaseThatGotLostSaysWhy() {
        story.phase(GaitPhase.SWING, 2.9, 3).phase(GaitPhase.UNKNOWN, 3, 4);
        says("The phase was unknown since 3.00 s (swing was given up).");
        story.silent(3, 3.1);
        says("The phase was unknown since 3.00 s (after missing data).");
    }

    @Test
    void aHeelOffThatWasDecidedLateMakesTheBurstLate() {
        story.event("heel_off", 3.38).phase(GaitPhase.SWING, 3.38, 3.6).burst(3.38, 3.7);
        says("Toe off labelled at 3.20 s; no burst until 3.38 s (180 ms late). Heel off was decided at 3.38 s only."
                + " The phase was stance since 2.80 s");
    }

    @Test
    void thePlannersPauseAfterTheBurstBeforeIsNamed() {
        story.burst(2.85, 3.15).event("heel_off", 2.85).event("heel_strike", 3.05).event("heel_off", 3.18)
                .phase(GaitPhase.SWING, 3.18, 3.6).burst(3.26, 3.7);
        says("no burst until 3.26 s (60 ms late). Heel off was decided at 3.18 s. The planner waited for the pause of 100 ms"
                + " after the burst before, which ended at 3.15 s.");
    }

    @Test
    void aHeelOffThatWasTakenBackIsNamed() {
        story.event("heel_off", 3).phase(GaitPhase.PRE_SWING, 3, 3.1);
        says("Heel off was decided at 3.00 s. The detector went back to stance at 3.10 s, which took the heel off back.");
    }

    @Test
    void whatTheGovernorRefusedIsNamedWithItsLimits() {
        story.event("heel_off", 3).phase(GaitPhase.SWING, 3, 3.6).limit(Limit.DUTY, 3, 3.6);
        says("Heel off was decided at 3.00 s. The governor refused the pulses: duty.");
    }

    @Test
    void aStanceThatTheGovernorWaitsForIsNamedWithWhatMadeItNeeded() {
        story.event("heel_off", 3).phase(GaitPhase.SWING, 3, 3.6).limit(Limit.STANCE, 3, 3.6);
        says("The governor refused the pulses: no valid stance yet since Start.");
        story.fault(Fault.SENSOR_STALE, 2.85, 2.9);
        says("The governor refused the pulses: no valid stance yet since sensor_stale at 2.85 s.");
    }

    @Test
    void aLimitThatOnlyWeakensRefusesNothing() {
        story.step(3).limit(Limit.RISE, 3, 3.7);
        assertEquals(List.of(), against());
        assertEquals(List.of(), story.alone());
    }

    @Test
    void aFaultIsNamedWithHowItClears() {
        story.fault(Fault.SENSOR_STALE, 3.1, 3.9).silent(3.1, 3.9);
        says("Fault sensor_stale from 3.10 s to 3.90 s (no usable sample from any chosen sensor for 100 ms),"
                + " which clears after a valid stance.");
    }

    @Test
    void aModeThatStimulatesNothingIsNamed() {
        story.mode(Mode.EVALUATION, 3, 4);
        says("No heel off was decided. The mode was: evaluation, no stimulation.");
    }

    @Test
    void aBurstThatEndedTooEarlyNamesTheStrikeThatEndedIt() {
        story.event("heel_off", 3).event("heel_strike", 3.35).phase(GaitPhase.SWING, 3, 3.35)
                .phase(GaitPhase.LOADING, 3.35, 3.6).burst(3, 3.5);
        says("The burst ended at 3.50 s, 100 ms before the heel strike labelled at 3.60 s. A heel strike decided at 3.35 s ended"
                + " it: the last pulse is over 150 ms later, after extension and falling ramp.");
    }

    @Test
    void aBurstThatLastedItsLongestSaysSo() {
        story.event("heel_off", 6).phase(GaitPhase.PRE_SWING, 6, 9).burst(6, 7.9);
        List<Explanation> alone = story.step(3).alone();
        assertEquals(1, alone.size(), alone::toString);
        assertEquals(
                "The burst from 6.00 s on ended at 7.90 s. It had lasted its longest (1900 ms) without a heel strike.",
                alone.getFirst().words());
        assertEquals(7.9, alone.getFirst().timeS(), 1e-9);
    }

    @Test
    void aStanceThatWasLeftAgainBeforeTheBurstEndedIsNamed() {
        story.event("heel_off", 3).event("heel_off", 3.3).phase(GaitPhase.PRE_SWING, 3, 3.15)
                .phase(GaitPhase.PRE_SWING, 3.3, 3.7).burst(3, 3.4);
        says("The burst ended at 3.40 s, 200 ms before the heel strike labelled at 3.60 s. The detector went back to stance at"
                + " 3.15 s without a heel strike, and that ended it.");
    }

    @Test
    void anEarlierFaultThatWasOverDidNotEndTheBurst() {
        story.event("heel_off", 3).event("heel_strike", 3.35).phase(GaitPhase.SWING, 3, 3.35)
                .phase(GaitPhase.LOADING, 3.35, 3.6).burst(3, 3.5).fault(Fault.SENSOR_STALE, 3.05, 3.1);
        says("A heel strike decided at 3.35 s ended it");
    }

    @Test
    void aStrayBurstSaysWhatTriggeredAndWhatEndedIt() {
        story.step(3).event("heel_off", 6).phase(GaitPhase.PRE_SWING, 6, 6.2).burst(6, 6.4);
        List<Explanation> found = story.against(1.2, 2.2, 3.2, 4.2, 5.2, 7.2);
        assertTrue(found.getFirst().words()
                .endsWith("Heel off was decided at 6.00 s by the foot IMU, 400 ms after the last heel"
                        + " strike. No toe off followed. The detector went back to stance at 6.20 s without a heel strike, and that ended"
                        + " it."),
                found::toString);
        assertEquals(6, found.getFirst().timeS(), 1e-9);
    }

    @Test
    void aWaitForTheLeadIsNamed() {
        story.event("heel_off", 3).phase(GaitPhase.PRE_SWING, 3, 3.6).start(BurstStart.WAITING, 3, 3.3)
                .start(BurstStart.LEAD, 3.3, 3.7).burst(3.3, 3.7);
        says("no burst until 3.30 s (100 ms late). Heel off was decided at 3.00 s. By the wearer's rhythm the planner expected"
                + " toe off later, and waited for its lead of 100 ms before it.");
    }

    @Test
    void aBurstBeforeAHeelOffThatNeverCameSaysWhyItBeganAndEnded() {
        story.step(3).start(BurstStart.BEFORE_HEEL_OFF, 6, 6.2).start(BurstStart.WITHDRAWN, 6.2, 6.3).burst(6, 6.3);
        List<Explanation> found = story.against(1.2, 2.2, 3.2, 4.2, 5.2, 7.2);
        assertTrue(found.getFirst().words()
                .endsWith("It began before heel off, 100 ms before toe off was expected by the wearer's rhythm. No heel"
                        + " off followed. It had begun before heel off, and no heel off came in time."),
                found::toString);
        assertEquals(1, story.alone().size(), "without labels it is a burst that the heel did not end");
    }

    @Test
    void aBurstThatBeganBeforeHeelOffIsNotTakenForThatOfTheStepBefore() {
        story.event("heel_off", 3).phase(GaitPhase.PRE_SWING, 3, 3.1).start(BurstStart.BEFORE_HEEL_OFF, 2.9, 3.2)
                .burst(2.9, 3.18);
        says("The burst of this step began at 2.90 s and ended at 3.18 s.");
    }

    @Test
    void withoutLabelsAHeelOffThatNoBurstFollowedIsExplained() {
        story.event("heel_off", 3).phase(GaitPhase.SWING, 3, 3.6).limit(Limit.STANCE, 3, 3.6);
        List<Explanation> alone = story.alone();
        assertEquals(
                "No burst followed the heel off. Heel off was decided at 3.00 s. The governor refused the pulses: no valid"
                        + " stance yet since Start.",
                alone.getFirst().words());
        assertEquals(1, alone.size(), alone::toString);
    }

    @Test
    void withoutLabelsAStrideWithoutHeelOffIsExplained() {
        story.event("heel_strike", 3.6);
        assertEquals(List
                .of("No burst from the heel strike at 2.60 s to the next at 3.60 s. No heel off was decided. The phase"
                        + " was loading since 2.60 s (foot flat was still awaited), from 2.80 s on stance."),
                story.alone().stream().map(Explanation::words).toList());
    }

    private List<Explanation> against() {
        return story.against(1.2, 2.2, 3.2, 4.2, 5.2);
    }

    private void says(String words) {
        List<Explanation> found = against().stream().filter(e -> Math.abs(e.timeS() - 3.2) < 1e-6).toList();
        assertEquals(1, found.size(), () -> against().toString());
        assertTrue(found.getFirst().words().contains(words), () -> found.getFirst().words());
    }
}
