package io.ambit.core.item;

import io.ambit.core.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the work on an item stands. Items that are no work ({@code adr}, {@code prompt}) may bear any other word. */
public enum Status {
    OPEN,
    IN_PROGRESS,
    BLOCKED,
    DONE,
    CANCELLED;

    /** As it stands in files and in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether work remains. */
    public boolean isOpen() {
        return this == OPEN || this == IN_PROGRESS || this == BLOCKED;
    }

    /** Whether an item may go from here to there; staying is always allowed. */
    public boolean mayBecome(Status next) {
        return switch (this) {
            case OPEN, IN_PROGRESS, BLOCKED -> true;
            // What was closed is opened again before anything else can be said of it.
            case DONE, CANCELLED -> next == this || next == OPEN || next == IN_PROGRESS;
        };
    }

    public static Optional<Status> find(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst();
    }

    public static Status of(String label) {
        return find(label)
                .orElseThrow(() -> new InvalidInputException("status '" + label + "', expected one of "
                        + Arrays.stream(values()).map(Status::label).collect(Collectors.joining(", "))));
    }
}
