package io.ambit.core.context.assembly;

import io.ambit.core.context.assembly.view.ItemTags;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.disclosure.Timeline;
import io.ambit.core.memory.recall.Answer;
import io.ambit.core.memory.recall.Hit;
import io.ambit.core.memory.recall.Question;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Comes upon what memory holds for a task: insights about its items, and what a question for its goal brings back. */
final class Recollection {
    private static final int MOST_INSIGHTS = 1_000;
    private static final int MOST_HITS = 15;
    private static final int MOST_CHARACTERS = 2_000;
    private static final double FIRST = 0.6;

    private final Space space;
    private final Memory memory;
    private final Pool pool;

    Recollection(Space space, Memory memory, Pool pool) {
        this.space = space;
        this.memory = memory;
        this.pool = pool;
    }

    /**
     * Insights that bear an item's tag.
     *
     * @param shares share of the weight by key of the item
     */
    void insights(Map<String, Double> shares) {
        for (MemoryRecord record : memory.store()
                .list(space, RecordSelection.LIVE.ofKinds(RecordKind.INSIGHT).newest(MOST_INSIGHTS))) {
            if (record.content() instanceof Insight insight) {
                double share = ItemTags.keys(insight).stream()
                        .mapToDouble(key -> shares.getOrDefault(key, 0.0))
                        .max()
                        .orElse(0);
                if (share > 0) {
                    pool.record(record, Roles.INSIGHT, share, 0);
                }
            }
        }
    }

    /** What memory answers to a goal, without a trace in its journal. */
    void ask(String text, String goal) {
        String question = text.strip();
        if (question.isEmpty()) {
            return;
        }
        Answer answer =
                memory.ask(Question.in(space, question.substring(0, Math.min(question.length(), MOST_CHARACTERS)))
                        .goal(goal)
                        .limit(MOST_HITS)
                        .quiet(true)
                        .build());
        double best = answer.all().stream().mapToDouble(Hit::score).max().orElse(0);
        int place = 0;
        for (Hit hit : answer.all()) {
            double byScore = best > 0 ? Math.clamp(hit.score() / best, 0, 1) : 0;
            double relevance = FIRST * (0.5 * byScore + 0.5 / (1 + place / 4.0));
            boolean isInsight = hit.record().kind() == RecordKind.INSIGHT;
            pool.record(hit.record(), isInsight ? Roles.INSIGHT : Roles.MEMORY, relevance, relevance);
            place++;
        }
    }

    /** The timeline, as one piece; where it is empty, nothing. */
    void timeline() {
        Timeline timeline = memory.disclosure().timeline(space);
        if (!timeline.text().isBlank()) {
            String plain = timeline.text()
                    .lines()
                    .map(line -> line.startsWith("> ") ? line.substring(2) : line)
                    .collect(Collectors.joining("\n"));
            pool.add(
                    new Candidate(
                            "memory_timeline",
                            "memory_timeline",
                            Roles.ACTIVITY,
                            "What was done and decided lately",
                            new Source.OfText("timeline", plain),
                            "memory_timeline",
                            0),
                    Roles.ACTIVITY,
                    1,
                    0);
        }
    }

    /** Marks records in whose place a newer one stands. */
    void supersede() {
        List<MemoryRecord> records = pool.records().stream()
                .filter(record -> record.space().equals(space))
                .toList();
        for (Link link : memory.store()
                .links(space, records.stream().map(MemoryRecord::id).toList())) {
            if (link.type() == LinkType.SUPERSEDED_BY) {
                pool.supersede(Pool.RECORD + link.from());
            } else if (link.type() == LinkType.SUPERSEDES) {
                pool.supersede(Pool.RECORD + link.to());
            }
        }
    }
}
