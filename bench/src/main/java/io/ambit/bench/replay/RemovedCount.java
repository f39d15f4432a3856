package io.ambit.bench.replay;

import io.ambit.core.context.Retrieval;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the requests of one session lack and really asks for it back.
 *
 * <p>An output that is shown shorter counts as recovered where {@code context_retrieve}, called with an id that its
 * shown text prints, gives the original back byte for byte. One whose message was left out shows nothing: there a note
 * of the request counts that names its iteration, or an id that stands elsewhere in the request or stood in an earlier
 * one of the session. A pointer removes nothing
 * while the equal output that it points to is shown whole, and is recovered by the id that stands there where that is
 * cut; a rewrite removes nothing, it keeps every value.
 */
final class RemovedCount {
    private static final Pattern ID = Pattern.compile(
            "(?<![0-9A-Za-z])[0-9a-z]{" + OutputId.MIN_LENGTH + "," + OutputId.MAX_LENGTH + "}(?![0-9A-Za-z])");

    private static final Pattern LEFT_OUT = Pattern.compile("Iterations 0 to ([0-9]+) are left out");

    private final List<LedgerOutput> outputs = new ArrayList<>();
    private final Map<PartKey, LedgerOutput> byKey = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> printed = new HashSet<>();
    private final Map<String, Set<String>> idsIn = new HashMap<>();
    private final Map<String, Boolean> comesBack = new HashMap<>();

    /** What the next request lacks. */
    Removed in(Transcript transcript, Decisions decisions) {
        learnOutputs(transcript, decisions);
        learnPrinted(transcript, decisions);
        int named = lastNamed(transcript, decisions);
        Removed removed = Removed.NONE;
        for (ToolExchange exchange : transcript.exchanges()) {
            Hash chain = transcript.chain().get(exchange.messageIndex());
            LedgerOutput output = output(new PartKey(chain, exchange.partIndex()));
            removed = removed.plus(
                    isDropped(chain, decisions)
                            ? ofDropped(output, named)
                            : ofShown(output, decisions.get(new PartKey(chain, exchange.partIndex())), decisions));
        }
        for (int m = 0; m < transcript.size(); m++) {
            Message message = transcript.messages().get(m);
            if (isDropped(transcript.chain().get(m), decisions)
                    && message.parts().stream().noneMatch(Part.ToolResult.class::isInstance)) {
                removed = removed.plus(new Removed(0, 0, 0, 0, characters(message.text())));
            }
        }
        return removed;
    }

    private Removed ofDropped(LedgerOutput output, int lastNamed) {
        long characters = characters(output.text());
        boolean back = (output.iteration() <= lastNamed && comesBackWithIteration(output))
                || (printed.contains(output.id().value())
                        && comesBack(output, output.id().value()));
        return new Removed(0, 0, characters, back ? characters : 0, 0);
    }

    /** The last iteration that a note of the request names as left out, -1 where none does. */
    private static int lastNamed(Transcript transcript, Decisions decisions) {
        int last = -1;
        for (Hash chain : transcript.chain()) {
            if (decisions.get(PartKey.after(chain)) instanceof Decision.Insert insert) {
                Matcher note = LEFT_OUT.matcher(insert.text());
                while (note.find()) {
                    last = Math.max(last, Integer.parseInt(note.group(1)));
                }
            }
        }
        return last;
    }

    private boolean comesBackWithIteration(LedgerOutput output) {
        return comesBack.computeIfAbsent(
                output.iteration() + " " + output.content().hex(),
                key -> Retrieval.answer("{\"iteration\":" + output.iteration() + "}", outputs)
                        .contains(output.text()));
    }

    private Removed ofShown(LedgerOutput output, @Nullable Decision decision, Decisions decisions) {
        return switch (decision) {
            case Decision.Cut cut -> ofShorter(output, cut.shown(), cut.shown());
            case Decision.Point point
            when !standsWhole(point.to(), output, decisions) ->
                ofShorter(output, point.shown(), point.shown() + "\n" + shownAt(point.to(), decisions));
            case null, default -> Removed.NONE;
        };
    }

