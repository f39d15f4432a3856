package io.ambit.core.memory.disclosure;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.event.TopicChange;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.TokenCounter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What showing memory costs, counted as it happens, and what is done where it costs too much: at the end of a task,
 * at the end of a session, and when a task needs its third topic in full. Each checkpoint of a task or session does one
 * thing once, also where it is reached again.
 */
public final class Economics {
    /** Above so many full loads a task is looked at before it ends. */
    private static final int EARLY_CHECK = 2;

    private final MemoryJournal journal;
    private final InstantSource clock;
    private final TopicMap topics;

    public Economics(MemoryStore store, MemoryJournal journal, TokenCounter tokens, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        this.topics = new TopicMap(store, journal, tokens);
    }

    /** The figures of a session. */
    public Figures session(Space space, String session) {
        return Figures.of(journal.shown(space, session, null));
    }

    /** The figures of a task within a session. */
    public Figures task(Space space, String session, String task) {
        return Figures.of(journal.shown(space, session, task));
    }

    /** The figures of all that a space ever showed. */
    public Figures whole(Space space) {
        return Figures.of(journal.shown(space, null, null));
    }

    /** To be called when a task has ended: checks ratio and full loads. */
    public List<CarriedOut> taskEnd(Space space, String session, String task) {
        return check(space, session, task, "task", List.of(Threshold.RATIO, Threshold.FULL_LOADS));
    }

    /** To be called when a session has ended: checks all thresholds. */
    public List<CarriedOut> sessionEnd(Space space, String session) {
        return check(space, session, null, "session", List.of(Threshold.values()));
    }

    /** The proposal to show all of memory, if there is one. */
    public TopicChange.@Nullable Bypass proposal(Space space) {
        return bypass(journal.changes(space));
    }

    /** Accepts the proposal to show all of memory, or takes it back; false where there is none. */
    public boolean bypass(Space space, boolean accepted) {
        TopicChange.Bypass proposal = bypass(journal.changes(space));
        if (proposal == null) {
            return false;
        }
        journal.change(space, new TopicChange.Bypass(accepted, proposal.reason()), clock.instant());
        return true;
    }

    static TopicChange.@Nullable Bypass bypass(List<TopicChange> changes) {
        for (TopicChange change : changes) {
            if (change instanceof TopicChange.Bypass bypass) {
                return bypass;
            }
        }
        return null;
    }

    TopicMap topics() {
        return topics;
    }

    /** To be called after topics were shown in full. */
    List<CarriedOut> loaded(Space space, String session, String task) {
        return task(space, session, task).fullLoads() > EARLY_CHECK
                ? check(space, session, task, "load", List.of(Threshold.RATIO, Threshold.FULL_LOADS))
                : List.of();
    }

    private List<CarriedOut> check(
            Space space, String session, @Nullable String task, String checkpoint, List<Threshold> thresholds) {
        List<DisclosureEvent> events = journal.shown(space, session, task);
        Set<String> done = new HashSet<>();
        events.stream()
                .filter(event -> task != null || event.task().isEmpty())
                .forEach(e -> done.addAll(e.carriedOut()));
        Figures figures = Figures.of(events);
        List<CarriedOut> carried = new ArrayList<>();
        for (Threshold threshold : thresholds) {
            String name = checkpoint + " " + threshold.label();
            if (threshold.isCrossed(figures) && !done.contains(name)) {
                List<TopicChange> changes = carryOut(space, threshold, events);
                if (!changes.isEmpty()) {
                    carried.add(new CarriedOut(threshold, threshold.figure(figures), changes));
                    journal.shown(DisclosureEvent.carried(
                            space, session, task == null ? "" : task, clock.instant(), List.of(name)));
                }
            }
        }
        return carried;
    }

    private List<TopicChange> carryOut(Space space, Threshold threshold, List<DisclosureEvent> events) {
        List<TopicChange> earlier = journal.changes(space);
        List<TopicChange> changes = new ThresholdActions(topics.of(space), earlier, events).changes(threshold);
        for (TopicChange change : changes) {
            earlier.stream().filter(old -> isReplaced(old, change)).forEach(old -> journal.undo(space, old));
            journal.change(space, change, clock.instant());
        }
        return changes;
    }

    /** A united topic that another one of its kind takes up with all its parts has had its day. */
    private static boolean isReplaced(TopicChange old, TopicChange change) {
        return switch (change) {
            case TopicChange.Composite composite ->
                old instanceof TopicChange.Composite before
                        && !before.topic().equals(composite.topic())
                        && composite.members().containsAll(before.members());
            case TopicChange.Merged merged ->
                old instanceof TopicChange.Merged before
                        && !before.topic().equals(merged.topic())
                        && merged.members().containsAll(before.members());
            default -> false;
        };
    }
}
