package io.ambit.bench.memory;

import java.util.List;

/**
 * One line of a file of questions.
 *
 * @param evidence ids of the documents of {@code space} that hold the answer
 */
public record MemoryQuery(String space, String id, String text, List<String> evidence, String category) {
    public MemoryQuery {
        evidence = List.copyOf(evidence);
    }
}
