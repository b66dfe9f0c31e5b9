package org.footlift.telemetry.bids;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people of a set of recordings and the group each belongs to. Immutable. */
public final class Participants {
    /** The name of the file at the root of a set. */
    public static final String FILE_NAME = "participants.tsv";

    private final Path file;
    private final Map<String, String> groups;

    private Participants(Path file, Map<String, String> groups) {
        this.file = file;
        this.groups = Map.copyOf(groups);
    }

    /**
     * Reads a participants file.
     *
     * @throws BidsException naming file and line, when it is missing or malformed
     */
    public static Participants read(Path file) {
        if (!Files.exists(file)) {
            throw BidsException.in(file, "there is no such file; it lists participant_id and group of each person");
        }
        Map<String, String> groups = new HashMap<>();
        List<String> heading = new ArrayList<>();
        Tsv.forEach(file, row -> {
            if (heading.isEmpty()) {
                heading.addAll(row.getFields());
                if (!heading.containsAll(List.of("participant_id", "group"))) {
                    throw BidsException.at(file, 1, "must be a heading with participant_id and group, tab-separated");
                }
                return;
            }
            if (row.getFieldCount() != heading.size()) {
                throw BidsException.at(file, row.getStartingLineNumber(), "has " + row.getFieldCount()
                        + " columns where the heading has " + heading.size() + "; the file may be cut off or edited");
            }
            groups.put(row.getField(heading.indexOf("participant_id")), row.getField(heading.indexOf("group")));
        });
        return new Participants(file, groups);
    }

    /**
     * The participants file of the set that {@code recording} belongs to: the nearest one in the folders above it.
     *
     * @throws BidsException when there is none
     */
    public static Participants above(Path recording) {
        for (Path p = recording.toAbsolutePath().normalize().getParent(); p != null; p = p.getParent()) {
            if (Files.isRegularFile(p.resolve(FILE_NAME))) {
                return read(p.resolve(FILE_NAME));
            }
        }
        throw BidsException.in(recording,
                "no folder above it holds " + FILE_NAME + "; it lists participant_id and group of each person");
    }

    /**
     * The group of {@code participantId}, for example {@code sub-agP3}.
     *
     * @throws BidsException when the file does not list them
     */
    public String group(String participantId) {
        String group = groups.get(participantId);
        if (group == null) {
            throw BidsException.in(file, "does not list " + participantId + "; add a line with their group");
        }
        return group;
    }
}
