package io.ambit.core.memory.recall;

import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Skill;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.TokenCounter;
import io.ambit.testkit.HeapMemoryJournal;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.WordIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A memory to ask questions of: store, index and journal on the heap, with a clock that a test sets. */
public final class Notebook {
    public static final Space SPACE = new Space("project");
    public static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");

    public final HeapMemoryStore store = new HeapMemoryStore();
    public final WordIndex index = new WordIndex(store);
    public final HeapMemoryJournal journal = new HeapMemoryJournal();
    public final TokenCounter tokens = new Chars4TokenCounter();
    public Instant now = NOW;
    public final InstantSource clock = () -> {
        now = now.plusMillis(1);
        return now;
    };
    public final Recall recall = new Recall(store, index, journal, tokens, clock);
    private int turns;

    public Answer ask(String question) {
        return recall.ask(Question.in(SPACE, question).build());
    }

    public RecordId add(Content content) {
        return add(SPACE, content, NOW.minus(Duration.ofDays(3)), 0.5, 1);
    }

    public RecordId add(Space space, Content content, @Nullable Instant at, double importance, double confidence) {
        Draft draft = new Draft(space, content, Provenance.by("agent:test", "test"), at, importance, confidence);
        return store.add(List.of(draft), NOW).getFirst().record().id();
    }

    public RecordId note(String text) {
        return add(new Insight("note", text, "", List.of()));
    }

    public RecordId note(String text, Instant at) {
        return add(SPACE, new Insight("note", text, "", List.of()), at, 0.5, 1);
    }

    public RecordId turn(String session, String text) {
        return add(new Turn(session, turns++, "user", Voice.PERSON, text));
    }

    public RecordId episode(String goal, Outcome outcome) {
        return add(Episode.of(goal, outcome));
    }

    public RecordId skill(String name, String step) {
        return add(new Skill(name, "", List.of(), List.of(step), List.of(), List.of()));
    }

    public RecordId antiPattern(String whatFails, String prevention) {
        return add(new AntiPattern(whatFails, "", prevention, List.of()));
    }

    public void link(RecordId from, LinkType type, RecordId to) {
        store.link(new Link(SPACE, from, type, to, "test", NOW));
    }

    public static List<RecordId> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.record().id()).toList();
    }
}
