package io.ambit.core.memory;

import io.ambit.core.memory.recall.Answer;
import io.ambit.core.memory.recall.Hit;
import io.ambit.core.memory.recall.Question;
import io.ambit.core.memory.recall.Recall;
import io.ambit.core.session.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which spaces may read which others, beside their own: what their owner has said, never what a question asks for.
 *
 * @param readers for each space those that it reads too
 */
public record ReadableSpaces(Map<Space, List<Space>> readers) {
    public static final ReadableSpaces NONE = new ReadableSpaces(Map.of());

    public ReadableSpaces {
        readers = Map.copyOf(readers);
    }

    /** The answer in the question's own space, with the better hits of those that it may read among its own. */
    Answer ask(Recall recall, Question question) {
        Answer own = recall.ask(question);
        List<Space> others = readers.getOrDefault(question.space(), List.of());
        if (others.isEmpty()) {
            return own;
        }
        List<Hit> avoid = new ArrayList<>(own.avoid());
        List<Hit> hits = new ArrayList<>(own.hits());
        for (Space other : others) {
            Answer more = recall.ask(question.quietlyIn(other));
            avoid.addAll(more.avoid());
            hits.addAll(more.hits());
        }
        Comparator<Hit> best = Comparator.comparingDouble(Hit::score).reversed();
        avoid.sort(best);
        hits.sort(best);
        List<Hit> shownFirst = avoid.subList(0, Math.min(avoid.size(), question.limit()));
        int room = question.limit() - shownFirst.size();
        return own.with(shownFirst, hits.subList(0, Math.min(hits.size(), room)));
    }
}
