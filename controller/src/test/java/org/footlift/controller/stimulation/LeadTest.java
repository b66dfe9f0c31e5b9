package org.footlift.controller.stimulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.footlift.controller.stimulation.LeadBench.Seen;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.api.Test;

/** Bursts that begin a lead before toe off. The steady stride: heel off at 500 ms, toe off at 720 ms after heel strike. */
class LeadTest {
    private static void begins(LeadBench bench, long ms, BurstStart why) {
        assertEquals(1, bench.seen.size(), bench.seen::toString);
        assertEquals(List.of(ms, why), List.of(bench.seen.getFirst().fromMs(), bench.seen.getFirst().why()));
    }

    /** The next stride as far as toe off. */
    private static LeadBench toToeOff(LeadBench bench, int heelOffMs, int toeOffMs) {
        return bench.flat().at(heelOffMs, GaitEvent.HEEL_OFF).at(toeOffMs, GaitEvent.TOE_OFF);
    }

    @Test
    void inASteadyWalkABurstBeginsItsLeadBeforeToeOff() {
        begins(toToeOff(LeadBench.steady(100, false), 500, 720), 620, BurstStart.LEAD);
        begins(toToeOff(LeadBench.steady(180, true), 500, 720), 540, BurstStart.LEAD);
    }

    @Test
    void withoutALeadItBeginsAtHeelOffHoweverSteadyTheWalk() {
        begins(toToeOff(LeadBench.steady(0, false), 500, 720), 500, BurstStart.HEEL_OFF);
    }

    @Test
    void aLeadCountsFromTheHeelOffThatCameNotFromTheUsualOne() {
        begins(toToeOff(LeadBench.steady(100, false), 540, 760), 660, BurstStart.LEAD);
    }

    @Test
    void untilTheWalkIsSteadyItBeginsAtHeelOff() {
        LeadBench bench = new LeadBench(100, true);
        for (int stride = 0; stride < 5; stride++) {
            toToeOff(bench, 500, 720);
            begins(bench, 500, BurstStart.HEEL_OFF);
            bench.until(LeadBench.STRIDE - 5).strike();
        }
        begins(toToeOff(bench, 500, 720), 620, BurstStart.LEAD);
    }

    @Test
    void aLongLeadBeginsAtHeelOffAndBeforeItOnlyWhenThatIsAskedFor() {
        begins(toToeOff(LeadBench.steady(300, false), 500, 720), 500, BurstStart.HEEL_OFF);
        begins(toToeOff(LeadBench.steady(300, true), 500, 720), 420, BurstStart.BEFORE_HEEL_OFF);
    }

    @Test
    void saysThatItWaits() {
        LeadBench bench = LeadBench.steady(100, false).flat().at(500, GaitEvent.HEEL_OFF).until(610);
        assertEquals(BurstStart.WAITING, bench.out.burstStart);
        assertEquals(100, bench.out.rhythmPct);
        assertEquals(55, bench.out.stridePct);
    }

    @Test
    void toesThatLeaveSoonerThanExpectedBeginItAtOnce() {
        begins(toToeOff(LeadBench.steady(100, false), 500, 580), 580, BurstStart.TOE_OFF);
    }

    @Test
    void aHeelThatComesDownWhileItWaitsCancelsIt() {
        LeadBench bench = LeadBench.steady(100, false).flat().at(500, GaitEvent.HEEL_OFF).until(560);
        bench.at(565, GaitEvent.FOOT_FLAT).until(1_000);
        assertTrue(bench.seen.isEmpty());
    }

    @Test
    void aStrideOutOfStepBeginsAtHeelOff() {
        begins(toToeOff(LeadBench.steady(100, true), 330, 550), 350, BurstStart.HEEL_OFF); // after the pause
        begins(toToeOff(LeadBench.steady(100, true), 800, 1_020), 800, BurstStart.HEEL_OFF);
    }

    @Test
    void afterAMissedEventASensorGapAPauseOrASoftStopItBeginsAtHeelOff() {
        LeadBench missed = LeadBench.steady(300, true).until(LeadBench.STRIDE).strike();
        begins(toToeOff(missed, 500, 720), 500, BurstStart.HEEL_OFF);

        LeadBench gap = LeadBench.steady(300, true).flat().gap(120);
        begins(gap.at(500, GaitEvent.HEEL_OFF).at(720, GaitEvent.TOE_OFF), 500, BurstStart.HEEL_OFF);

        LeadBench pause = LeadBench.steady(300, true).flat();
        pause.mode = Mode.PAUSED;
        pause.run(5);
        pause.mode = Mode.WALK;
        begins(pause.at(500, GaitEvent.HEEL_OFF).at(720, GaitEvent.TOE_OFF), 500, BurstStart.HEEL_OFF);

        LeadBench soft = LeadBench.steady(300, true).flat();
        soft.softStop = true;
        soft.run(5);
        soft.softStop = false;
        begins(soft.at(500, GaitEvent.HEEL_OFF).at(720, GaitEvent.TOE_OFF), 500, BurstStart.HEEL_OFF);
    }

