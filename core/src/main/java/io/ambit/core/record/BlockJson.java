package io.ambit.core.record;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of a memory block. */
public final class BlockJson {
    private static final int ID_LENGTH = 12;

    private BlockJson() {}

    public static Map<String, Object> tree(Block block) {
        Map<String, Object> tree = object(
                "id", block.id(),
                "space", block.space().id(),
                "label", block.label(),
                "description", block.description(),
                "limit", block.limit(),
                "template", block.template(),
                "metadata", block.metadata(),
                "readOnly", block.readOnly(),
                "inContext", block.inContext(),
                "updatedAt", block.updatedAt().toString(),
                "agent", block.agent());
        tree.put("value", block.value());
        return tree;
    }

    /** A block of what is given, and of the earlier one where something is not. */
    public static Block read(Space space, String label, JsonFields fields, @Nullable Block earlier, Instant now) {
        String id = earlier == null
                ? "block-" + Hash.of(space.id() + "/" + label).hex().substring(0, ID_LENGTH)
                : earlier.id();
        return new Block(
                id,
                space,
                label,
                fields.has("value") || earlier == null ? fields.text("value") : earlier.value(),
                fields.has("description") || earlier == null ? fields.text("description") : earlier.description(),
                (int) fields.number("limit", earlier == null ? Block.DEFAULT_LIMIT : earlier.limit()),
                fields.has("template") || earlier == null ? fields.text("template") : earlier.template(),
                earlier == null ? Map.of() : earlier.metadata(),
                fields.flag("readOnly", earlier != null && earlier.readOnly()),
                fields.flag("inContext", earlier == null || earlier.inContext()),
                now,
                fields.has("agent") ? fields.text("agent") : null);
    }
}
