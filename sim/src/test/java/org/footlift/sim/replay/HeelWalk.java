package org.footlift.sim.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsWriter;
import org.footlift.config.ShippedProfiles;
import org.footlift.controller.Controller;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.session.SessionInfo;
import org.footlift.telemetry.session.SessionWriter;

/** A made-up walk on a heel switch at 100 Hz: a step a second, the heel loaded for its first 0.6 s. */
final class HeelWalk {
    /** Samples lie this far behind the ticks at 200 Hz, seconds. */
    static final double BEHIND_TICK_S = 0.003;

    private HeelWalk() {}

    static Settings settings() {
        try {
            return ShippedProfiles.read(ShippedProfiles.DEFAULT);
        } catch (SettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code lengthS} seconds of it, without any reading where {@code gap} says; the first sample lies on a tick, the others behind one. */
    static Recording recording(int lengthS, boolean heelSwitch, DoublePredicate gap) {
        RecordingHeader header = new RecordingHeader("sub-x1_walk", 100, "instep", RecordingHeader.Side.LEFT,
                Optional.empty(), Optional.empty(), List.of());
        RecordingBuilder builder = new RecordingBuilder(header, true, heelSwitch);
        ImuSample imu = new ImuSample();
        HeelSample heel = new HeelSample();
        for (int i = 0; i < lengthS * 100; i++) {
            double atS = i / 100.0;
            imu.valid = !gap.test(atS);
            heel.valid = imu.valid;
            heel.loaded = i % 100 < 60;
            builder.add(i == 0 ? 0 : (i * 10 + 3) / 1000.0, imu, heel);
        }
        return builder.build();
    }

    static ReplayResult replay(int lengthS, DoublePredicate gap) {
        return RecordingReplay.of(recording(lengthS, true, gap), settings(), Choice.HEEL);
    }

    /** Records ten seconds of it as a session; {@code change} may spoil what the controller decided before it is written. */
    static Path session(Path folder, Consumer<TickOutput> change) throws IOException {
        Recording walk = recording(10, true, t -> false);
        Settings settings = RecordingReplay.fitted(settings(), walk, Choice.HEEL);
        Controller controller = new Controller(settings);
        Path file = folder.resolve("walk.wpilog");
        SettingsInForce inForce = new SettingsInForce(0, SettingsWriter.write(settings));
        TickInput in = new TickInput();
        TickOutput out = new TickOutput();
        in.stimulator.condition = StimulatorStatus.Condition.READY;
        in.stimulator.maxAmplitudeUa = 100_000;
        in.stimulator.maxPulseWidthUs = 500;
        try (SessionWriter writer = SessionWriter.create(file, new SessionInfo("test", Instant.EPOCH, 200,
                List.of("dorsiflexion", "eversion"), inForce))) {
            for (int i = 0; i < walk.sampleCount(); i++) {
                in.tick = i;
                in.timeNs = walk.timeNs(i);
                in.request = i == 0 ? Request.START : Request.NONE;
                in.sensors.clear();
                walk.copyImu(i, in.sensors.addImu());
                walk.copyHeel(i, in.sensors.addHeel());
                controller.tick(in, out);
                change.accept(out);
                writer.write(in, out);
            }
        }
        return file;
    }
}
