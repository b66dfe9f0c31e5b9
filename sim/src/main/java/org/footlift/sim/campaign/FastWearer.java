package org.footlift.sim.campaign;

import org.footlift.config.Settings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.sim.tape.Tape;

/** Plays a tape, from a stand on and round and round, into the sensors that are worn. Allocates nothing while it plays. One thread. */
final class FastWearer {
    private static final ImuSite[] SITES = ImuSite.values();

    private final Tape tape;
    private final long startNs;
    private final int strikesAtStart;
    private final boolean[] worn = new boolean[SITES.length];
    private boolean heelWorn;
    /** Next sample of each IMU, and the loop of the tape that it belongs to. */
    private final int[] nextImu = new int[SITES.length];
    private final long[] imuLoopNs = new long[SITES.length];
    private int nextEdge;
    private long edgeLoopNs;
    private final ImuSample sample = new ImuSample();

    FastWearer(Tape tape, int stand) {
        this.tape = tape;
        startNs = tape.standNs(stand);
        strikesAtStart = tape.strikesBefore(startNs);
        skipTo(0);
    }

    /** Puts on the sensors that these settings say are worn. */
    void wear(Settings settings) {
        heelWorn = settings.sensors().heelSwitch();
        worn[ImuSite.FOOT.ordinal()] = settings.sensors().footImu().worn();
        worn[ImuSite.SHANK.ordinal()] = settings.sensors().shankImu().worn();
    }

    /** True heel strikes until {@code walkNs} since the beginning of the walk. */
    int strides(long walkNs) {
        long atNs = startNs + walkNs;
        long loops = atNs / tape.lengthNs();
        return (int) (loops * tape.strikes()) + tape.strikesBefore(atNs - loops * tape.lengthNs()) - strikesAtStart;
    }

    /**
     * Hands over everything measured until {@code walkNs}, as far as it fits; the rest comes next time.
     *
     * @param clockNs what the process clock shows at the beginning of the walk
     */
    void drain(long walkNs, long clockNs, SensorFaults through, SensorFrame into) {
        long untilNs = startNs + walkNs;
        for (ImuSite site : SITES) {
            drain(site, untilNs, clockNs - startNs, through, into);
        }
        boolean full = false;
        while (edgeNs() <= untilNs && !full) {
            full = !SensorFaults.roomForHeel(into);
            if (!full) {
                boolean loaded = nextEdge % 2 != 0;
                heel(edgeNs() + clockNs - startNs, loaded, through, into);
                nextEdge++;
                if (nextEdge == tape.heelEdges()) {
                    nextEdge = 0;
                    edgeLoopNs += tape.lengthNs();
                }
            }
        }
        if (!full) {
            heel(untilNs + clockNs - startNs, nextEdge % 2 == 0, through, into);
        }
    }

    private long edgeNs() {
        return tape.heelEdgeNs(nextEdge) + edgeLoopNs;
    }

    private void heel(long timeNs, boolean loaded, SensorFaults through, SensorFrame into) {
        if (heelWorn && SensorFaults.roomForHeel(into)) {
            through.heel(timeNs, loaded, into);
        }
    }

    private void drain(ImuSite site, long untilNs, long shiftNs, SensorFaults through, SensorFrame into) {
        int s = site.ordinal();
        while (tape.imuTimeNs(site, nextImu[s]) + imuLoopNs[s] <= untilNs && SensorFaults.roomForImu(into)) {
            if (worn[s]) {
                sample.site = site;
                sample.valid = true;
                sample.timeNs = tape.imuTimeNs(site, nextImu[s]) + imuLoopNs[s] + shiftNs;
                tape.copyImu(site, nextImu[s], sample);
                through.imu(sample, into);
            }
            nextImu[s]++;
            if (nextImu[s] == tape.imuSamples(site)) {
                nextImu[s] = 0;
                imuLoopNs[s] += tape.lengthNs();
            }
        }
    }

    /** Lets everything pass that was measured until {@code walkNs}: nobody was there to read it. */
    void skipTo(long walkNs) {
        long atNs = startNs + walkNs;
        long loopNs = atNs / tape.lengthNs() * tape.lengthNs();
        for (ImuSite site : SITES) {
            int s = site.ordinal();
            imuLoopNs[s] = loopNs;
            nextImu[s] = tape.imuFrom(site, atNs - loopNs);
            if (nextImu[s] == tape.imuSamples(site)) {
                nextImu[s] = 0;
                imuLoopNs[s] += tape.lengthNs();
            }
        }
        edgeLoopNs = loopNs;
        nextEdge = tape.heelFrom(atNs - loopNs);
        if (nextEdge == tape.heelEdges()) {
            nextEdge = 0;
            edgeLoopNs += tape.lengthNs();
        }
    }

    /** A reading for tests and faults that need one. */
    static void put(HeelSample into, long timeNs, boolean valid, boolean loaded) {
        into.timeNs = timeNs;
        into.valid = valid;
        into.loaded = loaded;
    }
}
