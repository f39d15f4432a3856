package io.ambit.core.context.assembly.insight;

import io.ambit.core.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * An insight that is to be kept.
 *
 * @param content what was found out
 * @param context what it was found in, or ""; ids in it say what it belongs to
 * @param type label of an {@link InsightType}
 * @param author "user" or "agent:NAME"
 * @param source what it came through: "mcp", "cli", "rest"
 * @param session that it was found in, or null
 */
public record InsightDraft(
        String content,
        String context,
        String type,
        String author,
        String source,
        @Nullable String session) {
    public InsightDraft {
        if (content.isBlank()) {
            throw new InvalidInputException("content of an insight is empty, expected what was found out, such as "
                    + "'retries double the load: TASK-0012'");
        }
        type = InsightType.of(type).label();
    }

    public InsightDraft(String content, String context, String type, String author) {
        this(content, context, type, author, "mcp", null);
    }
}