    private Removed ofShorter(LedgerOutput output, String shown, String printing) {
        long characters = Math.max(0, characters(output.text()) - characters(shown));
        boolean back = idsIn(printing).stream().anyMatch(id -> comesBack(output, id));
        return new Removed(characters, back ? characters : 0, 0, 0, 0);
    }

    /** What stands in the place that a pointer leads to, and may print the id. */
    private static String shownAt(PartKey key, Decisions decisions) {
        return decisions.get(key) instanceof Decision.Replacement shorter && !isDropped(key.chain(), decisions)
                ? shorter.shown()
                : "";
    }

    private boolean standsWhole(PartKey key, LedgerOutput output, Decisions decisions) {
        LedgerOutput target = byKey.get(key);
        return target != null
                && target.text().equals(output.text())
                && !isDropped(key.chain(), decisions)
                && !(decisions.get(key) instanceof Decision.Cut)
                && !(decisions.get(key) instanceof Decision.Point);
    }

    private boolean comesBack(LedgerOutput output, String id) {
        return comesBack.computeIfAbsent(
                id + ' ' + output.content().hex(),
                key -> Retrieval.answer("{\"id\":\"" + id + "\"}", outputs).equals(output.text()));
    }

    private static boolean isDropped(Hash chain, Decisions decisions) {
        return decisions.get(PartKey.whole(chain)) instanceof Decision.Drop;
    }

    /** The ledger's view of the outputs that are new in this request. */
    private void learnOutputs(Transcript transcript, Decisions decisions) {
        List<ToolExchange> exchanges = transcript.exchanges();
        for (ToolExchange exchange : exchanges.subList(outputs.size(), exchanges.size())) {
            PartKey key = new PartKey(transcript.chain().get(exchange.messageIndex()), exchange.partIndex());
            String text = exchange.result().text();
            Hash content = Hash.of(text);
            OutputId id = switch (decisions.get(key)) {
                case Decision.Cut cut -> cut.id();
                case Decision.Point point -> point.id();
                case null, default -> OutputId.of(content, OutputId.MIN_LENGTH);
            };
            LedgerOutput output = new LedgerOutput(
                    exchange.iteration(),
                    exchange.result().callId(),
                    exchange.toolName(),
                    exchange.call() == null ? "" : exchange.call().arguments(),
                    id,
                    content,
                    text,
                    false);
            outputs.add(output);
            byKey.put(key, output);
            ids.add(id.value());
        }
    }

    private void learnPrinted(Transcript transcript, Decisions decisions) {
        for (Hash chain : transcript.chain()) {
            if (decisions.get(PartKey.after(chain)) instanceof Decision.Insert insert) {
                printed.addAll(idsIn(insert.text()));
            }
        }
        for (ToolExchange exchange : transcript.exchanges()) {
            Hash chain = transcript.chain().get(exchange.messageIndex());
            if (!isDropped(chain, decisions)
                    && decisions.get(new PartKey(chain, exchange.partIndex()))
                            instanceof Decision.Replacement shorter) {
                printed.addAll(idsIn(shorter.shown()));
            }
        }
    }

    /** The ids of outputs that a text prints. */
    private Set<String> idsIn(String text) {
        return idsIn.computeIfAbsent(text, key -> {
            Set<String> found = new HashSet<>();
            Matcher words = ID.matcher(text);
            while (words.find()) {
                if (ids.contains(words.group())) {
                    found.add(words.group());
                }
            }
            return found;
        });
    }

    private LedgerOutput output(PartKey key) {
        LedgerOutput output = byKey.get(key);
        if (output == null) {
            throw new IllegalStateException("no output at " + key);
        }
        return output;
    }

    private static long characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
