package org.footlift.hal.pi;

import com.pi4j.Pi4J;
import com.pi4j.boardinfo.definition.BoardModel;
import com.pi4j.boardinfo.util.BoardInfoHelper;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2CConfigBuilder;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.spi.SpiConfigBuilder;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;
import com.pi4j.provider.Provider;
import java.util.List;
import java.util.Locale;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.SpiDevice;
import org.footlift.hal.heel.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A Raspberry Pi through Pi4J, with the providers named here and no others: left to choose, Pi4J takes its mock where it does not know the board. No shutdown
 * hook is installed. What Pi4J does, and what of it was found in its sources, is in docs/decisions/0018-pi4j.md.
 */
final class Pi4jBoard implements Board {
    private static final String GPIO_ADVICE = "Add the user to the group gpio and log in again; look with gpioinfo (package gpiod) whether another program has it.";

    private final Context context;
    private final DigitalInputProvider inputs;
    private final DigitalOutputProvider outputs;
    private final I2CProvider i2c;
    private final SpiProvider spi;
    private volatile boolean closed;

    /**
     * With providers that {@code context} has.
     *
     * @throws HardwareUnavailable when one of its providers is a mock, or one of these is missing
     */
    Pi4jBoard(Context context, DigitalInputProvider inputs, DigitalOutputProvider outputs, I2CProvider i2c,
            SpiProvider spi) throws HardwareUnavailable {
        this.context = context;
        this.inputs = inputs;
        this.outputs = outputs;
        this.i2c = i2c;
        this.spi = spi;
        for (String id : context.providers().all().keySet()) {
            if (id.toLowerCase(Locale.ROOT).contains("mock")) {
                throw new HardwareUnavailable("Pi4J offers \"" + id
                        + "\", which only pretends. Take pi4j-plugin-mock off the class path; to try things out use a profile for the virtual wearer.");
            }
        }
        // A provider that cannot begin is logged by Pi4J and left out.
        for (Provider<?, ?, ?> provider : List.<Provider<?, ?, ?>>of(inputs, outputs, i2c, spi)) {
            if (!context.providers().exists(provider.id())) {
                throw new HardwareUnavailable("Pi4J cannot use its provider " + provider.id()
                        + ". Check with gpiodetect (package gpiod) that a GPIO chip labelled pinctrl-... is there and this user may use it (group gpio).");
            }
        }
    }

    /**
     * The board that this program runs on.
     *
     * @throws HardwareUnavailable when it is none, or is not this user's
     */
    static Pi4jBoard open(Machine machine) throws HardwareUnavailable {
        machine.check();
        Context context = null;
        try {
            if (!BoardInfoHelper.runningOnRaspberryPi()) {
                // Pi4J 3.0.3 refuses an unknown board, a newer Raspberry Pi among them, though it goes by the label of the GPIO chip alone.
                BoardInfoHelper.current().setBoardModel(BoardModel.GENERIC);
            }
            DigitalInputProvider inputs = GpioDDigitalInputProvider.newInstance();
            DigitalOutputProvider outputs = GpioDDigitalOutputProvider.newInstance();
            I2CProvider i2c = LinuxFsI2CProvider.newInstance();
            SpiProvider spi = LinuxFsSpiProvider.newInstance();
            context = Pi4J.newContextBuilder().add(inputs, outputs, i2c, spi).disableShutdownHook().build();
            return new Pi4jBoard(context, inputs, outputs, i2c, spi);
        } catch (HardwareUnavailable unavailable) {
            shutdown(context);
            throw unavailable;
        } catch (RuntimeException | LinkageError broken) {
            shutdown(context);
            throw unavailable("Pi4J cannot be started: " + reason(broken)
                    + ". Check that the temporary folder takes programs, and see docs/hardware.md.", broken);
        }
    }

    private static void shutdown(@Nullable Context context) {
        if (context != null) {
            context.shutdown();
        }
    }

    @Override
    public Contact input(int gpio, String use, Runnable onEdge) throws HardwareUnavailable {
        try {
            // Pi4J would wait for 10 ms of quiet before it tells of an edge.
            DigitalInput input = inputs.create(DigitalInputConfigBuilder.newInstance(context).id(use).address(gpio)
                    .pull(PullResistance.PULL_UP).debounce(0L).build());
            input.addListener(_ -> onEdge.run());
            return () -> isHigh(input);
        } catch (RuntimeException refused) {
            throw unavailable(gpio(gpio, use, refused), refused);
        }
    }

    private boolean isHigh(DigitalInput input) {
        requireOpen();
        try {
            return input.state() == DigitalState.HIGH;
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("GPIO input cannot be read", unreadable);
        }
    }

    @Override
    public Output output(int gpio, String use) throws HardwareUnavailable {
        try {
            DigitalOutput output = outputs.create(DigitalOutputConfigBuilder.newInstance(context).id(use)
                    .address(gpio).initial(DigitalState.LOW).shutdown(DigitalState.LOW).build());
            return high -> set(output, high);
        } catch (RuntimeException refused) {
            throw unavailable(gpio(gpio, use, refused), refused);
        }
    }

    private void set(DigitalOutput output, boolean high) {
        requireOpen();
        try {
            output.state(high ? DigitalState.HIGH : DigitalState.LOW);
        } catch (RuntimeException undrivable) {
            throw new IllegalStateException("GPIO output cannot be driven", undrivable);
        }
    }

    /** A line that was released must not be touched: its memory is Pi4J's and gone. */
    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the GPIO lines are closed");
        }
    }

    private static String gpio(int gpio, String use, Throwable refused) {
        return "GPIO " + gpio + " cannot be had for " + use + ": " + reason(refused) + ". " + GPIO_ADVICE;
    }

    @Override
    public I2cDevice open(int bus, int address) throws HardwareUnavailable {
        try {
            return new Pi4jI2cDevice(context, i2c.create(I2CConfigBuilder.newInstance(context)
                    .id("footlift-i2c-" + bus + "-" + address).bus(bus).device(address).build()));
        } catch (RuntimeException | LinkageError refused) {
            throw unavailable("I2C bus " + bus + " cannot be used: " + reason(refused)
                    + ". Switch it on (sudo raspi-config nonint do_i2c 0) and add the user to the group i2c.",
                    refused);
        }
    }

    @Override
    public SpiDevice open(int bus, int chipSelect, int clockHz) throws HardwareUnavailable {
        try {
            return new Pi4jSpiDevice(context, spi.create(SpiConfigBuilder.newInstance(context)
                    .id("footlift-spi-" + bus + "-" + chipSelect).bus(bus).channel(chipSelect).baud(clockHz)
                    .mode(SpiMode.MODE_0).build()));
        } catch (RuntimeException | LinkageError refused) {
            throw unavailable("SPI device /dev/spidev" + bus + "." + chipSelect + " cannot be used: " + reason(refused)
                    + ". Switch SPI on (sudo raspi-config nonint do_spi 0) and add the user to the group spi.",
                    refused);
        }
    }

    /** The innermost cause's own words: Pi4J wraps what the system said. */
    static String reason(Throwable thrown) {
        Throwable cause = thrown;
        for (Throwable next = thrown.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.strip();
    }

    private static HardwareUnavailable unavailable(String message, Throwable cause) {
        HardwareUnavailable unavailable = new HardwareUnavailable(message);
        unavailable.initCause(cause);
        return unavailable;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                context.shutdown();
            } catch (Pi4JException failed) {
                throw new IllegalStateException("Pi4J did not release its lines: " + reason(failed), failed);
            }
        }
    }
}
