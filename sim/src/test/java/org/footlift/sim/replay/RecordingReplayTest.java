package org.footlift.sim.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.telemetry.bids.Recording;
import org.junit.jupiter.api.Test;

class RecordingReplayTest {
    private static final double EXACT = 1e-9;

    @Test
    void anEventHasTheTimeOfTheSampleThatDecidedIt() {
        Recording walk = HeelWalk.recording(6, true, t -> false);
        double[] times = walk.timesS();
        List<ReplayRow> offs = RecordingReplay.of(walk, HeelWalk.settings(), Choice.HEEL).rows("heel_off");
        assertEquals(6, offs.size());
        for (ReplayRow off : offs) {
            assertTrue(Arrays.binarySearch(times, off.onsetS()) >= 0, off + " is not at a sample");
            double behindLiftS = off.onsetS() % 1 - 0.603;
            assertTrue(behindLiftS > -EXACT && behindLiftS < 0.03, off + " is not where the heel left the floor");
        }
    }

    @Test
    void aSampleEntersTheFirstTickAtOrAfterItsTime() {
        ReplayResult result = HeelWalk.replay(6, t -> false);
        List<ReplayRow> bursts = result.rows(ReplayRow.STIMULATION);
        assertEquals(6, bursts.size());
        for (int i = 0; i < bursts.size(); i++) {
            double decidedS = result.rows("heel_off").get(i).onsetS();
            assertEquals(decidedS - HeelWalk.BEHIND_TICK_S + 0.005, bursts.get(i).onsetS(), EXACT);
        }
    }

    @Test
    void startIsPressedOnceWhenNothingGoesWrong() {
        ReplayResult result = HeelWalk.replay(6, t -> false);
        assertEquals(1, result.starts());
        assertEquals(List.of(), result.rows(ReplayRow.FAULT));
        assertTrue(result.sensorsPresent());
    }

    @Test
    void aShortGapIsASoftFaultThatClearsByItself() {
        ReplayResult result = HeelWalk.replay(10, t -> t >= 4 && t < 4.5);
        List<ReplayRow> faults = result.rows(ReplayRow.FAULT);
        assertEquals(List.of("sensor_stale"), faults.stream().map(ReplayRow::detail).toList());
        assertEquals(4.1, faults.getFirst().onsetS(), 0.011);
        assertEquals(1, result.starts());
        assertTrue(result.rows(ReplayRow.STIMULATION).getLast().onsetS() > 9, "stimulation did not come back");
    }

    @Test
    void aGapThatEndsInTimeIsNoFault() {
        assertEquals(List.of(), HeelWalk.replay(10, t -> t >= 4 && t < 4.08).rows(ReplayRow.FAULT));
    }

    @Test
    void aLongGapLatchesAndStartIsPressedAgainAndCounted() {
        ReplayResult result = HeelWalk.replay(12, t -> t >= 4 && t < 5.5);
        assertTrue(result.rows(ReplayRow.FAULT).stream().anyMatch(row -> row.detail().equals("sensor_lost")),
                () -> result.rows(ReplayRow.FAULT).toString());
        assertEquals(2, result.starts());
        assertTrue(result.rows(ReplayRow.STIMULATION).getLast().onsetS() > 11, "stimulation did not come back");
    }

    @Test
    void theWearerOfARecordingWithoutAHeelSwitchWearsNone() {
        Recording bare = HeelWalk.recording(2, false, t -> false);
        assertFalse(RecordingReplay.fitted(HeelWalk.settings(), bare, Choice.FUSED).sensors().heelSwitch());
        assertEquals(Optional.of(Choice.IMU),
                RecordingReplay.of(bare, HeelWalk.settings(), Choice.FUSED).decidedBy());
        Recording worn = HeelWalk.recording(2, true, t -> false);
        assertTrue(RecordingReplay.fitted(HeelWalk.settings(), worn, Choice.FUSED).sensors().heelSwitch());
        assertEquals(Optional.of(Choice.FUSED),
                RecordingReplay.of(worn, HeelWalk.settings(), Choice.FUSED).decidedBy());
    }

    @Test
    void aRecordingWithoutTheChosenSensorSaysSo() {
        ReplayResult result = RecordingReplay.of(HeelWalk.recording(2, false, t -> false), HeelWalk.settings(),
                Choice.HEEL);
        assertFalse(result.sensorsPresent());
        assertEquals(List.of(), result.rows());
        assertEquals(0, result.ticks());
    }
}
