package io.ambit.core.context;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link RetrieveTool} from a session's outputs. One output comes back as it was, every character of it. Several
 * come each under a line that names it; where they are very many, those that no longer fit are named only: a part of an
 * output is never given unless it was asked for.
 */
public final class Retrieval {
    /** Characters of several outputs together; a single one has no bound. */
    private static final int MAX_SEVERAL = 200_000;

    private static final int MAX_LISTED = 40;

    private Retrieval() {}

    /** The answer to the arguments of a call; an error is answered in words, for the model to read. */
    public static String answer(String arguments, List<LedgerOutput> outputs) {
        try {
            return answer(RetrieveQuery.parse(arguments), outputs);
        } catch (AmbitException e) {
            return "Error: " + e.getMessage();
        }
    }

    /**
     * The answer to a query.
     *
     * @param outputs of the session, oldest first
     */
    public static String answer(RetrieveQuery query, List<LedgerOutput> outputs) {
        try {
            return find(query, outputs);
        } catch (AmbitException e) {
            return "Error: " + e.getMessage();
        }
    }

    /**
     * The same, where an error is not to be mistaken for an output.
     *
     * @throws AmbitException where the pattern is none, or takes too long
     */
    public static String find(RetrieveQuery query, List<LedgerOutput> outputs) {
        // Equal outputs are one: whichever of them was meant, its text is the same.
        Map<Hash, LedgerOutput> matches = new LinkedHashMap<>();
        for (LedgerOutput output : matching(query, outputs)) {
            matches.putIfAbsent(output.content(), output);
        }
        if (matches.isEmpty()) {
            return "No output matches " + query + ". There are:\n" + listing(outputs);
        }
        LinePattern pattern = query.pattern() == null ? null : new LinePattern(query.pattern());
        return matches.size() == 1
                ? single(query, matches.values().iterator().next(), pattern)
                : several(query, matches.values(), pattern);
    }

    /** The id that the arguments of a call name, null where they name none that could be one. */
    public static @Nullable OutputId idIn(String arguments) {
        try {
            String named = RetrieveQuery.parse(arguments).id();
            return named == null ? null : new OutputId(id(named));
        } catch (AmbitException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether an output is among {@code outputs}. */
    public static boolean holds(OutputId id, List<LedgerOutput> outputs) {
        return outputs.stream().anyMatch(output -> isNamed(id.value(), output));
    }

    private static List<LedgerOutput> matching(RetrieveQuery query, List<LedgerOutput> outputs) {
        Set<String> topic = query.topic() == null ? Set.of() : Words.of(query.topic());
        List<LedgerOutput> matches = new ArrayList<>();
        for (LedgerOutput output : outputs) {
            if ((query.id() == null || isNamed(query.id(), output))
                    && (query.toolCallId() == null || isNamed(query.toolCallId(), output))
                    && (query.iteration() == null || query.iteration() == output.iteration())
                    && (query.toolName() == null || query.toolName().strip().equalsIgnoreCase(output.toolName()))
                    && (topic.isEmpty() || isAbout(topic, output))) {
                matches.add(output);
            }
        }
        // The ledger may know an output by more digits than a marker has, where two share the first ones.
        String id = query.id() != null ? query.id() : query.toolCallId();
        List<LedgerOutput> exact = id == null
                ? List.of()
                : matches.stream().filter(o -> id(id).equals(o.id().value())).toList();
        return exact.isEmpty() ? matches : exact;
    }

    /** Models mix up the two kinds of ids, so each filter takes both; they also copy what stands around one. */
    private static boolean isNamed(String name, LedgerOutput output) {
        String id = id(name);
        return id.equals(output.id().value())
                || name.strip().equals(output.callId())
                || (id.length() >= OutputId.MIN_LENGTH
                        && id.length() <= OutputId.MAX_LENGTH
                        && OutputId.of(output.content(), id.length()).value().equals(id));
    }

    private static String id(String name) {
        String id = name.strip().toLowerCase(Locale.ROOT);
        int from = id.startsWith("id=") ? 3 : id.startsWith("#") ? 1 : 0;
        return id.substring(from);
    }

    private static boolean isAbout(Set<String> topic, LedgerOutput output) {
        Set<String> missing = new HashSet<>(topic);
        missing.removeAll(Words.of(output.text()));
        missing.removeAll(Words.of(output.arguments()));
        missing.removeAll(Words.of(output.toolName()));
        return missing.isEmpty();
    }

    private static String single(RetrieveQuery query, LedgerOutput output, @Nullable LinePattern pattern) {
        String wanted = wanted(query, output, pattern);
        return wanted != null
                ? wanted
                : "Output " + output.id() + " has " + Excerpt.lineCount(output.text())
                        + " lines, none of which matches " + query + ".";
    }

    private static String several(
            RetrieveQuery query, Collection<LedgerOutput> matches, @Nullable LinePattern pattern) {
        StringBuilder out = new StringBuilder();
        List<LedgerOutput> leftOut = new ArrayList<>();
        for (LedgerOutput output : matches) {
            String wanted = wanted(query, output, pattern);
            if (wanted == null) {
                continue;
            }
            if (!out.isEmpty() && out.length() + wanted.length() > MAX_SEVERAL) {
                leftOut.add(output);
                continue;
            }
            out.append("--- ").append(header(output)).append(" ---\n").append(wanted);
            out.append(wanted.endsWith("\n") ? "" : "\n");
        }
        if (out.isEmpty()) {
            return matches.size() + " outputs were searched, no line of them matches " + query + ".";
        }
        if (!leftOut.isEmpty()) {
            out.append("Not shown, because it would be too much at once; ask for each by its id:\n")
                    .append(listing(leftOut));
        }
        return out.toString();
    }

    /** What of an output is wanted, or null where no line of it is. */
    private static @Nullable String wanted(RetrieveQuery query, LedgerOutput output, @Nullable LinePattern pattern) {
        LineRange lines = query.lines();
        if (pattern != null) {
            return Excerpt.matching(output.text(), lines == null ? LineRange.ALL : lines, pattern);
        }
        return lines == null ? output.text() : Excerpt.lines(output.text(), lines);
    }

    /** One line for each output, the newest last; where there are very many, the oldest are only counted. */
    private static String listing(List<LedgerOutput> outputs) {
        StringBuilder out = new StringBuilder();
        if (outputs.isEmpty()) {
            out.append("This session has no tool output yet.\n");
        }
        int from = Math.max(0, outputs.size() - MAX_LISTED);
        if (from > 0) {
            out.append("(").append(from).append(" older ones)\n");
        }
        for (LedgerOutput output : outputs.subList(from, outputs.size())) {
            out.append(header(output)).append('\n');
        }
        return out.toString();
    }

    private static String header(LedgerOutput output) {
        String text = output.text();
        return "id=" + output.id() + " iteration=" + output.iteration() + " tool="
                + (output.toolName().isEmpty() ? "unknown" : output.toolName()) + " call=" + output.callId() + " "
                + text.codePointCount(0, text.length()) + " characters";
    }
}
