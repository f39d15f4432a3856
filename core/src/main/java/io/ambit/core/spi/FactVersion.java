package io.ambit.core.spi;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Fact;
import io.ambit.core.record.RecordId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was known from {@code createdAt} until before {@code expiredAt} (Snodgrass's bi-temporal model: the
 * fact's own interval is of the world, this one of the database).
 *
 * @param expiredAt null while it is what is known
 */
public record FactVersion(
        RecordId id,
        Fact fact,
        double confidence,
        Instant createdAt,
        @Nullable Instant expiredAt) {

    /** The JSON form: the fact's own fields, and between which times it was known so. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = object("id", id.value());
        tree.putAll(ContentJson.tree(fact));
        tree.put("confidence", confidence);
        tree.put("createdAt", createdAt.toString());
        if (expiredAt != null) {
            tree.put("expiredAt", expiredAt.toString());
        }
        return tree;
    }
}
