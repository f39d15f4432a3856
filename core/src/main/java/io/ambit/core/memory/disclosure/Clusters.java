package io.ambit.core.memory.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts records together that belong together: those of one session always; then those that are linked; then those
 * that are about the same, by words that not half of all share. A cluster that has grown large takes in no more by
 * links and words, so that not everything ends in one. The same records give the same clusters.
 */
final class Clusters {
    private static final int LARGE = 40;
    /** Of the fewer words of two clusters so many must be shared, and at least two. */
    private static final double SHARED = 0.4;

    private static final int MIN_SHARED = 2;
    private static final int MIN_CLUSTERS_FOR_COMMON = 10;
    private static final double COMMON = 0.2;
    private static final int MAX_WITH_WORD = 200;

    private final List<Brief> briefs;
    private final int[] parent;
    private final int[] size;

    private Clusters(List<Brief> briefs) {
        this.briefs = briefs;
        parent = new int[briefs.size()];
        size = new int[briefs.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            size[i] = 1;
        }
    }

    /**
     * The clusters, each in order of time and then id, ordered by their first members.
     *
     * @param links pairs of indexes of records that are linked
     */
    static List<List<Brief>> of(Collection<Brief> records, Collection<List<Brief>> links) {
        List<Brief> ordered = records.stream()
                .sorted(Comparator.comparing(Brief::time).thenComparing(Brief::id))
                .toList();
        Clusters clusters = new Clusters(ordered);
        clusters.bySession();
        clusters.byLinks(links);
        clusters.byWords();
        Map<Integer, List<Brief>> groups = new TreeMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            groups.computeIfAbsent(clusters.root(i), any -> new ArrayList<>()).add(ordered.get(i));
        }
        return List.copyOf(groups.values());
    }

    private void bySession() {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < briefs.size(); i++) {
            String session = briefs.get(i).session();
            if (session != null) {
                Integer known = first.putIfAbsent(session, i);
                if (known != null) {
                    join(known, i);
                }
            }
        }
    }

    private void byLinks(Collection<List<Brief>> links) {
        Map<Brief, Integer> places = new HashMap<>();
        for (int i = 0; i < briefs.size(); i++) {
            places.put(briefs.get(i), i);
        }
        for (List<Brief> link : links) {
            Integer a = places.get(link.getFirst());
            Integer b = places.get(link.getLast());
            if (a != null && b != null) {
                joinSmall(a, b);
            }
        }
    }

    private void byWords() {
        List<Integer> loose = new ArrayList<>();
        for (int i = 0; i < briefs.size(); i++) {
            if (briefs.get(i).session() == null && root(i) == i && size[i] <= LARGE) {
                loose.add(i);
            }
        }
        Map<Integer, Set<String>> words = new HashMap<>();
        for (int i = 0; i < briefs.size(); i++) {
            words.computeIfAbsent(root(i), any -> new HashSet<>())
                    .addAll(briefs.get(i).words());
        }
        Map<String, List<Integer>> withWord = new HashMap<>();
        for (int cluster : loose) {
            words.getOrDefault(cluster, Set.of())
                    .forEach(word -> withWord.computeIfAbsent(word, any -> new ArrayList<>())
                            .add(cluster));
        }
        double common = loose.size() < MIN_CLUSTERS_FOR_COMMON ? loose.size() + 1 : COMMON * loose.size();
        for (int cluster : loose) {
            Set<String> own = words.getOrDefault(cluster, Set.of());
            Map<Integer, Integer> shared = new TreeMap<>();
            for (String word : own) {
                List<Integer> others = withWord.getOrDefault(word, List.of());
                if (others.size() <= common && others.size() <= MAX_WITH_WORD) {
                    others.stream()
                            .filter(other -> other < cluster)
                            .forEach(other -> shared.merge(other, 1, Integer::sum));
                }
            }
            shared.entrySet().stream()
                    .filter(entry -> entry.getValue() >= MIN_SHARED)
                    .filter(entry -> entry.getValue()
                            >= SHARED
                                    * Math.min(
                                            own.size(),
                                            words.getOrDefault(entry.getKey(), Set.of())
                                                    .size()))
                    .max(Map.Entry.<Integer, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .ifPresent(best -> joinSmall(best.getKey(), cluster));
        }
    }

    private void joinSmall(int a, int b) {
        if (size[root(a)] + size[root(b)] <= LARGE) {
            join(a, b);
        }
    }

    /** The earlier root stays, so that a cluster keeps the name of its first member. */
    private void join(int a, int b) {
        int one = root(a);
        int other = root(b);
        if (one != other) {
            int first = Math.min(one, other);
            int second = Math.max(one, other);
            parent[second] = first;
            size[first] += size[second];
        }
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
