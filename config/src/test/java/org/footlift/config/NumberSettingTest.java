package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSettingTest {
    @Test
    void takesRangeUnitAndDefaultFromTheAnnotatedRecord() {
        NumberSetting swing = NumberSetting.named("detector.imu.min_swing_ms");
        assertEquals("detector.imu", swing.section());
        assertEquals("milliseconds", swing.unit());
        assertEquals(ImuDetectorSettings.DEFAULT.minSwingMs(), swing.defaultValue());
        ImuDetectorSettings d = ImuDetectorSettings.DEFAULT;
        for (int allowed : new int[]{swing.min(), swing.max()}) {
            assertEquals(allowed,
                    new ImuDetectorSettings(d.swingRateDps(), allowed, d.minStanceMs()).minSwingMs());
        }
        for (int refused : new int[]{swing.min() - 1, swing.max() + 1}) {
            assertThrows(IllegalArgumentException.class,
                    () -> new ImuDetectorSettings(d.swingRateDps(), refused, d.minStanceMs()));
        }
    }

    @Test
    void changesThisSettingAndNoOther() throws SettingsException {
        NumberSetting debounce = NumberSetting.named("detector.heel.debounce_ms");
        Settings changed = debounce.in(Settings.DEFAULT, 17);
        assertEquals(17, debounce.of(changed));
        assertEquals(17, changed.detector().heel().debounceMs());
        assertEquals(Settings.DEFAULT, debounce.in(changed, debounce.of(Settings.DEFAULT)));
    }

    @Test
    void refusesAValueOutOfRange() {
        NumberSetting debounce = NumberSetting.named("detector.heel.debounce_ms");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> debounce.in(Settings.DEFAULT, debounce.max() + 1));
        assertTrue(refusal.toString().contains("debounceMs is " + (debounce.max() + 1)), refusal::toString);
    }

    @Test
    void writesALineThatTheReaderTakes() throws SettingsException {
        NumberSetting cap = NumberSetting.named("detector.imu.swing_rate_dps");
        String text = "[" + cap.section() + "]\n" + cap.line(45) + "\n";
        assertEquals(cap.in(Settings.DEFAULT, 45), SettingsReader.parse(text, "fragment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"detector.sensors", "detector.imu", "detector.imu.nothing", ""})
    void refusesWhatIsNoNumber(String dotted) {
        assertThrows(IllegalArgumentException.class, () -> NumberSetting.named(dotted));
    }
}
