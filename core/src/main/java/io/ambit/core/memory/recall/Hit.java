package io.ambit.core.memory.recall;

import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record that was found, and why it is there.
 *
 * @param score comparable within one answer only
 * @param parts what the score is made of, by name: of the index, "relevance", "time", "links", then the factors
 *     "weight", "importance", "confidence", "use"
 * @param path the links over which it was reached, empty where it was found by itself
 * @param tokens of the record as it is shown
 */
public record Hit(MemoryRecord record, double score, Map<String, Double> parts, List<Link> path, int tokens) {
    public Hit {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        path = List.copyOf(path);
    }
}
