package org.footlift.hal;

/**
 * Every sensor reading that one tick takes in, oldest first within each kind. Preallocated and reused; a source that has more than fits
 * keeps the rest for the next tick, so that none is lost and none repeated. Used by one thread at a time.
 */
public final class SensorFrame {
    /** Slots for IMU samples: two sensors at 1 kHz through a tick that came 30 ms late at 100 Hz. */
    public static final int IMU_CAPACITY = 64;
    /** Slots for heel readings. */
    public static final int HEEL_CAPACITY = 64;

    private final ImuSample[] imu = new ImuSample[IMU_CAPACITY];
    private final HeelSample[] heel = new HeelSample[HEEL_CAPACITY];
    private int imuCount;
    private int heelCount;

    /** An empty frame; the only allocation of its life. */
    public SensorFrame() {
        for (int i = 0; i < IMU_CAPACITY; i++) {
            imu[i] = new ImuSample();
        }
        for (int i = 0; i < HEEL_CAPACITY; i++) {
            heel[i] = new HeelSample();
        }
    }

    /** Forgets every reading. */
    public void clear() {
        imuCount = 0;
        heelCount = 0;
    }

    /** Number of IMU samples held, 0 to {@link #IMU_CAPACITY}. */
    public int imuCount() {
        return imuCount;
    }

    /** The IMU sample at {@code index}, 0 to {@link #imuCount()} − 1. */
    public ImuSample imu(int index) {
        return imu[index];
    }

    /** True when one more IMU sample fits. */
    public boolean hasRoomForImu() {
        return imuCount < IMU_CAPACITY;
    }

    /** The next free IMU slot, now counted. Ask {@link #hasRoomForImu()} first. */
    public ImuSample addImu() {
        return imu[imuCount++];
    }

    /** Number of heel readings held, 0 to {@link #HEEL_CAPACITY}. */
    public int heelCount() {
        return heelCount;
    }

    /** The heel reading at {@code index}, 0 to {@link #heelCount()} − 1. */
    public HeelSample heel(int index) {
        return heel[index];
    }

    /** True when one more heel reading fits. */
    public boolean hasRoomForHeel() {
        return heelCount < HEEL_CAPACITY;
    }

    /** The next free heel slot, now counted. Ask {@link #hasRoomForHeel()} first. */
    public HeelSample addHeel() {
        return heel[heelCount++];
    }
}
