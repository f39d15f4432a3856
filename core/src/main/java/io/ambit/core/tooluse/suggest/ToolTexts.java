package io.ambit.core.tooluse.suggest;

import io.ambit.core.retrieval.Compound;
import io.ambit.core.retrieval.Tokens;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts that a definition is compared by. A description is what its author says of himself: a word that it repeats
 * over and over is read as if it stood there a few times, so that stuffing gains nothing.
 */
final class ToolTexts {
    private static final int MOST_REPEATS = 3;
    private static final int SHORT_WORD = 3;
    private static final int LONGEST = 4_000;

    private final String name;
    private final String server;
    private final String description;
    private final String parameters;
    private final String whole;

    ToolTexts(ToolDefinition tool) {
        name = spaced(tool.name());
        server = spaced(tool.server());
        description = plain(tool.description());
        parameters = String.join(
                " ",
                propertiesOf(tool).keySet().stream()
                        .map(key -> spaced(String.valueOf(key)))
                        .toList());
        whole = tool.name();
    }

    /** The properties of a tool's arguments, with their schemas. */
    static Map<?, ?> propertiesOf(ToolDefinition tool) {
        return tool.inputSchema().get("properties") instanceof Map<?, ?> found ? found : Map.of();
    }

    /** Its terms, each once. */
    Set<String> terms(TermAnalysis analysis) {
        Set<String> terms = new LinkedHashSet<>(analysis.terms(name));
        terms.addAll(analysis.terms(whole));
        terms.addAll(analysis.terms(server));
        terms.addAll(analysis.terms(description));
        terms.addAll(analysis.terms(parameters));
        return terms;
    }

    /** Texts whose vectors together are the tool's meaning, with what each counts. */
    Map<String, Float> meanings() {
        Map<String, Float> texts = new HashMap<>();
        String says = description.isEmpty() ? name : description;
        texts.merge(says, 1f, Float::sum);
        texts.merge((server.isEmpty() ? "" : server + " ") + name + ": " + says, 0.5f, Float::sum);
        texts.merge(name + ": " + says + (parameters.isEmpty() ? "" : ". " + parameters), 0.5f, Float::sum);
        texts.merge(name, 0.5f, Float::sum);
        return texts;
    }

    private static String spaced(String name) {
        return Compound.spaced(name)
                .replace('_', ' ')
                .replace('-', ' ')
                .replace('.', ' ')
                .replace('/', ' ')
                .strip();
    }

    private static String plain(String description) {
        String text = description.substring(0, Math.min(LONGEST, description.length()));
        Map<String, Integer> seen = new HashMap<>();
        List<String> kept = new ArrayList<>();
        for (String piece : text.split("\\s", -1)) {
            if (piece.isEmpty()) {
                continue;
            }
            List<String> words = Tokens.of(piece);
            boolean repeats = !words.isEmpty()
                    && words.stream()
                            .allMatch(word ->
                                    word.length() > SHORT_WORD && seen.merge(word, 1, Integer::sum) > MOST_REPEATS);
            if (!repeats) {
                kept.add(piece);
            }
        }
        return String.join(" ", kept);
    }
}
