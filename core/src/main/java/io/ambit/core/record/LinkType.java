package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How one record stands to another. */
public enum LinkType {
    DERIVED_FROM,
    RELATED_TO,
    CONTRADICTS,
    ELABORATES,
    EXAMPLE_OF,
    SUPERSEDES,
    SUPERSEDED_BY,
    SUPPORTS,
    BELONGS_TO,
    BLOCKS,
    RELATES_TO,
    REFERENCES;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of that label.
     *
     * @throws InvalidInputException where there is none
     */
    public static LinkType ofLabel(String label) {
        for (LinkType type : values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        String known = Arrays.stream(values()).map(LinkType::label).collect(Collectors.joining(", "));
        throw new InvalidInputException("link '" + label + "', expected one of " + known);
    }
}
