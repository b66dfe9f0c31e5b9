package org.footlift.hal;

/** One opened set of devices, real or virtual, owned by one controller. */
public interface Hardware extends AutoCloseable {
    /** The sensors of the leg. */
    SensorSource sensors();

    /** The output stage. */
    Stimulator stimulator();

    /** The line that keeps the output stage enabled. */
    HeartbeatLine heartbeat();

    /** The wearer's buttons. */
    Panel panel();

    /** What shows the wearer how things are. */
    default Indicators indicators() {
        return Indicators.NONE;
    }

    /** The clock that stamps the sensors' samples. */
    Clock clock();

    /** Sleeps on that clock. */
    Pacer pacer();

    /** Silences the output, then releases every device. */
    @Override
    void close();
}
