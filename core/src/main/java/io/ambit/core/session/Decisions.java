package io.ambit.core.session;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that was decided for a session so far. Immutable; a plan returns the earlier decisions with more added.
 *
 * @param byKey what was decided
 * @param boundary whether this plan revised what was forwarded before, and so gave up the cached prefix on purpose
 */
public record Decisions(Map<PartKey, Decision> byKey, boolean boundary) {

    private static final Decisions NONE = new Decisions(Map.of(), false);

    public Decisions {
        // Copied by with(); wrapped, because copying thousands of entries again for each step would cost more.
        byKey = Collections.unmodifiableMap(byKey);
    }

    public static Decisions none() {
        return NONE;
    }

    /** What was decided about {@code key}, or null where nothing was. */
    public @Nullable Decision get(PartKey key) {
        return byKey.get(key);
    }

    /** These decisions with {@code changes} added or put in their place. */
    public Decisions with(Map<PartKey, Decision> changes, boolean atBoundary) {
        if (changes.isEmpty()) {
            return boundary == atBoundary ? this : new Decisions(byKey, atBoundary);
        }
        Map<PartKey, Decision> all = new HashMap<>(byKey);
        all.putAll(changes);
        return new Decisions(all, atBoundary);
    }

    /** What stands here and did not stand, or stood otherwise, in {@code earlier}: what a ledger has to write. */
    public Map<PartKey, Decision> changedSince(Decisions earlier) {
        Map<PartKey, Decision> changed = new LinkedHashMap<>();
        byKey.forEach((key, decision) -> {
            if (!Objects.equals(earlier.byKey.get(key), decision)) {
                changed.put(key, decision);
            }
        });
        return changed;
    }
}
