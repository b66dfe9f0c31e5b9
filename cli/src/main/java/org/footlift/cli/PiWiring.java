package org.footlift.cli;

import java.util.List;
import java.util.Locale;

import org.footlift.config.PiHeelSettings;
import org.footlift.config.PiImuSettings;
import org.footlift.config.PiPanelSettings;
import org.footlift.config.PiSettings;
import org.footlift.hal.ImuSite;
import org.footlift.hal.Wiring;

/** The wiring of a Raspberry Pi as a back-end takes it. */
final class PiWiring {
    private PiWiring() {}

    static Wiring of(PiSettings pi) {
        return new Wiring(pi.heartbeatGpio(), heel(pi.heel(), pi.i2cBus()),
                List.of(imu(ImuSite.FOOT, pi.footImu(), pi.i2cBus()), imu(ImuSite.SHANK, pi.shankImu(), pi.i2cBus())),
                panel(pi.panel()));
    }

    private static Wiring.Heel heel(PiHeelSettings heel, int i2cBus) {
        return switch (heel.kind()) {
            case SWITCH -> new Wiring.Switch(heel.gpio());
            case SWITCH_PAIR -> new Wiring.SwitchPair(heel.gpio(), heel.secondGpio());
            case FSR_ADS1115 -> new Wiring.Ads1115(i2cBus, heel.adcAddress(), heel.adcChannel());
            case FSR_MCP3008 -> new Wiring.Mcp3008(heel.spiBus(), heel.spiSelect(), heel.adcChannel());
        };
    }

    private static Wiring.Imu imu(ImuSite site, PiImuSettings imu, int i2cBus) {
        return new Wiring.Imu(site, imu.model().name().toLowerCase(Locale.ROOT), i2cBus, imu.address(), imu.port());
    }

    private static Wiring.PanelPins panel(PiPanelSettings panel) {
        return new Wiring.PanelPins(panel.startGpio(), panel.pauseGpio(), panel.upGpio(), panel.downGpio(),
                panel.testGpio(), panel.armedLightGpio(), panel.faultLightGpio(), panel.buzzerGpio(),
                panel.vibrationGpio());
    }
}
