package org.footlift.sim.planted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bug.
 *
 * @param name on the screen
 * @param edits what makes it
 */
public record PlantedBug(String name, List<Edit> edits) {
    /** Copies its collection. */
    public PlantedBug {
        edits = List.copyOf(edits);
    }

    /** The changed sources, by the name of their class. */
    Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Edit edit : edits) {
            String before = sources.getOrDefault(edit.className(), edit.source());
            sources.put(edit.className(), edit.applyTo(before));
        }
        return sources;
    }
}
