package io.ambit.core.context.assembly.reconcile;

import io.ambit.core.context.assembly.reconcile.Review.Conflict;
import io.ambit.core.context.assembly.reconcile.Review.Entry;
import io.ambit.core.context.assembly.reconcile.Review.Group;
import io.ambit.core.context.assembly.reconcile.Review.Near;
import io.ambit.core.context.assembly.reconcile.Review.Proposal;
import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.item.Item;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.disclosure.TopicWords;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays out what was captured for an epic: grouped, with what says the same and what says the opposite. */
public final class Reconciliation {
    /** From this similarity on, two entries are taken for one. */
    public static final double DUPLICATE = 0.9;

    private static final double SIMILAR = 0.75;
    private static final double SHARED_WORDS = 0.2;
    private static final int MOST_COMPARED = 12;
    private static final List<String> ORDER = List.of(
            "decision", "learning", "gotcha", "pattern", "blocker", "question", "note", "fact", "artifact", "memory");

    private final Space space;
    private final Memory memory;
    private final BacklogStore backlog;
    private final BacklogView view;

    public Reconciliation(Space space, Memory memory, BacklogStore backlog, BacklogView view) {
        this.space = space;
        this.memory = memory;
        this.backlog = backlog;
        this.view = view;
    }

    /** All that was captured for an epic; nothing is changed. */
    public Review review(Item epic) {
        List<Captured> captured = captured(epic);
        String curated = backlog.epicContext(epic.id()).orElse("");
        Set<String> decided = CuratedFile.of(curated).decided();
        Map<String, List<Near>> near = near(captured);
        Map<String, List<Conflict>> conflicts = conflicts(captured);
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        Comparator<Captured> order = Comparator.comparingInt((Captured one) -> place(one.type()))
                .thenComparing(Captured::type)
                .thenComparing(Captured::at)
                .thenComparing(Captured::id);
        for (Captured one : captured.stream().sorted(order).toList()) {
            List<Near> same = near.getOrDefault(one.id(), List.of());
            List<Conflict> opposite = conflicts.getOrDefault(one.id(), List.of());
            groups.computeIfAbsent(one.type(), any -> new ArrayList<>())
                    .add(new Entry(
                            one.id(),
                            one.type(),
                            one.title(),
                            one.text(),
                            one.author(),
                            one.at(),
                            !decided.contains(one.key()),
                            same,
                            opposite,
                            proposal(one, captured, same, opposite, decided)));
        }
        return new Review(
                epic.id().value(),
                epic.title(),
                curated,
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList());
    }

    private List<Captured> captured(Item epic) {
        return new Gathering(space, memory, view).of(epic, false);
    }

    private static int place(String type) {
        int at = ORDER.indexOf(type);
        return at < 0 ? ORDER.size() : at;
    }

    /** What is nearly the same, each pair on both sides; only entries that share words are compared by meaning. */
    private Map<String, List<Near>> near(List<Captured> captured) {
        List<Set<String>> words =
                captured.stream().map(one -> TopicWords.of(one.statement())).toList();
        Map<String, List<Near>> near = new HashMap<>();
        for (int i = 0; i < captured.size(); i++) {
            Captured one = captured.get(i);
            List<Captured> others = new ArrayList<>();
            for (int j = i + 1; j < captured.size() && others.size() < MOST_COMPARED; j++) {
                if (overlap(words.get(i), words.get(j)) >= SHARED_WORDS) {
                    others.add(captured.get(j));
                }
            }
            List<Double> similarities = others.isEmpty()
                    ? List.of()
                    : memory.index()
                            .similarities(
                                    one.statement(),
                                    others.stream().map(Captured::statement).toList());
            for (int j = 0; j < others.size(); j++) {
                double similarity = Math.clamp(similarities.get(j), 0, 1);
                if (similarity >= SIMILAR) {
                    String other = others.get(j).id();
                    near.computeIfAbsent(one.id(), any -> new ArrayList<>()).add(new Near(other, similarity));
                    near.computeIfAbsent(other, any -> new ArrayList<>()).add(new Near(one.id(), similarity));
                }
            }
        }
        near.values()
                .forEach(list -> list.sort(Comparator.comparingDouble((Near one) -> -one.similarity())
                        .thenComparing(Near::id)));
        return near;
    }

