package io.ambit.core.memory.recall;

import io.ambit.core.error.AmbitException;
import io.ambit.core.event.RecallEvent;
import io.ambit.core.event.RecalledText;
import io.ambit.core.event.StrategyRun;
import io.ambit.core.event.StrategyType;
import io.ambit.core.memory.recall.Ranking.Ranked;
import io.ambit.core.memory.task.MemoryWeights;
import io.ambit.core.memory.task.TaskDetection;
import io.ambit.core.memory.task.TaskType;
import io.ambit.core.record.Episode;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions from memory: finds records by meaning, words, time and relation, weighs them by what the asker is
 * at work on, and says of each why it is there. Thread-safe as far as its parts are.
 *
 * <p>Each answer is written to the journal, so that its outcome can be reported, with the texts that it showed, so that
 * they are not stored again as news. Where the journal fails the answer is given all the same and says so.
 */
public final class Recall {
    /** Kinds that are asked for by name are searched even where the task gives them no weight. */
    private static final double LEAST_WEIGHT_ASKED = 0.05;

    private final MemoryStore store;
    private final MemoryIndex index;
    private final MemoryJournal journal;
    private final TokenCounter tokens;
    private final InstantSource clock;

    public Recall(
            MemoryStore store, MemoryIndex index, MemoryJournal journal, TokenCounter tokens, InstantSource clock) {
        this.store = store;
        this.index = index;
        this.journal = journal;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Answers a question.
     *
     * @throws io.ambit.core.error.RetriableException where the store is locked for the moment
     * @throws AmbitException where store or index are damaged as a whole
     */
    public Answer ask(Question question) {
        TaskDetection task = question.raw() ? null : task(question);
        MemoryWeights weights = weights(question, task);
        Search search = new Search(store, index, clock, question, task == null ? null : task.type(), weights);
        search.run();

        List<Ranked> ranked = new Ranking(weights, search.timeSelects).rank(search.candidates.values());
        if (question.mmr()) {
            ranked = Choice.varied(ranked, question.limit());
        }
        List<Ranked> chosen = question.raw()
                ? ranked.subList(0, Math.min(ranked.size(), question.limit()))
                : Choice.byPlaces(ranked, weights, question.limit());
        Shown shown = new Shown(task != null && task.type() == TaskType.DEBUGGING, question.maxTokens(), tokens);
        shown.take(chosen);

        List<Hit> all = new ArrayList<>(shown.avoid);
        all.addAll(shown.hits);
        List<StrategyRun> runs = runs(search, all, question.strategies().propensity());
        List<String> problems = new ArrayList<>();
        String queryId = question.quiet() ? "" : record(question, task, runs, all, problems);
        return new Answer(
                queryId,
                task,
                search.time,
                shown.avoid,
                shown.hits,
                shown.leftOut,
                search.reads.setAside(),
                runs,
                problems);
    }

    private static TaskDetection task(Question question) {
        String goal = question.goal().isBlank() ? question.text() : question.goal();
        return TaskDetection.of(goal, question.actions(), question.phase());
    }

    private static MemoryWeights weights(Question question, @Nullable TaskDetection task) {
        if (task == null) {
            return MemoryWeights.EVEN;
        }
        return question.profile()
                .weights(task.type())
                .atLeast(
                        LEAST_WEIGHT_ASKED,
                        question.kinds().stream().map(RecordKind::type).toList());
    }

    private static List<StrategyRun> runs(Search search, List<Hit> shown, double propensity) {
        Set<RecordId> shownIds = new LinkedHashSet<>();
        shown.forEach(hit -> shownIds.add(hit.record().id()));
        List<StrategyRun> runs = new ArrayList<>();
        for (Map.Entry<StrategyType, Duration> run : search.latencies.entrySet()) {
            int results = 0;
            int selected = 0;
            for (Candidate candidate : search.candidates.values()) {
                if (candidate.foundBy.contains(run.getKey())) {
                    results++;
                    selected += shownIds.contains(candidate.record.id()) ? 1 : 0;
                }
            }
            // Meaning and words are always searched; only the others are a choice.
            boolean chosen = run.getKey() == StrategyType.TEMPORAL || run.getKey() == StrategyType.GRAPH;
            runs.add(new StrategyRun(run.getKey(), results, selected, run.getValue(), chosen ? propensity : 1));
        }
        return runs;
    }

    private String record(
            Question question,
            @Nullable TaskDetection task,
            List<StrategyRun> runs,
            List<Hit> shown,
            List<String> problems) {
        Instant now = clock.instant();
        List<MemoryRecord> records = shown.stream().map(Hit::record).toList();
        List<RecordId> ids = records.stream().map(MemoryRecord::id).toList();
        String profile = task == null
                ? "raw"
                : question.profile().label() + ":" + task.type().label();
        try {
            Set<Hash> texts = new LinkedHashSet<>();
            records.forEach(record -> texts.addAll(RecalledText.hashes(record)));
            journal.recalled(question.space(), texts, now);
            store.used(question.space(), ids, now);
            return journal.asked(RecallEvent.asked(question.space(), now, profile, runs, ids));
        } catch (AmbitException e) {
            problems.add("not written to the journal: " + SafeText.line(String.valueOf(e.getMessage()), 200));
            return "";
        }
    }

    /** What is shown of the chosen within the budget, and what is not. */
    private static final class Shown {
        final List<Hit> avoid = new ArrayList<>();
        final List<Hit> hits = new ArrayList<>();
        final List<LeftOut> leftOut = new ArrayList<>();
        private final boolean debugging;
        private final TokenCounter tokens;
        private final int maxTokens;
        private int used;

        Shown(boolean debugging, int maxTokens, TokenCounter tokens) {
            this.debugging = debugging;
            this.maxTokens = maxTokens;
            this.tokens = tokens;
            // The titles are counted where they are shown at all; a token more or less may come of putting texts
            // together, for which one is kept free per piece.
            this.used = tokens.count(AnswerText.FOUND) + 1 + (debugging ? tokens.count(AnswerText.AVOID) + 1 : 0);
        }

        void take(List<Ranked> chosen) {
            chosen.stream().filter(this::isToAvoid).forEach(one -> add(one, avoid));
            chosen.stream().filter(one -> !isToAvoid(one)).forEach(one -> add(one, hits));
        }

        private boolean isToAvoid(Ranked one) {
            MemoryRecord record = one.candidate().record;
            boolean failed = record.content() instanceof Episode episode && episode.outcome() == Outcome.FAILURE;
            return debugging && (failed || record.kind() == RecordKind.ANTI_PATTERN);
        }

        private void add(Ranked one, List<Hit> to) {
            MemoryRecord record = one.candidate().record;
            int size = tokens.count(QuotedRecord.of(record)) + 1;
            if (maxTokens > 0 && used + size > maxTokens) {
                leftOut.add(new LeftOut(record.id(), QuotedRecord.title(record), size));
                return;
            }
            used += size;
            to.add(new Hit(record, one.score(), one.parts(), one.candidate().path, size));
        }
    }
}
