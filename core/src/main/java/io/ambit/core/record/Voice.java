package io.ambit.core.record;

import java.util.Locale;

/** What kind of speaker said a turn: the weight of length and first person in retrieval depends on it. */
public enum Voice {
    /** A person, who is named or called "user". */
    PERSON,
    /** A model that answers. */
    ASSISTANT,
    /** The result of a tool. */
    TOOL,
    /** Instructions to a model. */
    SYSTEM;

    /** The voice of the roles that chat formats know; any other name is a person's. */
    public static Voice ofRole(String role) {
        return switch (role.strip().toLowerCase(Locale.ROOT)) {
            case "assistant", "ai", "model", "bot" -> ASSISTANT;
            case "tool", "function", "toolresult", "tool_result", "environment" -> TOOL;
            case "system", "developer" -> SYSTEM;
            default -> PERSON;
        };
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
