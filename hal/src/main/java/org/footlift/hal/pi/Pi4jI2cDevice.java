package org.footlift.hal.pi;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.footlift.hal.I2cDevice;

/**
 * A chip on a bus through Pi4J's linuxfs provider. A register read is one combined transfer ({@code I2C_RDWR}: register, repeated start, data)
 * under the lock of the bus; it allocates 2.4 kB, and a direct buffer more whenever a thread reads another number of bytes than before.
 */
final class Pi4jI2cDevice implements I2cDevice {
    private final Context context;
    private final I2C chip;
    private final AtomicBoolean closed = new AtomicBoolean();

    Pi4jI2cDevice(Context context, I2C chip) {
        this.context = context;
        this.chip = chip;
    }

    @Override
    public void read(int register, byte[] into, int count) throws Failed {
        int got;
        try {
            got = chip.readRegister(register, into, 0, count);
        } catch (RuntimeException failed) {
            throw failed("read", register, failed);
        }
        if (got != count) {
            throw new Failed(what("read", register) + ": " + got + " of " + count + " bytes");
        }
    }

    @Override
    public void write(int register, byte[] bytes, int count) throws Failed {
        try {
            chip.writeRegister(register, bytes, 0, count);
        } catch (RuntimeException failed) {
            throw failed("write", register, failed);
        }
    }

    private Failed failed(String verb, int register, RuntimeException cause) {
        return new Failed(what(verb, register) + ": " + Pi4jBoard.reason(cause), cause);
    }

    private String what(String verb, int register) {
        return String.format(Locale.ROOT, "I2C chip 0x%02X on bus %d, %s of register 0x%02X", chip.device(),
                chip.bus(), verb, register);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true) && !context.isShutdown()) {
            context.shutdown(chip.id());
        }
    }
}