    @Test
    void aFootThatDidNotComeDownFlatInTimeGetsNoBurstBeforeHeelOff() {
        LeadBench never = LeadBench.steady(300, true).at(500, GaitEvent.HEEL_OFF).at(720, GaitEvent.TOE_OFF);
        begins(never, 500, BurstStart.HEEL_OFF);
        LeadBench late = LeadBench.steady(300, true).at(300, GaitEvent.FOOT_FLAT).at(500, GaitEvent.HEEL_OFF);
        begins(late.at(720, GaitEvent.TOE_OFF), 500, BurstStart.HEEL_OFF);
    }

    @Test
    void aHeelThatIsAlreadyLateIsWaitedFor() {
        LeadBench bench = LeadBench.steady(210, true).flat().until(600);
        assertTrue(bench.seen.isEmpty(), "its lead begins 10 ms after the usual heel off: the wearer may have stopped");
    }

    @Test
    void itBeginsNoSoonerThanTheDutyLimitHasRoomForTheWholeSwing() {
        LeadBench bench = LeadBench.steady(300, true);
        bench.longestMs = 790; // 640 and the fall: from 460 ms to heel strike at 1100 ms
        begins(toToeOff(bench, 500, 720), 460, BurstStart.BEFORE_HEEL_OFF);
        bench = LeadBench.steady(300, true);
        bench.longestMs = 700;
        begins(toToeOff(bench, 500, 720), 500, BurstStart.HEEL_OFF);
    }

    @Test
    void aBurstBeforeHeelOffGoesOnThroughTheSwing() {
        LeadBench bench = toToeOff(LeadBench.steady(300, true), 500, 720).until(LeadBench.STRIDE - 5);
        assertTrue(bench.planner.burstOn());
        assertEquals(1, bench.seen.size());
        assertEquals(BurstStart.BEFORE_HEEL_OFF, bench.out.burstStart);
    }

    @Test
    void aWearerWhoStopsFeelsOneShortBurstAndNoOther() {
        LeadBench bench = LeadBench.steady(300, true).flat().until(10_000);
        assertEquals(List.of(new Seen(420, 820, BurstStart.BEFORE_HEEL_OFF)), bench.seen,
                "until the heel off is 165 ms late, then its fall of 150 ms");
        assertEquals(BurstStart.NONE, bench.out.burstStart);
    }

    @Test
    void aBurstThatIsOverSaysNothingMoreInThatTick() {
        LeadBench bench = LeadBench.steady(300, true).flat().until(820);
        assertFalse(bench.planner.burstOn());
        assertEquals(BurstStart.NONE, bench.out.burstStart);
    }

    @Test
    void saysThatItWithdraws() {
        LeadBench bench = LeadBench.steady(300, true).flat().until(700);
        assertEquals(BurstStart.WITHDRAWN, bench.out.burstStart);
        assertEquals(0, bench.out.rhythmPct);
    }

    @Test
    void afterABurstThatNoHeelOffConfirmedThreeSteadyStridesComeFirst() {
        LeadBench bench = LeadBench.steady(300, true).flat().until(2_000);
        bench.at(2_005, GaitEvent.HEEL_OFF).at(2_225, GaitEvent.TOE_OFF).until(2_600).strike();
        for (int stride = 0; stride < 3; stride++) {
            toToeOff(bench, 500, 720);
            begins(bench, 500, BurstStart.HEEL_OFF);
            bench.until(LeadBench.STRIDE - 5).strike();
        }
        begins(toToeOff(bench, 500, 720), 420, BurstStart.BEFORE_HEEL_OFF);
    }

    @Test
    void aHeelOffDuringTheWithdrawalKeepsTheBurst() {
        LeadBench bench = LeadBench.steady(300, true).flat().until(740);
        assertEquals(BurstStart.WITHDRAWN, bench.out.burstStart);
        bench.at(745, GaitEvent.HEEL_OFF).at(960, GaitEvent.TOE_OFF).until(1_300);
        assertEquals(List.of(new Seen(420, Long.MAX_VALUE, BurstStart.BEFORE_HEEL_OFF)), bench.seen);
    }

    @Test
    void pauseEndsABurstBeforeHeelOffToo() {
        LeadBench bench = LeadBench.steady(300, true).flat().until(450);
        bench.mode = Mode.PAUSED;
        bench.run(5);
        assertEquals(BurstStart.NONE, bench.out.burstStart, "what is left of it is no burst of walking");
        bench.run(155);
        assertFalse(bench.planner.burstOn());
    }

    @Test
    void aBurstBeforeHeelOffThatIsRefusedIsNotAskedForAgainInThatStride() {
        LeadBench bench = LeadBench.steady(300, true).flat().until(420).drop();
        bench.at(500, GaitEvent.HEEL_OFF).at(720, GaitEvent.TOE_OFF);
        assertEquals(List.of(420L, 500L), bench.seen.stream().map(Seen::fromMs).toList());
    }

    @Test
    void afterAResetItBeginsAtHeelOff() {
        LeadBench bench = LeadBench.steady(100, true);
        bench.planner.reset();
        begins(toToeOff(bench, 500, 720), 500, BurstStart.HEEL_OFF);
    }
}
