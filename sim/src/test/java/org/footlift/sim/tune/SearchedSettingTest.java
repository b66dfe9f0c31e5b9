package org.footlift.sim.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.footlift.config.NumberSetting;
import org.footlift.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchedSettingTest {
    @ParameterizedTest
    @ValueSource(strings = {"detector.imu.swing_rate_dps", "detector.imu.min_swing_ms", "detector.imu.min_stance_ms",
            "detector.heel.debounce_ms", "detector.heel.min_stance_ms"})
    void triesHalfToTwiceTheDefaultWithinTheDeclaredRange(String dotted) {
        SearchedSetting searched = SearchedSetting.of(dotted, Settings.DEFAULT);
        NumberSetting setting = searched.setting();
        int normal = setting.defaultValue();
        assertEquals(Math.max(setting.min(), Math.round(normal / 2f)), searched.levels().getFirst());
        assertEquals(Math.min(setting.max(), 2 * normal), searched.levels().getLast());
        assertTrue(searched.levels().contains(normal));
    }

    @Test
    void alsoTriesWhatTheProfileHasAndCountsDistanceFromThere() {
        NumberSetting debounce = NumberSetting.named("detector.heel.debounce_ms");
        SearchedSetting searched = SearchedSetting.of(debounce.dotted(), debounce.in(Settings.DEFAULT, 0));
        assertEquals(List.of(0, 5, 8, 10, 15, 20), searched.levels());
        assertEquals(0, searched.distance(0));
        assertEquals(0.5, searched.distance(10));
        assertEquals(1, searched.distance(20));
    }
}
