package org.footlift.telemetry;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.footlift.hal.SensorFrame;

/**
 * Seeded pseudo-random ticks, and the whole content of a tick as text. Both go by reflection over the public fields, so that a field that is
 * added and then forgotten in the layout fails the tests.
 */
public final class TickFixture {
    private final SplittableRandom random;
    private long timeNs = 123_456_789_012L;
    private long tick;

    public TickFixture(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Fills both with arbitrary values; only time and number of the tick go on evenly, 5 ms a tick. */
    public void next(TickInput in, TickOutput out) {
        randomize(in);
        randomize(out);
        in.tick = tick++;
        in.timeNs = timeNs += 5_000_000L;
    }

    private void randomize(Object target) {
        if (target instanceof SensorFrame frame) {
            frame.clear();
            int imu = random.nextInt(4);
            for (int i = 0; i < imu; i++) {
                randomize(frame.addImu());
            }
            int heel = random.nextInt(3);
            for (int i = 0; i < heel; i++) {
                randomize(frame.addHeel());
            }
            return;
        }
        for (Field field : target.getClass().getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                randomizeField(field, target);
            }
        }
    }

    private void randomizeField(Field field, Object target) {
        Object value = get(field, target);
        if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                if (value instanceof long[] longs) {
                    longs[i] = random.nextLong();
                } else {
                    randomize(Array.get(value, i));
                }
            }
        } else if (Modifier.isFinal(field.getModifiers())) {
            randomize(value);
        } else {
            set(field, target, anotherValue(value));
        }
    }

    private Object anotherValue(Object value) {
        return switch (value) {
            case Long ignored -> random.nextLong();
            case Integer ignored -> random.nextInt();
            case Boolean ignored -> random.nextBoolean();
            case Float ignored -> Float.intBitsToFloat(random.nextInt());
            case Enum<?> named -> {
                Object[] all = named.getDeclaringClass().getEnumConstants();
                yield all[random.nextInt(all.length)];
            }
            default -> throw new AssertionError("a field of " + value.getClass() + " needs a place in this fixture");
        };
    }

    /** Every field of both, floats as bits. */
    public static String content(TickInput in, TickOutput out) {
        return content(in) + content(out);
    }

    private static String content(Object value) {
        return switch (value) {
            case Float number -> Integer.toHexString(Float.floatToRawIntBits(number));
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case Boolean truth -> truth.toString();
            case Enum<?> named -> named.name();
            case SensorFrame frame -> {
                StringJoiner text = new StringJoiner(",", "{", "}");
                for (int i = 0; i < frame.imuCount(); i++) {
                    text.add("imu" + content(frame.imu(i)));
                }
                for (int i = 0; i < frame.heelCount(); i++) {
                    text.add("heel" + content(frame.heel(i)));
                }
                yield text.toString();
            }
            default -> fields(value);
        };
    }

    private static String fields(Object value) {
        StringJoiner text = new StringJoiner(",", "{", "}");
        if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                text.add(content(Array.get(value, i)));
            }
            return text.toString();
        }
        for (Field field : value.getClass().getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                text.add(field.getName() + "=" + content(get(field, value)));
            }
        }
        return text.toString();
    }

    private static Object get(Field field, Object target) {
        try {
            return field.get(target);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Field field, Object target, Object value) {
        try {
            field.set(target, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
