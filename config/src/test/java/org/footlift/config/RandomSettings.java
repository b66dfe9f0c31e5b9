package org.footlift.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Settings drawn from a seed: any that their records allow. */
final class RandomSettings {
    private static final String ALPHABET = "abz AZ09-_./\\\"'#=[]{}äß漢😀";

    private RandomSettings() {}

    /** The first draw of {@code random} without a conflict. Fewer changes from the default conflict less often. */
    static Settings next(Random random) {
        double share = random.nextDouble() * random.nextDouble();
        while (true) {
            try {
                return (Settings) draw(Section.ROOT, random, share);
            } catch (ConflictingSettings e) {
                share *= 0.99;
            }
        }
    }

    private static Record draw(Section section, Random random, double share) {
        List<Object> values = new ArrayList<>();
        for (Node node : section.nodes()) {
            values.add(switch (node) {
                case Section below -> draw(below, random, share);
                case Leaf leaf -> random.nextDouble() < share ? draw(leaf, random) : leaf.defaultValue();
            });
        }
        return section.build(values);
    }

    private static Object draw(Leaf leaf, Random random) {
        return switch (leaf.defaultValue()) {
            case Integer number -> (int) random.nextLong(leaf.setting().min(), leaf.setting().max() + 1);
            case Boolean truth -> random.nextBoolean();
            case Enum<?> constant -> leaf.constants().get(random.nextInt(leaf.constants().size()));
            default -> text(random);
        };
    }

    private static String text(Random random) {
        int[] letters = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder("x");
        int length = random.nextInt(Ranges.TEXT_LENGTH / 2);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
