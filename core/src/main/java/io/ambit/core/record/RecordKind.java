package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a record of memory is. */
public enum RecordKind {
    /** One message of a conversation, verbatim. */
    TURN("turn", MemoryType.EPISODIC),
    /** A text that was imported whole: a note, a file. */
    DOCUMENT("doc", MemoryType.SEMANTIC),
    /** What happened while a task was worked on. */
    EPISODE("ep", MemoryType.EPISODIC),
    /** What has worked, repeatedly. */
    PATTERN("sem", MemoryType.SEMANTIC),
    /** What fails, and how to keep clear of it. */
    ANTI_PATTERN("anti", MemoryType.ANTI_PATTERN),
    /** How something is done, step by step. */
    SKILL("skill", MemoryType.SKILL),
    /** A statement about the world with the time in which it holds. */
    FACT("fact", MemoryType.SEMANTIC),
    /** Something an agent or a person found worth keeping. */
    INSIGHT("ins", MemoryType.SEMANTIC);

    private final String prefix;
    private final MemoryType type;

    RecordKind(String prefix, MemoryType type) {
        this.prefix = prefix;
        this.type = type;
    }

    /** What ids of this kind begin with, without the hyphen. */
    public String prefix() {
        return prefix;
    }

    /** The kind of memory that it belongs to, which task-aware retrieval weighs. */
    public MemoryType type() {
        return type;
    }

    /** The name in files, options and JSON: "anti-pattern". */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of that label.
     *
     * @throws InvalidInputException where there is none
     */
    public static RecordKind ofLabel(String label) {
        for (RecordKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        String known = Arrays.stream(values()).map(RecordKind::label).collect(Collectors.joining(", "));
        throw new InvalidInputException("kind '" + label + "', expected one of " + known);
    }
}
