package io.ambit.gateway.tools;

import io.ambit.core.context.Planned;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.PrivateText;
import io.ambit.core.message.Role;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.ToolFailure;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Space;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a note after the results of calls that failed. Decided once, when the result comes first: an old result gets none,
 * since it was forwarded without.
 */
final class FailureNotes {
    static final int MAX_TOKENS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(FailureNotes.class);
    /** A result this long says what is wrong itself, or is no plain error. */
    private static final int MAX_ERROR = 20_000;

    private static final int EARLIER_CALLS = 8;
    private static final int MAX_EARLIER = 500;
    private static final String OPENING = "\n[ambit: ";
    private static final String CLOSING = "]";

    private final FailureAdvice advice;
    private final TokenCounter tokens;

    FailureNotes(FailureAdvice advice, TokenCounter tokens) {
        this.advice = advice;
        this.tokens = tokens;
    }

    /**
     * The plan with notes.
     *
     * @param earlier what was decided before this step
     * @param tools that the model may call
     */
    Planned add(
            Space space,
            Transcript transcript,
            Decisions earlier,
            Planned planned,
            Supplier<List<ToolDefinition>> tools) {
        Map<PartKey, Decision> notes = new LinkedHashMap<>();
        List<ToolExchange> exchanges = transcript.exchanges();
        int firstNew = firstNew(transcript);
        for (int e = exchanges.size() - 1; e >= 0 && exchanges.get(e).messageIndex() >= firstNew; e--) {
            ToolExchange exchange = exchanges.get(e);
            boolean last = e + 1 == exchanges.size() || !isSameResult(exchange, exchanges.get(e + 1));
            PartKey result = PartKey.of(transcript, exchange);
            PartKey key = PartKey.note(result.chain(), exchange.partIndex());
            // What was decided about a result before was forwarded before, with a note or without.
            if (last && exchange.call() != null && earlier.get(result) == null && earlier.get(key) == null) {
                String note = note(space, exchange.call(), exchanges, e, tools);
                if (!note.isEmpty()) {
                    notes.put(key, new Decision.Note(note));
                }
            }
        }
        return notes.isEmpty()
                ? planned
                : new Planned(
                        planned.decisions().with(notes, planned.decisions().boundary()), planned.failure());
    }

    /** The plan with no note that was made before. */
    static Planned remove(Transcript transcript, Planned planned) {
        Map<PartKey, Decision> changes = new LinkedHashMap<>();
        for (ToolExchange exchange : transcript.exchanges()) {
            PartKey key = PartKey.note(transcript.chain().get(exchange.messageIndex()), exchange.partIndex());
            if (planned.decisions().get(key) instanceof Decision.Note) {
                changes.put(key, Decision.KEEP);
            }
        }
        return changes.isEmpty() ? planned : new Planned(planned.decisions().with(changes, true), planned.failure());
    }

    /** What the model has not answered yet. */
    private static int firstNew(Transcript transcript) {
        List<Message> messages = transcript.messages();
        int first = messages.size();
        while (first > 0 && messages.get(first - 1).role() != Role.ASSISTANT) {
            first--;
        }
        return first;
    }

    private static boolean isSameResult(ToolExchange one, ToolExchange next) {
        return next.messageIndex() == one.messageIndex()
                && next.result().callId().equals(one.result().callId());
    }

    /** A result may come in several blocks: all of its text up to and with the last. */
    private static String text(List<ToolExchange> exchanges, int last) {
        int first = last;
        while (first > 0 && isSameResult(exchanges.get(first - 1), exchanges.get(last))) {
            first--;
        }
        StringBuilder text = new StringBuilder();
        for (int e = first; e <= last; e++) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(exchanges.get(e).result().text());
        }
        return text.toString();
    }

    private String note(
            Space space,
            Part.ToolCall call,
            List<ToolExchange> exchanges,
            int last,
            Supplier<List<ToolDefinition>> tools) {
        String error = text(exchanges, last);
        if (error.length() > MAX_ERROR || !ToolFailure.isFailure(error)) {
            return "";
        }
        try {
            List<String> wordings = advice.on(
                    space,
                    new FailureAdvice.FailedCall(
                            call.name(), call.arguments(), error, earlier(exchanges, call), tools.get()));
            return wordings.isEmpty() || PrivateText.isPresent(wordings.getFirst()) ? "" : fitting(wordings);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("a failed call of {} goes without a note: {}", call.name(), e.toString());
            return "";
        }
    }

    private static String onOneLine(String words) {
        StringBuilder out = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            out.append(out.isEmpty() ? "" : " ").append(word);
        }
        return out.toString();
    }

    /** The calls before one, the nearest last. */
    private static String earlier(List<ToolExchange> exchanges, Part.ToolCall call) {
        List<Map<String, Object>> calls = new ArrayList<>();
        for (ToolExchange exchange : exchanges) {
            Part.ToolCall made = exchange.call();
            if (call.equals(made)) {
                break;
            }
            if (made != null) {
                String result = exchange.result().text();
                calls.add(Map.of(
                        "tool",
                        made.name(),
                        "params",
                        Invocation.parse(made.name(), made.arguments())
                                .map(Invocation::arguments)
                                .orElse(Map.of()),
                        "result",
                        result.substring(0, Math.min(MAX_EARLIER, result.length()))));
            }
        }
        return JsonTree.write(calls.subList(Math.max(0, calls.size() - EARLIER_CALLS), calls.size()));
    }

    private String fitting(List<String> wordings) {
        for (String words : wordings) {
            String line = onOneLine(words);
            if (!line.isEmpty() && tokens.count(OPENING + line + CLOSING) <= MAX_TOKENS) {
                return OPENING + line + CLOSING;
            }
        }
        return bounded(onOneLine(wordings.getLast()));
    }

    /** As many whole words as the bound has room for. */
    private String bounded(String words) {
        String shown = words;
        while (tokens.count(OPENING + shown + CLOSING) > MAX_TOKENS) {
            int cut = shown.lastIndexOf(' ', shown.length() - 1);
            if (cut <= 0) {
                return "";
            }
            shown = shown.substring(0, cut);
        }
        return OPENING + shown + CLOSING;
    }
}
