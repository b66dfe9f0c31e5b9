package org.footlift.hal.pi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.SpiDevice;
import org.footlift.hal.heel.Contact;

/** Pins that a test moves. An input that nothing drives is pulled up. */
final class FakeBoard implements Board {
    final Map<Integer, Boolean> high = new ConcurrentHashMap<>();
    private final Map<Integer, Runnable> edges = new HashMap<>();
    final List<String> taken = new ArrayList<>();
    final Map<Integer, I2cDevice> chips = new HashMap<>();
    volatile boolean broken;
    final Set<Integer> brokenGpios = ConcurrentHashMap.newKeySet();
    volatile boolean closed;
    int refusedGpio = -1;
    int bugGpio = -1;

    @Override
    public Contact input(int gpio, String use, Runnable onEdge) throws HardwareUnavailable {
        take(gpio, use);
        edges.put(gpio, onEdge);
        return () -> {
            requireWorking(gpio);
            return high.getOrDefault(gpio, true);
        };
    }

    @Override
    public Output output(int gpio, String use) throws HardwareUnavailable {
        take(gpio, use);
        high.put(gpio, false);
        return level -> {
            requireWorking(gpio);
            high.put(gpio, level);
        };
    }

    private void take(int gpio, String use) throws HardwareUnavailable {
        if (gpio == refusedGpio) {
            throw new HardwareUnavailable("GPIO " + gpio + " is taken.");
        }
        if (gpio == bugGpio) {
            throw new IllegalStateException("a bug");
        }
        taken.add(use + "=" + gpio);
    }

    private void requireWorking(int gpio) {
        if (broken || closed || brokenGpios.contains(gpio)) {
            throw new IllegalStateException("the lines have gone");
        }
    }

    /** Tells who listens there of an edge. */
    void edge(int gpio) {
        edges.getOrDefault(gpio, () -> {}).run();
    }

    boolean isHigh(int gpio) {
        return high.getOrDefault(gpio, true);
    }

    @Override
    public I2cDevice open(int bus, int address) throws HardwareUnavailable {
        I2cDevice chip = chips.get(address);
        if (chip == null) {
            throw new HardwareUnavailable("No bus " + bus + ".");
        }
        return chip;
    }

    @Override
    public SpiDevice open(int bus, int chipSelect, int clockHz) throws HardwareUnavailable {
        throw new HardwareUnavailable("No bus " + bus + ".");
    }

    @Override
    public void close() {
        closed = true;
    }
}
