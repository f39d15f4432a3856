package io.ambit.mcp.tool.backlog;

import io.ambit.mcp.tool.schema.Schema;
import java.util.List;
import java.util.Map;

/** Items in structured answers. */
final class ItemAnswer {
    private static final int MAX_WARNING = 400;

    /** What a list holds of an item: {@link io.ambit.core.backlog.ItemJson#line}. */
    static final Map<String, Object> LINE = Schema.object()
            .with("id", Schema.text())
            .with("type", Schema.text())
            .with("title", Schema.text())
            .maybe("status", Schema.text())
            .maybe("parent_id", Schema.text())
            .tree();

    private ItemAnswer() {}

    /** Warnings, a line each. */
    static String warnings(List<String> warnings) {
        StringBuilder text = new StringBuilder();
        warnings.forEach(warning -> text.append("Note: ")
                .append(ItemPage.plain(warning, MAX_WARNING))
                .append('\n'));
        return text.toString();
    }
}
