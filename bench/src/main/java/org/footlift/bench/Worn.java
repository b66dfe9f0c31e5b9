package org.footlift.bench;

import org.footlift.config.DetectorSettings;
import org.footlift.config.ImuSettings;
import org.footlift.config.SensorSettings;
import org.footlift.config.Settings;

/** What the wearer wears, each with the detector for it. All else is what the program has when it is told nothing: the foot IMU at 100 Hz, 200 ticks a second. */
public enum Worn {
    /** Heel switch and foot IMU. */
    FUSED(DetectorSettings.Choice.FUSED, true, true),
    /** The foot IMU alone. */
    IMU(DetectorSettings.Choice.IMU, false, true),
    /** The heel switch alone. */
    HEEL(DetectorSettings.Choice.HEEL, true, false);

    private final DetectorSettings.Choice choice;
    private final boolean heel;
    private final boolean foot;

    Worn(DetectorSettings.Choice choice, boolean heel, boolean foot) {
        this.choice = choice;
        this.heel = heel;
        this.foot = foot;
    }

    /** The settings for it. */
    public Settings settings() {
        Settings given = Settings.DEFAULT;
        ImuSettings imu = given.sensors().footImu();
        return given.with(
                new SensorSettings(heel, new ImuSettings(foot, imu.rateHz(), imu.mediolateralAxis(), imu.swingSign()),
                        given.sensors().shankImu()),
                new DetectorSettings(choice, given.detector().heel(), given.detector().imu()));
    }
}
