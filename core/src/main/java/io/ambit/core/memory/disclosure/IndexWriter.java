package io.ambit.core.memory.disclosure;

import io.ambit.core.spi.TokenCounter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes the index: a line for each topic, as many as fit. */
final class IndexWriter {
    static final int MAX_TOKENS = 100;
    private static final int SUMMARY_WORDS = 10;
    private static final int FEWEST_WORDS = 4;

    private final TokenCounter tokens;

    IndexWriter(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /** Every line, best first. */
    List<IndexView.Line> lines(List<Topic> topics, ToDoubleFunction<Topic> relevance) {
        return topics.stream()
                .filter(topic -> !topic.pruned())
                .map(topic -> new IndexView.Line(
                        topic.id(),
                        shortened(topic),
                        Math.round(relevance.applyAsDouble(topic) * 100) / 100.0,
                        topic.lastAccess(),
                        topic.tokens()))
                .sorted(Comparator.comparingDouble((IndexView.Line line) -> -line.relevance())
                        .thenComparing(IndexView.Line::lastAccess, Comparator.reverseOrder())
                        .thenComparing(IndexView.Line::topic))
                .toList();
    }

    /**
     * The lines that fit.
     *
     * @param note a last line that must be shown, or ""
     */
    IndexView view(List<IndexView.Line> lines, String note) {
        List<IndexView.Line> shown = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String end = end(lines.size(), note);
        for (IndexView.Line line : lines) {
            String written = text + write(line);
            String ending = end(lines.size() - shown.size() - 1, note);
            if (tokens.count(written + ending) > MAX_TOKENS) {
                break;
            }
            shown.add(line);
            text.append(write(line));
            end = ending;
        }
        String whole = text + end;
        return new IndexView(shown, lines.size() - shown.size(), whole.isEmpty() ? 0 : tokens.count(whole), whole);
    }

    private static String end(int more, String note) {
        return (more > 0 ? "and " + more + " more topics\n" : "") + (note.isEmpty() ? "" : note + "\n");
    }

    private static String write(IndexView.Line line) {
        return String.format(
                Locale.ROOT,
                "%s | \"%s\" | %.2f | %s | %d\n",
                line.topic(),
                line.summary().replace('"', '\''),
                line.relevance(),
                line.lastAccess().atOffset(ZoneOffset.UTC).toLocalDate(),
                line.tokens());
    }

    /** About ten words; half as many with each level of compression. */
    private static String shortened(Topic topic) {
        String[] words = topic.summary().split(" ", -1);
        int most = Math.max(FEWEST_WORDS, SUMMARY_WORDS >> topic.level());
        return words.length <= most
                ? topic.summary()
                : String.join(" ", List.of(words).subList(0, most)) + "\u2026";
    }
}
