package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.hydrate.ItemPage;
import io.ambit.core.item.Item;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.schema.Schema;
import java.util.List;
import java.util.Map;

/** Items in structured answers. */
final class ItemAnswer {
    private static final int MAX_WARNING = 400;

    /** What a list holds of an item. */
    static final Map<String, Object> LINE = Schema.object()
            .with("id", Schema.text())
            .with("type", Schema.text())
            .with("title", Schema.text())
            .maybe("status", Schema.text())
            .maybe("parent", Schema.text())
            .tree();

    private ItemAnswer() {}

    /** A few members of an item. */
    static Map<String, Object> line(Item item) {
        Map<String, Object> line = JsonTree.object("id", item.id().value(), "type", item.type().name());
        line.put("title", item.title());
        line.putAll(JsonTree.object(
                "status", item.status(),
                "parent", item.parent().map(Object::toString).orElse(""),
                "tags", item.tags(),
                "updatedAt", item.updatedAt().toString()));
        return line;
    }

    /** Warnings, a line each. */
    static String warnings(List<String> warnings) {
        StringBuilder text = new StringBuilder();
        warnings.forEach(warning ->
                text.append("Note: ").append(ItemPage.plain(warning, MAX_WARNING)).append('\n'));
        return text.toString();
    }
}