    private static double overlap(Set<String> a, Set<String> b) {
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        int all = a.size() + b.size() - shared.size();
        return all == 0 ? 0 : (double) shared.size() / all;
    }

    private Map<String, List<Conflict>> conflicts(List<Captured> captured) {
        Map<String, List<Conflict>> conflicts = new HashMap<>();
        for (int i = 0; i < captured.size(); i++) {
            for (int j = i + 1; j < captured.size(); j++) {
                Captured one = captured.get(i);
                Captured other = captured.get(j);
                Contradiction.between(one, other).ifPresent(why -> add(conflicts, one.id(), other.id(), why));
            }
        }
        Set<String> ids = new HashSet<>();
        captured.forEach(one -> ids.add(one.id()));
        for (Link link : links(captured)) {
            boolean isAmong =
                    ids.contains(link.from().value()) && ids.contains(link.to().value());
            String why = switch (link.type()) {
                case CONTRADICTS -> "linked as contradicting each other";
                case SUPERSEDES -> link.from() + " supersedes " + link.to();
                case SUPERSEDED_BY -> link.to() + " supersedes " + link.from();
                default -> "";
            };
            if (isAmong && !why.isEmpty()) {
                add(conflicts, link.from().value(), link.to().value(), why);
            }
        }
        return conflicts;
    }

    private List<Link> links(List<Captured> captured) {
        return memory.store()
                .links(
                        space,
                        captured.stream()
                                .map(Captured::record)
                                .flatMap(record -> Optional.ofNullable(record).stream())
                                .map(MemoryRecord::id)
                                .toList());
    }

    private static void add(Map<String, List<Conflict>> conflicts, String one, String other, String why) {
        List<Conflict> known = conflicts.computeIfAbsent(one, any -> new ArrayList<>());
        if (known.stream().noneMatch(conflict -> conflict.id().equals(other))) {
            known.add(new Conflict(other, why));
            conflicts.computeIfAbsent(other, any -> new ArrayList<>()).add(new Conflict(one, why));
        }
    }

    /** Of what says the same the longest is kept, the first of equals; of what says the opposite the latest. */
    private static Proposal proposal(
            Captured one, List<Captured> all, List<Near> near, List<Conflict> conflicts, Set<String> decided) {
        if (decided.contains(one.key())) {
            return new Proposal("keep", "", "decided before");
        }
        Map<String, Captured> byId = new HashMap<>();
        all.forEach(other -> byId.put(other.id(), other));
        for (Conflict conflict : conflicts) {
            Captured other = byId.get(conflict.id());
            if (other != null && isLater(other, one)) {
                return new Proposal("drop", "", other.id() + " says otherwise, and later: " + conflict.why());
            }
        }
        Set<String> opposed = new HashSet<>();
        conflicts.forEach(conflict -> opposed.add(conflict.id()));
        for (Near same : near) {
            Captured other = byId.get(same.id());
            if (other != null
                    && same.similarity() >= DUPLICATE
                    && !opposed.contains(same.id())
                    && isBetter(other, one)) {
                return new Proposal("merge", other.id(), other.id() + " says the same");
            }
        }
        return new Proposal("keep", "", "says something of its own");
    }

    private static boolean isLater(Captured a, Captured b) {
        int byTime = a.at().compareTo(b.at());
        return byTime != 0 ? byTime > 0 : a.id().compareTo(b.id()) > 0;
    }

    private static boolean isBetter(Captured a, Captured b) {
        int byLength = Integer.compare(a.statement().length(), b.statement().length());
        return byLength != 0 ? byLength > 0 : isLater(b, a);
    }
}
