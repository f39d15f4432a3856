package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.PrivateText;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.spi.Summarizer;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A summary without a model, by picking what a reader asks for first: what the user wants, which tools ran on what, the
 * files that were named, the errors that came, and what the assistant said last. Deterministic; private text is left
 * out.
 */
public final class ExtractiveSummarizer implements Summarizer {
    private static final int MAX_GOAL = 240;
    private static final int MIN_GOAL_WORDS = 4;
    private static final int MAX_LAST_WORDS = 400;
    private static final int MAX_ERROR = 160;
    private static final int MAX_ERRORS = 8;
    private static final int MAX_FILES = 20;
    private static final Set<String> ERROR_WORDS =
            Set.of("error", "exception", "failed", "failure", "fatal", "traceback", "panic", "denied");

    private final TokenCounter tokens;

    public ExtractiveSummarizer(TokenCounter tokens) {
        this.tokens = tokens;
    }

    @Override
    public String summarize(Transcript snapshot, int from, int to, int maxTokens) {
        Extract extract = new Extract();
        for (int m = 0; m < snapshot.size(); m++) {
            int iteration = snapshot.iterationOf(m);
            if (iteration <= to) {
                extract.read(snapshot.messages().get(m), iteration, iteration >= from);
            }
        }
        return extract.write(maxTokens);
    }

    /** What was picked so far, in the order it came. */
    private final class Extract {
        private String goal = "";
        private String lastWords = "";
        private final List<String> actions = new ArrayList<>();
        private final Set<String> files = new LinkedHashSet<>();
        private final Set<String> errors = new LinkedHashSet<>();

        void read(Message message, int iteration, boolean inside) {
            Map<String, Integer> calls = new LinkedHashMap<>();
            for (Part part : message.parts()) {
                switch (part) {
                    case Part.Text text
                    when message.role() == Role.USER -> {
                        // In a session that goes from task to task the last one counts; "go on" is no task.
                        String asked = PrivateText.blank(text.text());
                        if (goal.isEmpty() || (inside && Words.of(asked).size() >= MIN_GOAL_WORDS)) {
                            goal = CallWords.line(asked, MAX_GOAL);
                        }
                    }
                    case Part.Text text
                    when message.role() == Role.ASSISTANT && inside -> {
                        if (!text.text().isBlank()) {
                            lastWords = CallWords.line(PrivateText.blank(text.text()), MAX_LAST_WORDS);
                        }
                    }
                    case Part.ToolCall call
                    when inside -> {
                        calls.merge((call.name() + " " + CallWords.mainArgument(call)).strip(), 1, Integer::sum);
                        files.addAll(CallWords.files(call));
                    }
                    case Part.ToolResult result when inside -> firstError(PrivateText.blank(result.text()));
                    default -> {}
                }
            }
            if (!calls.isEmpty()) {
                actions.add(calls.entrySet().stream()
                        .map(call -> call.getKey() + (call.getValue() > 1 ? " (" + call.getValue() + " times)" : ""))
                        .collect(Collectors.joining("; ", iteration + ": ", "")));
            }
        }

        private void firstError(String output) {
            output.lines()
                    .filter(line -> !Collections.disjoint(Words.of(line), ERROR_WORDS))
                    .findFirst()
                    .ifPresent(line -> errors.add(CallWords.line(line, MAX_ERROR)));
        }

        String write(int maxTokens) {
            BoundedLines lines = new BoundedLines(tokens, maxTokens);
            // In the order of what a reader would miss most; shown in the order of the story.
            lines.offer(0, "Goal: ", goal);
            lines.offer(4, "Last words: ", lastWords);
            lines.offerList(3, "Errors: ", " | ", lastOf(List.copyOf(errors), MAX_ERRORS));
            lines.offerList(1, "Calls by iteration: ", "\n", actions);
            lines.offerList(2, "Files: ", ", ", lastOf(List.copyOf(files), MAX_FILES));
            return lines.toString();
        }

        private static List<String> lastOf(List<String> all, int max) {
            return all.subList(Math.max(0, all.size() - max), all.size());
        }
    }
}
