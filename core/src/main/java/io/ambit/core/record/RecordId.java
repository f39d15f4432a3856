package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import java.util.regex.Pattern;

/** The readable name of a record, unique in its space: {@code ep-2026-01-05-012}, {@code sem-001}. */
public record RecordId(String value) implements Comparable<RecordId> {
    private static final Pattern VALID = Pattern.compile("[a-z]{2,8}-[0-9][0-9-]{0,29}");

    public RecordId {
        if (!isValid(value)) {
            throw new InvalidInputException(
                    "record id '" + value + "', expected one such as ep-2026-01-05-012 or sem-001");
        }
    }

    public static boolean isValid(String value) {
        return VALID.matcher(value).matches();
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
