package io.ambit.core.memory.recall;

import static io.ambit.core.memory.recall.Notebook.NOW;
import static io.ambit.core.memory.recall.Notebook.SPACE;
import static io.ambit.core.memory.recall.Notebook.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.error.AmbitException;
import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.RecalledText;
import io.ambit.core.event.StrategyRun;
import io.ambit.core.event.StrategyType;
import io.ambit.core.record.Insight;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.SearchRequest;
import io.ambit.testkit.HostileRecords;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an answer leaves behind, and what happens when a part fails. */
class RecallCareTest {
    private final Notebook memory = new Notebook();

    @Test
    void ask_anyQuestion_isWrittenDownWithItsStrategies() {
        RecordId note = memory.note("the cache key lacks the tenant");
        RecordId other = memory.note("unrelated words");
        memory.link(note, LinkType.SUPPORTS, other);

        Answer answer = memory.recall.ask(Question.in(SPACE, "cache key since yesterday")
                .strategies(new Strategies(true, true, 0.25))
                .build());

        RecallEvent event = memory.journal.query(SPACE, answer.queryId()).orElseThrow();
        assertThat(event.selected()).isEqualTo(ids(answer.hits()));
        assertThat(event.profile()).isEqualTo("task-aware:implementation");
        assertThat(event.strategies())
                .extracting(StrategyRun::type)
                .containsExactly(StrategyType.TEMPORAL, StrategyType.KEYWORD, StrategyType.GRAPH);
        assertThat(event.strategies()).extracting(StrategyRun::propensity).containsExactly(0.25, 1.0, 0.25);
        assertThat(event.strategies().get(1).results()).isEqualTo(1);
        assertThat(event.strategies().get(1).selected()).isEqualTo(1);
        assertThat(event.strategies().get(2).results()).isEqualTo(1);
        assertThat(event.strategies()).allMatch(run -> run.latency().isPositive());
    }

    @Test
    void report_outcome_countsForTheStrategiesThatFoundSomething() {
        memory.note("the cache key lacks the tenant");
        Answer first = memory.ask("cache key");
        Answer second = memory.ask("tenant");

        memory.journal.report(SPACE, first.queryId(), Outcome.SUCCESS, true);
        memory.journal.report(SPACE, second.queryId(), Outcome.FAILURE, false);

        assertThat(memory.journal.successByStrategy(SPACE)).hasSize(1).allMatch(rate -> rate.rate() == 0.5);
    }

    @Test
    void ask_shownTexts_areKnownAsRecalledAndCounted() {
        String text =
                "The cache key lacks the tenant,\nso that tenants see each other's pages when they share a proxy.";
        RecordId id = memory.note(text);

        memory.ask("cache key");

        assertThat(isRecalled("> the CACHE key lacks the tenant,  \n> so that tenants see each other's pages when they"
                        + " share a proxy"))
                .isTrue();
        assertThat(isRecalled("so that tenants see each other's pages when they share a proxy."))
                .isTrue();
        assertThat(isRecalled("The cache key lacks the user, and the tenant too."))
                .isFalse();
        assertThat(memory.store.find(SPACE, id).orElseThrow().uses()).isEqualTo(1);
    }

    private boolean isRecalled(String text) {
        return RecalledText.hash(text)
                .map(hash -> memory.journal.wasRecalled(SPACE, hash))
                .orElse(false);
    }

    @Test
    void ask_quiet_leavesNoTrace() {
        RecordId id = memory.note("the cache key lacks the tenant");

        Answer answer =
                memory.recall.ask(Question.in(SPACE, "cache").quiet(true).build());

        assertThat(answer.hits()).hasSize(1);
        assertThat(answer.queryId()).isEmpty();
        assertThat(memory.journal.queries(SPACE, 10)).isEmpty();
        assertThat(isRecalled("the cache key lacks the tenant")).isFalse();
        assertThat(memory.store.find(SPACE, id).orElseThrow().uses()).isZero();
    }

    @Test
    void ask_damagedRecord_isNamedAndTheRestFound() {
        RecordId good = memory.note("cache one");
        RecordId bad = memory.note("cache two");
        MemoryStore damaged = wrapped(MemoryStore.class, memory.store, (name, args) -> {
            if (name.equals("find") && args[1] instanceof Collection<?> ids && ids.contains(bad)) {
                throw new AmbitException("content of " + bad + " is no JSON");
            }
            if (name.equals("find") && bad.equals(args[1])) {
                throw new AmbitException("content of " + bad + " is no JSON");
            }
        });

        Answer answer = recall(damaged, memory.index, memory.journal)
                .ask(Question.in(SPACE, "cache").build());

        assertThat(ids(answer.hits())).containsExactly(good);
        assertThat(answer.setAside()).extracting(SetAside::id).containsExactly(bad);
        assertThat(answer.setAside().getFirst().reason()).contains("no JSON");
    }

