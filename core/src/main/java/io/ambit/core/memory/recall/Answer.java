package io.ambit.core.memory.recall;

import io.ambit.core.event.StrategyRun;
import io.ambit.core.memory.task.TaskDetection;
import io.ambit.core.memory.time.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What memory answers.
 *
 * @param queryId under which an outcome can be reported; "" where the question left no trace
 * @param task what the asker was taken to be at work on; null for plain search
 * @param time the span that the question was taken to speak of; null for none
 * @param avoid for debugging: what has failed before, best first; to be shown before all else
 * @param hits the rest of what was found, best first
 * @param leftOut what was found too and did not fit the budget, best first
 * @param strategies what ran, and what it took
 * @param problems what else went wrong beside records set aside, in one line each
 */
public record Answer(
        String queryId,
        @Nullable TaskDetection task,
        @Nullable TimeSpan time,
        List<Hit> avoid,
        List<Hit> hits,
        List<LeftOut> leftOut,
        List<SetAside> setAside,
        List<StrategyRun> strategies,
        List<String> problems) {
    public Answer {
        avoid = List.copyOf(avoid);
        hits = List.copyOf(hits);
        leftOut = List.copyOf(leftOut);
        setAside = List.copyOf(setAside);
        strategies = List.copyOf(strategies);
        problems = List.copyOf(problems);
    }

    /** What is shown, in the order in which it is shown. */
    public List<Hit> all() {
        List<Hit> all = new ArrayList<>(avoid);
        all.addAll(hits);
        return all;
    }

    /** The same answer with other hits. */
    public Answer with(List<Hit> toAvoid, List<Hit> found) {
        return new Answer(queryId, task, time, toAvoid, found, leftOut, setAside, strategies, problems);
    }
}
