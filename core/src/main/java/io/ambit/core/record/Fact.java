package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement about the world and the time in which it holds: from {@code validAt} until before {@code invalidAt}.
 *
 * @param single whether the predicate has one value at a time: then a newer fact of the subject closes the older; facts
 *     of a predicate with many values never touch each other
 * @param validAt null where it always held
 * @param invalidAt null while it holds
 */
public record Fact(
        String subject,
        String predicate,
        String object,
        boolean single,
        @Nullable Instant validAt,
        @Nullable Instant invalidAt)
        implements Content {

    public Fact {
        Texts.required("subject of a fact", subject);
        Texts.required("predicate of a fact", predicate);
        Texts.required("object of a fact", object);
        if (validAt != null && invalidAt != null && invalidAt.isBefore(validAt)) {
            throw new InvalidInputException(
                    "fact that holds from " + validAt + " until " + invalidAt + ", expected the end after the start");
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.FACT;
    }

    @Override
    public String title() {
        return Texts.title(text());
    }

    @Override
    public String text() {
        return subject + " " + predicate.replace('_', ' ') + " " + object;
    }
}
