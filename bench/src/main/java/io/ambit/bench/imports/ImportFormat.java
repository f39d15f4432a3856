package io.ambit.bench.imports;

import io.ambit.core.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a source of memory may be. */
public enum ImportFormat {
    DOCUMENTS("JSON Lines of space, id, session, time, role, text"),
    LOCOMO("LoCoMo's file: a list of samples with a conversation"),
    SESSIONS("logs of Claude Code, Codex, pi, opencode, Qwen Code, an Ambit ledger, or chat messages"),
    LOKI("a loki-mode memory folder with episodic, semantic or skills"),
    MCP_MEMORY("the memory server's JSON Lines of entities and relations"),
    MARKDOWN("Markdown files"),
    EXPORT("an export of Ambit's memory");

    private final String words;

    ImportFormat(String words) {
        this.words = words;
    }

    /** The name in options and JSON: "mcp-memory". */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The format of that label.
     *
     * @throws InvalidInputException where there is none
     */
    public static ImportFormat ofLabel(String label) {
        for (ImportFormat format : values()) {
            if (format.label().equals(label)) {
                return format;
            }
        }
        String known = Arrays.stream(values()).map(ImportFormat::label).collect(Collectors.joining(", "));
        throw new InvalidInputException("format '" + label + "', expected one of " + known);
    }

    /** All formats with what they are, for messages. */
    static String expected() {
        return Arrays.stream(values())
                .map(format -> format.label() + " (" + format.words + ")")
                .collect(Collectors.joining(", "));
    }
}
