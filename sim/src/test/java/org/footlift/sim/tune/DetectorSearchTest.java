package org.footlift.sim.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.NumberSetting;
import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsReader;
import org.footlift.sim.tune.DetectorFit.JudgedOn;
import org.junit.jupiter.api.Test;

class DetectorSearchTest {
    private static final NumberSetting MIN_STANCE = NumberSetting.named("detector.heel.min_stance_ms");
    private static final NumberSetting DEBOUNCE = NumberSetting.named("detector.heel.debounce_ms");

    private static DetectorFit fit(LabelledRun... runs) {
        return new DetectorSearch(Settings.DEFAULT, Choice.HEEL).fit(List.of(runs), (done, all) -> {});
    }

    @Test
    void keepsTheDefaultsForThoseWhomTheyFit() {
        DetectorFit fit = fit(HeelRuns.walk("sub-xxA", 1, HeelRuns.USUAL_LOAD_MS),
                HeelRuns.walk("sub-xxB", 1, HeelRuns.USUAL_LOAD_MS));
        assertEquals(fit.start(), fit.best());
        assertFalse(fit.isBetter());
        assertEquals("", fit.toml());
        assertTrue(FitText.of(fit).contains("Keep the defaults (10 80). Nothing better was found."), FitText.of(fit));
    }

    @Test
    void proposesWhatHelpsPeopleWhoHadNoPartInTheChoice() throws SettingsException {
        DetectorFit fit = fit(HeelRuns.walk("sub-xxA", 1, HeelRuns.SHORT_LOAD_MS),
                HeelRuns.walk("sub-xxB", 1, HeelRuns.SHORT_LOAD_MS));
        assertEquals(JudgedOn.PEOPLE_LEFT_OUT, fit.judgedOn());
        for (LeftOut each : fit.leftOut()) {
            assertTrue(each.after().cost() < each.before().cost() - 0.5, each::toString);
        }
        assertTrue(fit.isBetter());
        Settings proposed = SettingsReader.parse(fit.toml(), "proposal");
        assertTrue(MIN_STANCE.of(proposed) <= HeelRuns.SHORT_LOAD_MS, fit.toml());
        assertEquals(DEBOUNCE.defaultValue(), DEBOUNCE.of(proposed), "what makes no difference stays at the default");
        assertTrue(FitText.of(fit).endsWith(fit.toml()), FitText.of(fit));
    }

    @Test
    void aPersonHasNoPartInTheChoiceOfTheValuesThatJudgeThem() {
        DetectorFit fit = fit(HeelRuns.walk("sub-xxA", 1, HeelRuns.SHORT_LOAD_MS),
                HeelRuns.walk("sub-xxB", 1, HeelRuns.USUAL_LOAD_MS));
        LeftOut odd = fit.leftOut().getFirst();
        assertEquals("sub-xxA", odd.name());
        assertEquals(fit.start(), odd.values(), "chosen on the other person, whom the defaults fit");
        assertEquals(odd.before(), odd.after());
        assertNotEquals(fit.start(), fit.leftOut().getLast().values());
        assertNotEquals(fit.start(), fit.best());
        assertFalse(fit.isBetter(), "it helped only the person it was chosen on");
        assertTrue(FitText.of(fit).contains("where it had no part in the choice"), FitText.of(fit));
    }

    @Test
    void ofOnePersonARecordingIsLeftOut() {
        DetectorFit fit = fit(HeelRuns.walk("sub-xxA", 2, HeelRuns.SHORT_LOAD_MS),
                HeelRuns.walk("sub-xxA", 1, HeelRuns.SHORT_LOAD_MS));
        assertEquals(JudgedOn.RECORDINGS_LEFT_OUT, fit.judgedOn());
        assertEquals(List.of("sub-xxA_task-walk_run-1", "sub-xxA_task-walk_run-2"),
                fit.leftOut().stream().map(LeftOut::name).toList());
        assertTrue(fit.isBetter());
    }

    @Test
    void saysThatFiguresOnTheOneRecordingAreOptimistic() {
        DetectorFit fit = fit(HeelRuns.walk("sub-xxA", 1, HeelRuns.SHORT_LOAD_MS));
        assertEquals(JudgedOn.THE_SAME_RECORDING, fit.judgedOn());
        assertEquals(fit.best(), fit.leftOut().getFirst().values());
        assertTrue(FitText.of(fit).contains("optimistic"), FitText.of(fit));
    }

    @Test
    void aSecondSearchFindsTheSame() {
        LabelledRun[] runs = {HeelRuns.walk("sub-xxA", 1, HeelRuns.SHORT_LOAD_MS),
                HeelRuns.walk("sub-xxB", 1, HeelRuns.USUAL_LOAD_MS)};
        DetectorFit first = fit(runs);
        DetectorFit second = fit(runs);
        assertEquals(first.best(), second.best());
        assertEquals(first.leftOut(), second.leftOut());
    }

    @Test
    void beginsWithTheProfileAndCountsEveryCombinationOnce() {
        List<Integer> counted = new ArrayList<>();
        Settings profile = MIN_STANCE.in(Settings.DEFAULT, 55);
        DetectorFit fit = new DetectorSearch(profile, Choice.HEEL).fit(
                List.of(HeelRuns.walk("sub-xxA", 1, HeelRuns.SHORT_LOAD_MS)), (done, all) -> counted.add(done));
        assertEquals(List.of(DEBOUNCE.defaultValue(), 55), fit.start());
        assertFalse(fit.isBetter(), "the profile fits already");
        assertTrue(FitText.of(fit).contains("Keep the values of the profile (10 55)"), FitText.of(fit));
        assertEquals(fit.searched().stream().mapToInt(each -> each.levels().size()).reduce(1, (a, b) -> a * b),
                fit.tried());
        assertEquals(IntStream.rangeClosed(1, fit.tried()).boxed().toList(), counted);
    }

    @Test
    void fitsOneDetectorAtATimeAndNothingWithoutRecordings() {
        assertThrows(IllegalArgumentException.class, () -> new DetectorSearch(Settings.DEFAULT, Choice.FUSED));
        assertThrows(IllegalArgumentException.class, () -> fit());
    }
}
