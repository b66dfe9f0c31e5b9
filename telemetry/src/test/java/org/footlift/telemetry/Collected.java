package org.footlift.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler;

/** Keeps all that is delivered. */
public final class Collected implements TickHandler {
    /** The whole content of every tick. */
    public final List<String> ticks = new ArrayList<>();
    /** Settings, in order. */
    public final List<SettingsInForce> settings = new ArrayList<>();
    /** Gaps, in order. */
    public final List<Gap> gaps = new ArrayList<>();
    /** Kinds of what came, in order: t, s, g. */
    public final StringBuilder order = new StringBuilder();

    @Override
    public void onTick(TickInput in, TickOutput out) {
        ticks.add(TickFixture.content(in, out));
        order.append('t');
    }

    @Override
    public void onSettings(SettingsInForce now) {
        settings.add(now);
        order.append('s');
    }

    @Override
    public void onGap(Gap gap) {
        gaps.add(gap);
        order.append('g');
    }
}