    @Test
    void ask_staleIndex_forgottenRecordIsGoneAndNoFault() {
        RecordId kept = memory.note("cache one");
        RecordId forgotten = memory.note("cache two");
        List<MemoryIndex.Found> stale = memory.index.search(SPACE, SearchRequest.of("cache", 10));
        memory.store.forget(SPACE, forgotten, NOW);

        Answer answer = recall(memory.store, fixed(stale), memory.journal)
                .ask(Question.in(SPACE, "cache").build());

        assertThat(ids(answer.hits())).containsExactly(kept);
        assertThat(answer.setAside()).isEmpty();
    }

    @Test
    void ask_indexOfAnotherSpace_showsNothingOfIt() {
        Space other = new Space("other");
        RecordId foreign = memory.add(other, new Insight("note", "cache secret", "", List.of()), NOW, 1, 1);
        MemoryRecord record = memory.store.find(other, foreign).orElseThrow();
        MemoryStore leaking = new Leaking(memory.store, record).store();

        Answer answer = recall(
                        leaking,
                        fixed(List.of(new MemoryIndex.Found(foreign, 1, Map.of("words", 1.0)))),
                        memory.journal)
                .ask(Question.in(SPACE, "cache").build());

        assertThat(answer.hits()).isEmpty();
        assertThat(answer.setAside()).containsExactly(new SetAside(foreign, "is a record of another space"));
    }

    @Test
    void ask_brokenJournal_answersAndSaysSo() {
        memory.note("cache one");
        MemoryJournal broken = wrapped(MemoryJournal.class, memory.journal, (name, args) -> {
            if (name.equals("asked")) {
                throw new AmbitException("disk full");
            }
        });

        Answer answer = recall(memory.store, memory.index, broken)
                .ask(Question.in(SPACE, "cache").build());

        assertThat(answer.hits()).hasSize(1);
        assertThat(answer.queryId()).isEmpty();
        assertThat(answer.problems()).singleElement().asString().contains("disk full");
    }

    @Test
    void ask_hostileTexts_gainNothingByWhatTheySayOfThemselves() {
        List<RecordId> hostile = new ArrayList<>();
        HostileRecords.all().forEach(one -> hostile.add(memory.note("cache key " + one.text())));
        RecordId plain = memory.note("cache key");

        Answer answer =
                memory.recall.ask(Question.in(SPACE, "cache key").limit(200).build());

        Hit fair = answer.hits().stream()
                .filter(hit -> hit.record().id().equals(plain))
                .findFirst()
                .orElseThrow();
        assertThat(answer.hits()).hasSize(hostile.size() + 1);
        assertThat(answer.hits())
                .allSatisfy(hit -> assertThat(hit.parts())
                        .containsEntry("importance", fair.parts().get("importance"))
                        .containsEntry("confidence", fair.parts().get("confidence"))
                        .containsEntry("use", fair.parts().get("use")));
    }

    private Recall recall(MemoryStore store, MemoryIndex index, MemoryJournal journal) {
        return new Recall(store, index, journal, memory.tokens, memory.clock);
    }

    private MemoryIndex fixed(List<MemoryIndex.Found> found) {
        return wrapped(MemoryIndex.class, memory.index, (name, args) -> {}, "search", found);
    }

    /** A store that gives a record to whoever asks. */
    private record Leaking(MemoryStore real, MemoryRecord record) {
        MemoryStore store() {
            return wrapped(MemoryStore.class, real, (name, args) -> {}, "find", List.of(record));
        }
    }

    private interface Before {
        void call(String method, Object[] args);
    }

    private static <T> T wrapped(Class<T> type, T real, Before before) {
        return wrapped(type, real, before, "", List.of());
    }

    /** {@code real} with something done before each call, and one method that answers with a given list. */
    private static <T> T wrapped(Class<T> type, T real, Before before, String method, List<?> answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            before.call(called.getName(), args == null ? new Object[0] : args);
            if (called.getName().equals(method) && !called.getReturnType().equals(Optional.class)) {
                return answer;
            }
            try {
                return called.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
