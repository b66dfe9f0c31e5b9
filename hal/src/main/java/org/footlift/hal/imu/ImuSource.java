package org.footlift.hal.imu;

import java.util.List;
import java.util.stream.Collectors;
import org.footlift.hal.ImuSample;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.SensorSource;

/** Real inertial sensors, each read on a thread of its bus or port. What they hand over is stamped with the beginning of its transfer. */
public final class ImuSource implements SensorSource, AutoCloseable {
    private final List<ImuReader> readers;
    private final Lane[] lanes;

    /** The next sample of one sensor that the loop has not taken. */
    private static final class Lane {
        private final ImuFeed feed;
        private final ImuSample next = new ImuSample();
        private boolean waiting;

        Lane(ImuFeed feed) {
            this.feed = feed;
        }

        boolean due(long nowNs) {
            if (!waiting) {
                waiting = feed.take(next);
            }
            return waiting && next.timeNs <= nowNs;
        }
    }

    ImuSource(List<ImuReader> readers, List<ImuFeed> feeds) {
        this.readers = List.copyOf(readers);
        lanes = feeds.stream().map(Lane::new).toArray(Lane[]::new);
    }

    @Override
    public void drain(long nowNs, SensorFrame into) {
        while (into.hasRoomForImu()) {
            Lane oldest = null;
            for (Lane lane : lanes) {
                if (lane.due(nowNs) && (oldest == null || lane.next.timeNs < oldest.next.timeNs)) {
                    oldest = lane;
                }
            }
            if (oldest == null) {
                return;
            }
            into.addImu().copyFrom(oldest.next);
            oldest.waiting = false;
        }
    }

    /** How each sensor is doing, in the order in which they were asked for. Any thread; allocates. */
    public List<ImuHealth> health() {
        return List.of(lanes).stream().map(lane -> lane.feed.health()).toList();
    }

    @Override
    public String complaint() {
        return health().stream().map(ImuHealth::complaint).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Ends the threads and releases the devices; a bus that hangs holds this up for half a second. */
    @Override
    public void close() {
        readers.forEach(ImuReader::close);
    }
}
