package io.ambit.core.tooluse.suggest;

import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.text.Hash;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.suggest.values.Filled;
import io.ambit.core.tooluse.suggest.values.ParameterFilling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Suggests tools for requests. What it knows follows the definitions and calls that it is given; vectors are made in the
 * background, and until a definition has its own it is found by its words. Thread-safe.
 */
public final class ToolSuggestions {
    /** A log is read again when it grew by this share: the newest few lines of many change little. */
    private static final double GROWTH = 0.01;

    private static final int LONGEST_EXAMPLE = 200;
    private static final int MOST_EXAMPLES = 3;
    /** A request less alike is no example. */
    private static final double EXAMPLE = 0.4;

    private final TermAnalysis analysis;
    private final @Nullable TextMeaning meaning;
    private final Map<String, ReadText> read = new HashMap<>();
    private @Nullable Known known;

    /**
     * Knows nothing yet.
     *
     * @param embedder null for words only
     * @param vectors where vectors are kept
     */
    public ToolSuggestions(TermAnalysis analysis, @Nullable Embedder embedder, TextVectors vectors) {
        this.analysis = analysis;
        this.meaning = embedder == null ? null : new TextMeaning(embedder, vectors);
    }

    private record Known(ToolSet tools, int lines, int vectors, Evidence evidence, RequestLines worked) {}

    /** A line for each tool that was called for a request in the sessions. */
    public static List<LoggedCall> log(List<SessionCalls> newestFirst) {
        return CallLog.of(newestFirst);
    }

    /**
     * Has everything ready for requests, vectors included.
     *
     * @return false where the vectors take longer, or the model failed: then words alone decide
     */
    public boolean prepare(List<ToolDefinition> tools, List<LoggedCall> log, Duration most) {
        current(tools, log);
        boolean ready = meaning == null || meaning.await(most);
        current(tools, log);
        return ready;
    }

    /** How many texts have no vector yet. */
    public int waiting() {
        return meaning == null ? 0 : meaning.waiting();
    }

    /** Whether words alone decide, because the model cannot be run. */
    public boolean failed() {
        return meaning != null && meaning.failed();
    }

    /**
     * The tools that may serve a request, best first.
     *
     * @param tools the tools that there are
     * @param log which tools served which requests, oldest first; lines of tools that there are not say nothing
     */
    public List<Suggestion> suggest(SuggestRequest request, List<ToolDefinition> tools, List<LoggedCall> log) {
        Known now = current(tools, log);
        Asked asked = Asked.of(request.query(), analysis, meaning, now.tools());
        Asked context =
                request.context().isBlank() ? null : Asked.of(request.context(), analysis, meaning, now.tools());
        Scores scores = now.evidence().score(asked, context);
        List<Integer> order = scores.order().stream()
                .filter(tool -> allowed(request, now.tools().tool(tool)))
                .toList();
        double[] confidence = Confidence.of(scores, order);
        List<Suggestion> found = new ArrayList<>();
        for (int place = 0; place < Math.min(request.k(), order.size()); place++) {
            int tool = order.get(place);
            List<Suggestion.Example> examples = examples(now.worked(), scores, tool);
            ToolDefinition definition = now.tools().tool(tool);
            Filled filled = ParameterFilling.of(
                    definition,
                    request.query(),
                    request.context(),
                    examples.stream().map(Suggestion.Example::arguments).toList());
            found.add(new Suggestion(
                    definition.name(),
                    definition.server(),
                    Math.round(confidence[place] * 1_000) / 1_000.0,
                    Reasons.of(tool, now.tools(), asked, scores, now.worked()),
                    filled.parameters(),
                    filled.missing(),
                    examples));
        }
        return found;
    }

    private static boolean allowed(SuggestRequest request, ToolDefinition tool) {
        return (request.tools().isEmpty() || request.tools().contains(tool.name()))
                && (request.server().isEmpty() || request.server().equals(tool.server()));
    }

    private static List<Suggestion.Example> examples(RequestLines worked, Scores scores, int tool) {
        List<Suggestion.Example> examples = new ArrayList<>();
        for (Neighbours.Near near : scores.nearest()) {
            RequestLines.Line line = worked.line(near.line());
            if (line.tool() == tool && near.likeness() >= EXAMPLE && examples.size() < MOST_EXAMPLES) {
                String text = line.call().text();
                examples.add(new Suggestion.Example(
                        text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…",
                        line.call().arguments(),
                        Math.round(near.likeness() * 100) / 100.0));
            }
        }
        return examples;
    }

    private synchronized Known current(List<ToolDefinition> tools, List<LoggedCall> log) {
        Known before = known;
        boolean sameTools = before != null && before.tools().tools().equals(tools);
        if (before != null
                && sameTools
                && before.vectors() == vectors()
                && Math.abs(log.size() - before.lines()) <= before.lines() * GROWTH) {
            return before;
        }
        ToolSet set = before != null && sameTools ? before.tools() : new ToolSet(tools, analysis);
        List<RequestLines.Line> worked = new ArrayList<>();
        List<RequestLines.Line> failed = new ArrayList<>();
        read(set, log, worked, failed);
        want(set, worked, failed);
        // Counted before they are looked at: what comes meanwhile is a reason to look again.
        int vectors = vectors();
        TextMeaning ready = ready(set);
        RequestLines good = new RequestLines(withVectors(worked, ready), ready);
        RequestLines bad = new RequestLines(withVectors(failed, ready), ready);
        Known now = new Known(set, log.size(), vectors, new Evidence(set, good, bad, ready), good);
        known = now;
        return now;
    }

    /** The same request for the same tool with the same outcome counts once: no text raises its own weight. */
    private void read(
            ToolSet set, List<LoggedCall> log, List<RequestLines.Line> worked, List<RequestLines.Line> failed) {
        Map<String, RequestLines.Line> lines = new LinkedHashMap<>();
        for (LoggedCall call : log) {
            for (int tool : set.named(call.tool())) {
                ReadText text = read.computeIfAbsent(call.text(), any -> ReadText.of(any, analysis));
                // The newest call of a request is the one to be shown.
                lines.put(tool + (call.failed() ? "-" : "+") + call.text(), new RequestLines.Line(call, text, tool));
            }
        }
        lines.values().forEach(line -> (line.call().failed() ? failed : worked).add(line));
    }

    private void want(ToolSet set, List<RequestLines.Line> worked, List<RequestLines.Line> failed) {
        if (meaning != null) {
            Map<Hash, String> texts = new LinkedHashMap<>(set.texts());
            worked.reversed()
                    .forEach(line -> texts.put(line.read().hash(), line.read().text()));
            failed.reversed()
                    .forEach(line -> texts.put(line.read().hash(), line.read().text()));
            meaning.want(texts);
        }
    }

    /** The meanings of texts; null where those of the tools are not all there. */
    private @Nullable TextMeaning ready(ToolSet set) {
        return meaning == null || set.vectors(meaning).isEmpty() ? null : meaning;
    }

    private int vectors() {
        return meaning == null ? 0 : meaning.size();
    }

    private static List<RequestLines.Line> withVectors(List<RequestLines.Line> lines, @Nullable TextMeaning ready) {
        return ready == null
                ? lines
                : lines.stream()
                        .filter(line -> ready.of(line.read().hash()) != null)
                        .toList();
    }
}
