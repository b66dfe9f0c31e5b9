package org.footlift.hal.pi;

import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import java.util.concurrent.atomic.AtomicBoolean;
import org.footlift.hal.SpiDevice;

/** A chip on an SPI bus through Pi4J's linuxfs provider. */
final class Pi4jSpiDevice implements SpiDevice {
    private final Context context;
    private final Spi chip;
    private final AtomicBoolean closed = new AtomicBoolean();

    Pi4jSpiDevice(Context context, Spi chip) {
        this.context = context;
        this.chip = chip;
    }

    @Override
    public void transfer(byte[] bytes) throws Failed {
        int done;
        try {
            done = chip.transfer(bytes, 0, bytes, 0, bytes.length);
        } catch (RuntimeException | LinkageError failed) {
            throw new Failed("SPI transfer: " + Pi4jBoard.reason(failed), failed);
        }
        if (done != bytes.length) { // Pi4J logs a refusal and answers -1
            throw new Failed("SPI transfer refused by the system");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true) && !context.isShutdown()) {
            context.shutdown(chip.id());
        }
    }
}
