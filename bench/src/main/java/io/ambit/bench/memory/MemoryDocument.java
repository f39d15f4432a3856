package io.ambit.bench.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file of documents.
 *
 * @param space in which its id is unique
 * @param session the conversation that it is of
 * @param role who says it
 */
public record MemoryDocument(
        String space, String id, String session, @Nullable Instant time, String role, String text) {}
