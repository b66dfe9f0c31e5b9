package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every settings record owes, driven from the annotations: a new component is held to it without a new test. */
class SettingsRecordsTest {
    @Test
    void theTreeSeesEverySection() {
        assertEquals(9, Settings.class.getRecordComponents().length);
        assertTrue(Section.ROOT.leaves().count() > 60, "settings seen: " + Section.ROOT.leaves().count());
        assertTrue(allSections().anyMatch(section -> section.type() == PiSettings.class));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void refusesANumberBelowItsRange(Section section, int index, Leaf leaf) {
        assertRefused(section, index, leaf, leaf.setting().min() - 1);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void refusesANumberAboveItsRange(Section section, int index, Leaf leaf) {
        assertRefused(section, index, leaf, leaf.setting().max() + 1);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void allowsBothEndsOfARange(Section section, int index, Leaf leaf) {
        assertDoesNotThrow(() -> buildWith(section, index, (int) leaf.setting().min()));
        assertDoesNotThrow(() -> buildWith(section, index, (int) leaf.setting().max()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "a\u0000", "a\u2028b", "\uD800",
            "0123456789012345678901234567890123456789012345678901234567890123456789012345678901"})
    void refusesATextThatDoesNotFitOnALine(String text) {
        assertThrows(IllegalArgumentException.class,
                () -> new ProfileSettings(text, "wearer", ProfileSettings.Leg.LEFT));
        assertThrows(IllegalArgumentException.class, () -> new ProfileSettings("name", text, ProfileSettings.Leg.LEFT));
    }

    @Test
    void namesEveryComponentThatIsOutOfRange() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> new SimSettings(SimSettings.Wearer.MILD, -1, 60_001));
        assertEquals(
                "SimSettings.seed is -1, allowed 0 to 2147483647; SimSettings.standMs is 60001, allowed 0 to 60000",
                refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void everyNumberDeclaresARangeWithinAnIntThatHoldsItsDefault(Section section, int index, Leaf leaf) {
        assertTrue(leaf.setting().min() < leaf.setting().max(), leaf.dotted());
        assertTrue(leaf.setting().min() >= Integer.MIN_VALUE && leaf.setting().max() <= Integer.MAX_VALUE,
                leaf.dotted());
        int value = (Integer) leaf.defaultValue();
        assertTrue(value >= leaf.setting().min() && value <= leaf.setting().max(), leaf.dotted());
        assertTrue(List.of(1, 10, 100, 1000).contains(leaf.setting().scale()),
                leaf.dotted() + " must be exact in decimals");
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyComponentIsExplainedInASentenceOfOneLine(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        assertNotNull(setting, component + " needs a @Setting");
        assertTrue(setting.value().endsWith("."), component + ": " + setting.value());
        assertFalse(setting.value().contains("\n"), component + ": " + setting.value());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aKeyEndsInTheUnitOfItsValue(Section section, int index, Leaf leaf) {
        String end = leaf.key().substring(leaf.key().lastIndexOf('_') + 1);
        String unit = switch (end) {
            case "ms" -> "milliseconds";
            case "s" -> "seconds";
            case "us" -> "microseconds";
            case "hz" -> "hertz";
            case "ma" -> "milliampere";
            case "uc" -> "microcoulomb";
            case "pct" -> "percent";
            case "dps" -> "degrees per second";
            case "cm2" -> "square centimetres";
            default -> "";
        };
        assertEquals(unit, leaf.setting().unit(), leaf.dotted());
    }

    @Test
    void aRecordThatForgetsAComponentIsCaughtInTests() {
        assertThrows(IllegalStateException.class, () -> Ranges.check(LoopSettings.class));
    }

    @Test
    void roundsThePulsePeriodUpToWholeTicks() {
        assertEquals(5, new LoopSettings(200).pulsePeriodTicks(40));
        assertEquals(7, new LoopSettings(200).pulsePeriodTicks(30));
        assertEquals(5_000_000L, new LoopSettings(200).periodNs());
    }

    @Test
    void aBurstIsOverAfterTwoPeriodsOfTheSlowestChannelInUseAnd100MsAtLeast() {
        assertEquals(100_000_000L, trains(true, 40, true, 40).burstGapNs());
        assertEquals(100_000_000L, trains(true, 20, false, 15).burstGapNs(), "one that is not enabled gives none");
        assertEquals(125_000_000L, trains(true, 40, true, 16).burstGapNs());
        assertEquals(133_333_333L, trains(true, 15, true, 40).burstGapNs());
    }

    private static StimulationSettings trains(boolean first, int firstHz, boolean second, int secondHz) {
        return new StimulationSettings(train(first, firstHz), train(second, secondHz));
    }

    private static ChannelSettings train(boolean enabled, int hz) {
        return new ChannelSettings(enabled, 20_000, 300, hz, ChannelSettings.Waveform.SYMMETRIC, 2_500);
    }

    @Test
    void changesSectionsThatBelongTogetherAtOnce() {
        Random random = new Random(7);
        Settings from = RandomSettings.next(random);
        Settings to = RandomSettings.next(random);
        assertEquals(to,
                from.with(to.profile(), to.loop(), to.hardware(), to.sensors(), to.detector(), to.stimulation(),
                        to.envelope(), to.modes(), to.limits()));
        assertEquals(from, from.with());
        assertEquals(400, from.with(new LoopSettings(300), new LoopSettings(400)).loop().rateHz());
    }

    @Test
    void thereAreTwoChannelsAndNoThird() {
        StimulationSettings stimulation = StimulationSettings.DEFAULT;
        assertEquals(stimulation.dorsiflexion(), stimulation.channel(0));
        assertEquals(stimulation.eversion(), stimulation.channel(1));
        assertThrows(IndexOutOfBoundsException.class, () -> stimulation.channel(2));
    }

    private static void assertRefused(Section section, int index, Leaf leaf, long value) {
        if ((int) value == value) {
            IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                    () -> buildWith(section, index, (int) value), leaf.dotted());
            String component = section.type().getRecordComponents()[index].getName();
            assertEquals(section.type().getSimpleName() + "." + component + " is " + value + ", allowed "
                    + leaf.setting().min()
                    + " to " + leaf.setting().max(), refusal.getMessage());
        } else {
            assertEquals(Integer.MAX_VALUE, leaf.setting().max(), "only an int itself may bound " + leaf.dotted());
        }
    }

    private static Record buildWith(Section section, int index, int value) {
        List<Object> values = new ArrayList<>(section.values(section.defaults()));
        values.set(index, value);
        return section.build(values);
    }

    static Stream<Arguments> numbers() {
        return allSections().flatMap(section -> Stream.iterate(0, i -> i < section.nodes().size(), i -> i + 1)
                .filter(i -> section.nodes().get(i) instanceof Leaf leaf && leaf.defaultValue() instanceof Integer)
                .map(i -> Arguments.of(section, i, section.nodes().get(i))));
    }

    static Stream<RecordComponent> components() {
        return allSections().flatMap(section -> Stream.of(section.type().getRecordComponents()));
    }

    private static Stream<Section> allSections() {
        return Stream.concat(Stream.of(Section.ROOT), Section.ROOT.sections());
    }
}
