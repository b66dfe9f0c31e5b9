package org.footlift.sim.scenario;

import java.util.Locale;
import java.util.Optional;
import org.footlift.config.SimSettings.Wearer;
import org.footlift.sim.sensor.SensorFault;
import org.footlift.sim.wearer.Activity;
import org.footlift.sim.wearer.WalkScript;
import org.jspecify.annotations.Nullable;

/** What the virtual wearer does, and what goes wrong meanwhile. */
public enum Scenario {
    /** Walking. */
    WALK("walking all the time"),
    /** Walking after a stroke. */
    SLOW_WALK("walking like somebody after a stroke, 0.5 m/s", null, null, Wearer.STROKE),
    /** Short walks. */
    STOP_AND_GO("short walks with stops between"),
    /** Walks between other things. */
    ERRANDS("everything that is not walking, with walks between"),
    /** Everything but walking. */
    NOT_WALKING("standing, shifting weight, sitting, rising, pivoting and riding in random order, no step"),
    /** Standing. */
    STANDING("standing, with sway and leaning", Activity.STANDING),
    /** Shifting weight. */
    WEIGHT_SHIFT("shifting weight, onto the toes, tapping", Activity.WEIGHT_SHIFT),
    /** Sitting. */
    LEG_SWING("sitting: swinging the leg, feet tucked back, legs crossed", Activity.LEG_SWING),
    /** Rising. */
    SIT_TO_STAND("sitting down and standing up again and again", Activity.SIT_TO_STAND),
    /** Pivoting. */
    PIVOT("turning on the spot on ball or heel, without a swing", Activity.PIVOT),
    /** Riding. */
    CAR("in a car: vibration, bumps, braking, pedals", Activity.CAR),
    /** See {@link SensorFault#HEEL_STUCK_OPEN}. */
    HEEL_STUCK_OPEN("walking; the heel switch reads unloaded for ever", SensorFault.HEEL_STUCK_OPEN),
    /** See {@link SensorFault#HEEL_STUCK_CLOSED}. */
    HEEL_STUCK_CLOSED("walking; the heel switch reads loaded for ever", SensorFault.HEEL_STUCK_CLOSED),
    /** See {@link SensorFault#HEEL_CHATTER}. */
    HEEL_CHATTER("walking; the heel switch rattles", SensorFault.HEEL_CHATTER),
    /** See {@link SensorFault#HEEL_INTERMITTENT}. */
    HEEL_INTERMITTENT("walking; the heel switch fails in 5 % of strides", SensorFault.HEEL_INTERMITTENT),
    /** See {@link SensorFault#HEEL_BROKEN_LEAD}. */
    HEEL_BROKEN_LEAD("walking; the lead of the heel switch breaks, which reads as loaded",
            SensorFault.HEEL_BROKEN_LEAD),
    /** See {@link SensorFault#IMU_FROZEN}. */
    IMU_FROZEN("walking; the IMU repeats one measurement under fresh time stamps", SensorFault.IMU_FROZEN),
    /** See {@link SensorFault#IMU_GAPS}. */
    IMU_GAPS("walking; the IMU is silent for 60 to 600 ms every few seconds", SensorFault.IMU_GAPS),
    /** See {@link SensorFault#IMU_LOST_PACKETS}. */
    IMU_LOST_PACKETS("walking; 5 % of the IMU's samples are lost", SensorFault.IMU_LOST_PACKETS),
    /** See {@link SensorFault#IMU_CLIPPED}. */
    IMU_CLIPPED("walking; the gyroscope clips at 250 degrees per second", SensorFault.IMU_CLIPPED);

    private final String description;
    private final @Nullable Activity activity;
    private final @Nullable SensorFault fault;
    private final @Nullable Wearer wearer;

    Scenario(String description) {
        this(description, null, null, null);
    }

    Scenario(String description, Activity activity) {
        this(description, activity, null, null);
    }

    Scenario(String description, SensorFault fault) {
        this(description, null, fault, null);
    }

    Scenario(String description, @Nullable Activity activity, @Nullable SensorFault fault, @Nullable Wearer wearer) {
        this.description = description;
        this.activity = activity;
        this.fault = fault;
        this.wearer = wearer;
    }

    /** The scenario of that name; empty when there is none. */
    public static Optional<Scenario> named(String name) {
        for (Scenario each : values()) {
            if (each.label().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Its name as a person writes it: {@code leg-swing}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line about it. */
    public String description() {
        return description;
    }

    /** What the wearer does for {@code durationMs}, at least 20 s. */
    public WalkScript script(long seed, long durationMs) {
        ScriptWriter writer = new ScriptWriter(seed, durationMs);
        if (activity != null) {
            return writer.only(activity);
        }
        return switch (this) {
            case STOP_AND_GO -> writer.stopAndGo();
            case ERRANDS -> writer.errands();
            case NOT_WALKING -> writer.everyActivity();
            default -> writer.walk();
        };
    }

    /** The sensor fault, where there is one. */
    public Optional<SensorFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** The wearer that this scenario needs; empty when the profile's will do. */
    public Optional<Wearer> wearer() {
        return Optional.ofNullable(wearer);
    }
}
