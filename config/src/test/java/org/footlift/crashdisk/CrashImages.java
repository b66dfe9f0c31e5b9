package org.footlift.crashdisk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.footlift.crashdisk.Node.Change;
import org.footlift.crashdisk.Node.Write;

/**
 * The disks that a loss of power may leave. Of what was not forced, names and bytes, any part may have arrived, in any order: every subset
 * of changed names (beyond eight of them, a seeded choice of subsets), and of the bytes written to each file
 * <ul>
 * <li>every prefix, by bytes or around the edges of sectors;
 * <li>all without one sector of 512 bytes, only from one sector on, none but with the length of all, and seeded choices of sectors: what
 * is missing within the length reads as zeros;
 * <li>all without one write, or with one write only.
 * </ul>
 * Where several files have unforced bytes, each is varied in turn, the others once with all of theirs and once without.
 */
public final class CrashImages {
    private static final int SECTOR = 512;
    private static final int ALL_SUBSETS_UP_TO = 8;
    private static final int RANDOM_SECTOR_CHOICES = 8;

    /** Which prefixes. */
    public enum Prefixes {
        /** After every byte. */
        EVERY_BYTE,
        /** At, before and after every edge of a sector or a write. */
        SECTOR_EDGES
    }

    private final Prefixes prefixes;
    private final Consumer<CrashDisk> look;
    private final SplittableRandom random = new SplittableRandom(20261123);
    private long count;

    private CrashImages(Prefixes prefixes, Consumer<CrashDisk> look) {
        this.prefixes = prefixes;
        this.look = look;
    }

    /** Shows every disk that a loss of power at this moment may leave; returns their number. */
    public static long of(CrashDisk disk, Prefixes prefixes, Consumer<CrashDisk> look) {
        CrashImages images = new CrashImages(prefixes, look);
        images.showAll(disk.root());
        return images.count;
    }

    private void showAll(Node root) {
        List<Change> names = new ArrayList<>();
        Set<Node> seen = new LinkedHashSet<>();
        collect(root, names, seen);
        for (List<Change> kept : subsets(names)) {
            Set<Node> files = new LinkedHashSet<>();
            collectWritten(root, kept, files);
            if (files.isEmpty()) {
                show(root, kept, Map.of(), false);
            }
            for (Node file : files) {
                for (Function<Write, boolean[]> variant : variants(writes(file))) {
                    Map<Node, Function<Write, boolean[]>> varied = Map.of(file, variant);
                    show(root, kept, varied, true);
                    if (files.size() > 1) {
                        show(root, kept, varied, false);
                    }
                }
            }
        }
    }

    private void show(Node root, List<Change> kept, Map<Node, Function<Write, boolean[]>> varied, boolean others) {
        count++;
        look.accept(new CrashDisk(image(root, kept, varied, others)));
    }

    private static Node image(Node node, List<Change> kept, Map<Node, Function<Write, boolean[]>> varied,
            boolean others) {
        if (node.folder) {
            Map<String, Node> names = new TreeMap<>();
            node.namesWith(kept).forEach((name, below) -> names.put(name, image(below, kept, varied, others)));
            return Node.folder(names);
        }
        return Node.file(node.bytesWith(varied.getOrDefault(node, write -> others ? Node.all(write) : null)));
    }

    private static void collect(Node node, List<Change> names, Set<Node> seen) {
        if (!node.folder || !seen.add(node)) {
            return;
        }
        names.addAll(node.unsafe());
        for (Node below : node.namesWith(node.unsafe()).values()) {
            collect(below, names, seen);
        }
        node.namesWith(List.of()).values().forEach(below -> collect(below, names, seen));
    }

    private static void collectWritten(Node node, List<Change> kept, Set<Node> files) {
        if (node.folder) {
            node.namesWith(kept).values().forEach(below -> collectWritten(below, kept, files));
        } else if (!node.unsafe().isEmpty()) {
            files.add(node);
        }
    }

    private static List<Write> writes(Node file) {
        return file.unsafe().stream().map(Write.class::cast).toList();
    }

    private List<List<Change>> subsets(List<Change> changes) {
        List<List<Change>> subsets = new ArrayList<>();
        int choices = 1 << Math.min(changes.size(), ALL_SUBSETS_UP_TO);
        for (int choice = 0; choice < choices; choice++) {
            List<Change> kept = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                boolean keep = changes.size() <= ALL_SUBSETS_UP_TO ? ((choice >> i) & 1) != 0 : random.nextBoolean();
                if (keep) {
                    kept.add(changes.get(i));
                }
            }
            subsets.add(kept);
        }
        if (changes.size() > ALL_SUBSETS_UP_TO) {
            for (int i = 0; i <= changes.size(); i++) {
                subsets.add(changes.subList(0, i));
                subsets.add(changes.subList(i, changes.size()));
            }
        }
        return subsets;
    }

    private List<Function<Write, boolean[]>> variants(List<Write> writes) {
        List<Function<Write, boolean[]>> variants = new ArrayList<>();
        for (Write last : writes) {
            for (int bytes = 0; bytes < last.bytes.length; bytes++) {
                if (isCut(last, bytes)) {
                    variants.add(prefix(writes, last, bytes));
                }
            }
            variants.add(write -> write == last ? null : Node.all(write));
            variants.add(write -> write == last ? Node.all(write) : null);
        }
        variants.add(Node::all);
        variants.add(write -> new boolean[write.bytes.length]);
        addSectors(writes, variants);
        return variants;
    }

    private boolean isCut(Write write, int bytes) {
        int edge = (write.at + bytes) % SECTOR;
        return prefixes == Prefixes.EVERY_BYTE || bytes <= 1 || bytes == write.bytes.length - 1 || edge <= 1
                || edge == SECTOR - 1;
    }

    private static Function<Write, boolean[]> prefix(List<Write> writes, Write last, int bytes) {
        int end = writes.indexOf(last);
        return write -> {
            int at = writes.indexOf(write);
            return at < end ? Node.all(write) : (at > end || bytes == 0) ? null : begin(bytes);
        };
    }

    private static boolean[] begin(int bytes) {
        boolean[] there = new boolean[bytes];
        java.util.Arrays.fill(there, true);
        return there;
    }

    private void addSectors(List<Write> writes, List<Function<Write, boolean[]>> variants) {
        int from = writes.stream().mapToInt(write -> write.at).min().orElse(0) / SECTOR;
        int to = writes.stream().mapToInt(write -> write.at + write.bytes.length).max().orElse(0) / SECTOR;
        for (int sector = from; sector <= to; sector++) {
            int missing = sector;
            variants.add(write -> sectors(write, at -> at != missing));
            variants.add(write -> sectors(write, at -> at >= missing));
        }
        for (int i = 0; i < RANDOM_SECTOR_CHOICES; i++) {
            long seed = random.nextLong();
            variants.add(write -> sectors(write, at -> (new SplittableRandom(seed + at).nextInt() & 1) == 0));
        }
    }

    private static boolean[] sectors(Write write, java.util.function.IntPredicate kept) {
        boolean[] there = new boolean[write.bytes.length];
        for (int i = 0; i < there.length; i++) {
            there[i] = kept.test((write.at + i) / SECTOR);
        }
        return there;
    }
}
