package org.footlift.crashdisk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file or a folder: what programs see, and the journal of what the disk may hold of it. Every change stays in the journal until it is
 * forced; a crash keeps any of those that were not.
 */
final class Node {
    final boolean folder;
    /** What programs see. */
    final Map<String, Node> names = new TreeMap<>();
    byte[] bytes = new byte[0];
    int length;

    /** What is on the disk for certain, before the journal. */
    private byte[] baseBytes = new byte[0];
    private final Map<String, Node> baseNames = new TreeMap<>();
    private final List<Change> journal = new ArrayList<>();

    Node(boolean folder) {
        this.folder = folder;
    }

    /** How sure a change is. */
    enum State {
        /** Seen by programs, perhaps on the disk. */
        PENDING,
        /** Its force failed: perhaps on the disk, and no later force will ever put it there. */
        LOST,
        /** On the disk. */
        SAFE
    }

    /** One change of a file or a folder. */
    abstract static sealed class Change permits Write, Names {
        State state = State.PENDING;
    }

    /** Bytes of a file; truncation is one that ends the file where it begins. */
    static final class Write extends Change {
        final int at;
        final byte[] bytes;
        final boolean truncates;

        Write(int at, byte[] bytes, boolean truncates) {
            this.at = at;
            this.bytes = bytes;
            this.truncates = truncates;
        }
    }

    /** Names of a folder that change together: a null is a name that goes. */
    static final class Names extends Change {
        final Map<String, Node> names;

        Names(Map<String, Node> names) {
            this.names = names;
        }
    }

    void change(Change change) {
        journal.add(change);
        switch (change) {
            case Names n -> apply(n, names);
            case Write w -> {
                byte[] grown = apply(w, bytes, length, w.bytes.length);
                length = w.truncates ? w.at : Math.max(length, w.at + w.bytes.length);
                bytes = grown;
            }
        }
    }

    void force(boolean fails) {
        for (Change change : journal) {
            if (change.state == State.PENDING) {
                change.state = fails ? State.LOST : State.SAFE;
            }
        }
        if (journal.stream().allMatch(change -> change.state == State.SAFE)) {
            baseBytes = Arrays.copyOf(bytes, length);
            baseNames.clear();
            baseNames.putAll(names);
            journal.clear();
        }
    }

    /** Changes that a crash may keep or lose, in their order. */
    List<Change> unsafe() {
        return journal.stream().filter(change -> change.state != State.SAFE).toList();
    }

    /** The names on the disk when of the unsafe changes it holds {@code kept}. */
    Map<String, Node> namesWith(List<Change> kept) {
        Map<String, Node> now = new TreeMap<>(baseNames);
        for (Change change : journal) {
            if (change instanceof Names n && (n.state == State.SAFE || kept.contains(n))) {
                apply(n, now);
            }
        }
        return now;
    }

    /**
     * The bytes on the disk when of the unsafe writes it holds what {@code part} says.
     *
     * @param part bytes of a write that are there, as one flag each; null when all of it is missing, its length too
     */
    byte[] bytesWith(java.util.function.Function<Write, boolean[]> part) {
        byte[] now = baseBytes;
        int size = baseBytes.length;
        for (Change change : journal) {
            Write write = (Write) change;
            boolean[] there = write.state == State.SAFE ? all(write) : part.apply(write);
            if (there == null) {
                continue;
            }
            byte[] masked = new byte[there.length];
            for (int i = 0; i < there.length; i++) {
                masked[i] = there[i] ? write.bytes[i] : 0;
            }
            now = apply(new Write(write.at, masked, write.truncates), now, size, masked.length);
            size = write.truncates ? write.at : Math.max(size, write.at + masked.length);
        }
        return Arrays.copyOf(now, size);
    }

    static boolean[] all(Write write) {
        boolean[] there = new boolean[write.bytes.length];
        Arrays.fill(there, true);
        return there;
    }

    /** A file of which the disk holds this for certain. */
    static Node file(byte[] content) {
        Node file = new Node(false);
        file.baseBytes = content;
        file.bytes = content;
        file.length = content.length;
        return file;
    }

    /** A folder of which the disk holds these for certain. */
    static Node folder(Map<String, Node> content) {
        Node folder = new Node(true);
        folder.baseNames.putAll(content);
        folder.names.putAll(content);
        return folder;
    }

    private static void apply(Names change, Map<String, Node> to) {
        change.names.forEach((name, node) -> {
            if (node == null) {
                to.remove(name);
            } else {
                to.put(name, node);
            }
        });
    }

    private static byte[] apply(Write write, byte[] to, int size, int count) {
        if (write.truncates) {
            return Arrays.copyOf(to, write.at);
        }
        int end = write.at + count;
        // A new array each time it is shared with an image, else grown in leaps.
        byte[] grown = end <= to.length && size <= write.at ? to : Arrays.copyOf(to, Math.max(end, to.length * 3 / 2));
        System.arraycopy(write.bytes, 0, grown, write.at, count);
        return grown;
    }
}
