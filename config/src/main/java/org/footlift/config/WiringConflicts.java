package org.footlift.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.footlift.config.Conflict.Rule;
import org.footlift.config.PiHeelSettings.Kind;

/** What is wired to a Raspberry Pi: one use for each pin, one place for each chip. What is not worn is not wired. */
final class WiringConflicts {
    private static final String PI = "hardware.pi.";
    private static final String BACK_END = "hardware.backend";
    private static final String HEEL_WORN = "sensors.heel_switch";

    /**
     * A use of a pin or of a place on a bus.
     *
     * @param key the setting that says so
     * @param at the pin or place
     * @param because the setting that makes it used
     */
    private record Use(String key, String at, String because) {}

    private final HardwareSettings hardware;
    private final SensorSettings sensors;
    private final PiSettings pi;
    private final List<Conflict> found = new ArrayList<>();

    private WiringConflicts(HardwareSettings hardware, SensorSettings sensors) {
        this.hardware = hardware;
        this.sensors = sensors;
        pi = hardware.pi();
    }

    static List<Conflict> find(HardwareSettings hardware, SensorSettings sensors) {
        WiringConflicts wiring = new WiringConflicts(hardware, sensors);
        wiring.addPins();
        wiring.addChips();
        wiring.addPorts();
        wiring.addConverterInput();
        return wiring.found;
    }

    private boolean heel(Kind kind) {
        return sensors.heelSwitch() && pi.heel().kind() == kind;
    }

    private void addPins() {
        List<Use> pins = new ArrayList<>();
        pins.add(gpio("heartbeat_gpio", pi.heartbeatGpio(), BACK_END));
        if (sensors.heelSwitch() && pi.heel().kind().isSwitch()) {
            pins.add(gpio("heel.gpio", pi.heel().gpio(), HEEL_WORN));
        }
        if (heel(Kind.SWITCH_PAIR)) {
            pins.add(gpio("heel.second_gpio", pi.heel().secondGpio(), HEEL_WORN));
        }
        PiPanelSettings panel = pi.panel();
        addWired(pins, "start", panel.startGpio());
        addWired(pins, "pause", panel.pauseGpio());
        addWired(pins, "up", panel.upGpio());
        addWired(pins, "down", panel.downGpio());
        addWired(pins, "test", panel.testGpio());
        addWired(pins, "armed_light", panel.armedLightGpio());
        addWired(pins, "fault_light", panel.faultLightGpio());
        addWired(pins, "buzzer", panel.buzzerGpio());
        addWired(pins, "vibration", panel.vibrationGpio());
        addShared(Rule.PI_PINS, pins, "Wire them to different pins.");
        for (Use pin : pins) {
            addBusPin(pin);
        }
    }

    private static Use gpio(String key, int gpio, String because) {
        return new Use(PI + key, Integer.toString(gpio), because);
    }

    private static void addWired(List<Use> pins, String what, int gpio) {
        if (gpio != PiPanelSettings.NOT_WIRED) {
            pins.add(gpio("panel." + what + "_gpio", gpio, BACK_END));
        }
    }

    /** The pins of I2C bus 1 and SPI bus 0 are the same on every Raspberry Pi. */
    private void addBusPin(Use pin) {
        switch (pin.at()) {
            case "2", "3" -> {
                if (pi.i2cBus() == 1 && pi.usesI2c(sensors)) {
                    addBusPin(pin, "GPIO 2 and 3 are the I2C bus 1", PI + "i2c_bus");
                }
            }
            case "7", "8", "9", "10", "11" -> {
                if (heel(Kind.FSR_MCP3008) && pi.heel().spiBus() == 0) {
                    addBusPin(pin, "GPIO 7 to 11 are the SPI bus 0 of the heel sensor", PI + "heel.spi_bus");
                }
            }
            default -> {
                // A pin without a bus.
            }
        }
    }

    private void addBusPin(Use pin, String bus, String busKey) {
        found.add(Conflict.of(Rule.PI_PINS,
                pin.key() + " = " + pin.at() + ", but " + bus + ". Wire it to another pin.", pin.key(), busKey,
                pin.because(), BACK_END, HEEL_WORN, PI + "heel.kind"));
    }

    private List<Use> chips() {
        List<Use> chips = new ArrayList<>();
        if (sensors.footImu().worn() && pi.footImu().onI2c()) {
            chips.add(chip("foot_imu.address", pi.footImu().address(), "sensors.foot_imu.worn"));
        }
        if (sensors.shankImu().worn() && pi.shankImu().onI2c()) {
            chips.add(chip("shank_imu.address", pi.shankImu().address(), "sensors.shank_imu.worn"));
        }
        if (heel(Kind.FSR_ADS1115)) {
            chips.add(chip("heel.adc_address", pi.heel().adcAddress(), HEEL_WORN));
        }
        return chips;
    }

    private static Use chip(String key, int address, String because) {
        return new Use(PI + key, String.format(Locale.ROOT, "0x%02X", address), because);
    }

    private void addChips() {
        addShared(Rule.PI_CHIPS, chips(), "Give each chip on the bus an address of its own.");
    }

    private void addPorts() {
        List<Use> ports = new ArrayList<>();
        if (hardware.stimulator().protocol() != StimulatorSettings.Protocol.VIRTUAL) {
            ports.add(new Use("hardware.stimulator.port", hardware.stimulator().port(),
                    "hardware.stimulator.protocol"));
        }
        if (sensors.footImu().worn() && !pi.footImu().onI2c()) {
            ports.add(new Use(PI + "foot_imu.port", pi.footImu().port(), "sensors.foot_imu.worn"));
        }
        if (sensors.shankImu().worn() && !pi.shankImu().onI2c()) {
            ports.add(new Use(PI + "shank_imu.port", pi.shankImu().port(), "sensors.shank_imu.worn"));
        }
        addShared(Rule.PI_PORTS, ports, "Give each device a port of its own.");
    }

    private void addConverterInput() {
        if (heel(Kind.FSR_ADS1115) && pi.heel().adcChannel() > 3) {
            found.add(Conflict.of(Rule.PI_ADC, PI + "heel.adc_channel = " + pi.heel().adcChannel()
                    + ", but an ADS1115 has the inputs 0 to 3.", PI + "heel.adc_channel", PI + "heel.kind"));
        }
    }

    private void addShared(Rule rule, List<Use> uses, String advice) {
        for (int i = 0; i < uses.size(); i++) {
            for (int j = i + 1; j < uses.size(); j++) {
                Use first = uses.get(i);
                Use second = uses.get(j);
                if (first.at().equals(second.at())) {
                    found.add(Conflict.of(rule,
                            first.key() + " and " + second.key() + " are both " + first.at() + ". " + advice,
                            second.key(), first.key(), second.because(), first.because(), BACK_END));
                }
            }
        }
    }
}
