package io.ambit.core.tooluse.pattern;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolPatternStore;
import io.ambit.core.spi.ToolPatternStore.Event;
import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tooluse.failure.Recoveries;
import io.ambit.core.tooluse.habit.HabitKind;
import io.ambit.core.tooluse.history.CallHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The patterns of one project: those that ship and those that were learned. What is learned is proposed; only what a
 * person approved takes part in anything. Thread-safe.
 */
public final class PatternBook {
    private static final Duration UNUSED = Duration.ofDays(90);
    private static final int LITTLE = 3;
    private static final int MAX_EVENTS = 1_000;

    private final Space space;
    private final ToolPatternStore store;
    private final FailureHistory history;
    private int learnedFrom = -1;

    public PatternBook(Space space, ToolPatternStore store, CallHistory calls) {
        this.space = space;
        this.store = store;
        this.history = new FailureHistory(calls);
    }

    /** All patterns: those that ship first, then by id. */
    public List<ToolPattern> all() {
        return withSeeds(store.patterns(space));
    }

    /** Those that ship, as they were decided on, then the learned ones among those that are kept. */
    public static List<ToolPattern> withSeeds(List<ToolPattern> stored) {
        Map<String, ToolPattern> all = new LinkedHashMap<>();
        SeedPatterns.ALL.forEach(seed -> all.put(seed.id(), seed));
        for (ToolPattern kept : stored) {
            ToolPattern seed = all.get(kept.id());
            all.put(kept.id(), seed == null ? kept : seed.with(kept.state(), kept.changed()));
        }
        return List.copyOf(all.values());
    }

    /** The patterns that take part: approved ones. */
    public List<ToolPattern> active() {
        return all().stream()
                .filter(pattern -> pattern.state() == PatternState.APPROVED)
                .toList();
    }

    /** The habits of which a person does not want to hear: those whose patterns were rejected. */
    public Set<HabitKind> rejectedHabits() {
        Set<String> rejected = all().stream()
                .filter(pattern -> pattern.state() == PatternState.REJECTED)
                .map(ToolPattern::id)
                .collect(Collectors.toSet());
        return Arrays.stream(HabitKind.values())
                .filter(kind -> rejected.contains(SeedPatterns.id(kind)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was done with patterns, newest first. */
    public List<Event> events() {
        return store.events(space, MAX_EVENTS);
    }

    /** As {@link #learn}, where failures were recorded since it was done last. */
    public synchronized void learnIfNew(Instant now) {
        if (history.all().size() != learnedFrom) {
            learn(now);
        }
    }

    /**
     * Draws patterns from what the ledger holds now: proposes new ones and brings the evidence of known ones up to date.
     * What was decided stays decided.
     *
     * @return the ones that are newly proposed
     */
    public synchronized List<ToolPattern> learn(Instant now) {
        List<Recoveries.Failed> failures = history.all();
        learnedFrom = failures.size();
        Map<String, ToolPattern> known = new LinkedHashMap<>();
        store.patterns(space).forEach(pattern -> known.put(pattern.id(), pattern));
        List<ToolPattern> changed = new ArrayList<>();
        List<ToolPattern> proposed = new ArrayList<>();
        for (ToolPattern found : PatternLearning.learn(failures, now)) {
            ToolPattern before = known.remove(found.id());
            if (before != null) {
                // Sessions are deleted in time; what they showed is not unlearned by that.
                if (found.evidence().worked() > before.evidence().worked()
                        || found.evidence().failed() > before.evidence().failed()) {
                    changed.add(before.with(found.evidence(), now));
                }
            } else if (PatternLearning.isWorthProposing(found)) {
                proposed.add(found);
            }
        }
        for (ToolPattern rest : known.values()) {
            ToolPattern now1 = PatternLearning.withContradictions(rest, failures, now);
            if (rest.isLearned() && now1.evidence().failed() > rest.evidence().failed()) {
                changed.add(now1);
            }
        }
        changed.addAll(proposed);
        if (!changed.isEmpty()) {
            store.keep(space, changed);
        }
        proposed.forEach(pattern -> note(now, "proposed", pattern.id(), pattern.note()));
        return proposed;
    }

    /**
     * Approves or rejects a pattern.
     *
     * @return as it is now
     * @throws InvalidInputException where there is none of that id
     */
    public ToolPattern decide(String id, PatternState state, Instant now) {
        ToolPattern pattern = all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "no pattern " + id + " in space " + space + ", expected an id that learn status shows"));
        ToolPattern decided = pattern.with(state, now);
        store.keep(space, List.of(decided));
        note(now, state.label(), id, pattern.note());
        return decided;
    }

    /** Takes out learned patterns that were contradicted as often as borne out, or of which nothing was seen for 90 days. */
    public List<ToolPattern> prune(Instant now) {
        List<ToolPattern> gone = all().stream()
                .filter(ToolPattern::isLearned)
                .filter(pattern -> pattern.state() != PatternState.REJECTED)
                .filter(pattern -> isContradicted(pattern) || isUnused(pattern, now))
                .toList();
        store.remove(space, gone.stream().map(ToolPattern::id).toList());
        gone.forEach(
                pattern -> note(now, "pruned", pattern.id(), isContradicted(pattern) ? "contradicted" : "little used"));
        return gone;
    }

    /** Goes back to the patterns that ship, as they ship; returns how many learned ones or decisions are gone. */
    public int reset(Instant now) {
        List<String> ids = store.patterns(space).stream().map(ToolPattern::id).toList();
        store.remove(space, ids);
        note(now, "reset", "", ids.size() + " taken out");
        return ids.size();
    }

    /** Forgets everything that was learned and decided, and that it was. */
    public void purge() {
        store.purge(space);
    }

    /** The failures that the ledger holds, with what got over them. */
    List<Recoveries.Failed> failures() {
        return history.all();
    }

    private static boolean isContradicted(ToolPattern pattern) {
        return pattern.evidence().failed() >= pattern.evidence().worked();
    }

    private static boolean isUnused(ToolPattern pattern, Instant now) {
        return pattern.evidence().worked() < LITTLE
                && pattern.changed().plus(UNUSED).isBefore(now);
    }

    private void note(Instant now, String what, String pattern, String note) {
        store.note(space, new Event(now, what, pattern, note));
    }
}
