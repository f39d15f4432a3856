package io.ambit.core.routing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a model picks its next token, as far as it is said; formats spell the fields in their own ways.
 *
 * @param temperature 0 or more, null where it is not said
 * @param topP in (0, 1], null where it is not said
 * @param topK 1 or more, null where it is not said
 * @param stop texts that end an answer; none where it is not said
 */
public record Sampling(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        List<String> stop) {
    /** Says nothing. */
    public static final Sampling OPEN = new Sampling(null, null, null, List.of());

    public static final String TEMPERATURE = "temperature";
    public static final String TOP_P = "top_p";
    public static final String TOP_K = "top_k";
    public static final String STOP = "stop";

    public Sampling {
        stop = List.copyOf(stop);
    }

    /** What is left when the fields of these names are taken out. */
    public Sampling without(Set<String> names) {
        return new Sampling(
                names.contains(TEMPERATURE) ? null : temperature,
                names.contains(TOP_P) ? null : topP,
                names.contains(TOP_K) ? null : topK,
                names.contains(STOP) ? List.of() : stop);
    }

    /** The names of the fields that are said. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        if (temperature != null) {
            names.add(TEMPERATURE);
        }
        if (topP != null) {
            names.add(TOP_P);
        }
        if (topK != null) {
            names.add(TOP_K);
        }
        if (!stop.isEmpty()) {
            names.add(STOP);
        }
        return names;
    }

    public boolean isOpen() {
        return names().isEmpty();
    }
}
