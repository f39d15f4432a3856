package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labelled, limited, editable text that stands in the prompt: persona, user, project.
 *
 * @param limit most characters of the value
 * @param template the name of the template that it was made from, or ""
 * @param readOnly whether agents may change it
 * @param inContext whether it is shown, or only found
 */
public record Block(
        String id,
        Space space,
        String label,
        String value,
        String description,
        int limit,
        String template,
        Map<String, String> metadata,
        boolean readOnly,
        boolean inContext,
        Instant updatedAt,
        @Nullable String agent) {
    public static final int DEFAULT_LIMIT = 5_000;

    public Block {
        Texts.required("label of a block", label);
        if (limit < 1) {
            throw new InvalidInputException("limit of block '" + label + "' is " + limit + ", expected 1 or more");
        }
        if (value.length() > limit) {
            throw new InvalidInputException(
                    "block '" + label + "' has " + value.length() + " characters, expected at most " + limit);
        }
        metadata = Map.copyOf(metadata);
    }

    public Block withValue(String changed) {
        return new Block(
                id,
                space,
                label,
                changed,
                description,
                limit,
                template,
                metadata,
                readOnly,
                inContext,
                updatedAt,
                agent);
    }
}
