package io.ambit.mcp.tool.memory;

import io.ambit.core.record.RecordId;
import java.util.Locale;
import java.util.Optional;

/** Ids of records as models write them: in any case, with what stood around them. */
final class MemoryIds {
    private MemoryIds() {}

    static Optional<RecordId> read(String written) {
        String plain = written.strip().toLowerCase(Locale.ROOT);
        int from = plain.startsWith("[") ? 1 : 0;
        int to = plain.endsWith("]") ? plain.length() - 1 : plain.length();
        String id = from < to ? plain.substring(from, to) : plain;
        return RecordId.isValid(id) ? Optional.of(new RecordId(id)) : Optional.empty();
    }
}
