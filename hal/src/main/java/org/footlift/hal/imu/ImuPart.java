package org.footlift.hal.imu;

import java.util.Locale;
import org.footlift.hal.ImuSite;

/**
 * One inertial sensor to read.
 *
 * @param site where it is worn
 * @param model what it is
 * @param rateHz samples per second wanted; the sensor is set to the nearest rate that is not below
 * @param connection how it is reached
 */
public record ImuPart(ImuSite site, ImuModel model, double rateHz, Connection connection) {
    /** How a sensor is reached. */
    public sealed interface Connection {}

    /**
     * On an I2C bus.
     *
     * @param bus number of the bus, as in {@code /dev/i2c-1}
     * @param address 7-bit address
     */
    public record I2c(int bus, int address) implements Connection {
        @Override
        public String toString() {
            return "at 0x" + Integer.toHexString(address).toUpperCase(Locale.ROOT) + " on I2C bus " + bus;
        }
    }

    /**
     * On a serial port.
     *
     * @param port its device
     * @param baud bits per second to which the sensor is set
     */
    public record Serial(String port, int baud) implements Connection {
        /** What gait needs, and sensors in a case are shipped with. */
        public static final int USUAL_BAUD = 115_200;

        /** At the usual speed. */
        public Serial(String port) {
            this(port, USUAL_BAUD);
        }

        @Override
        public String toString() {
            return "on " + port;
        }
    }

    /** @throws IllegalArgumentException when the model is not reached that way */
    public ImuPart {
        if (model == ImuModel.WITMOTION != connection instanceof Serial) {
            throw new IllegalArgumentException("a " + model.label() + " cannot be " + connection);
        }
    }

    /** What a message calls it. */
    @Override
    public String toString() {
        return "The IMU on the " + site.name().toLowerCase(Locale.ROOT) + " (" + model.label() + " " + connection + ")";
    }
}
