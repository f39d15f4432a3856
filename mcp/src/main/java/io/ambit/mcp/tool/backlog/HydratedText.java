package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.Hydrated;
import io.ambit.core.item.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items with what stands around them as a model gets to see them: each text quoted, what is missing named. */
final class HydratedText {
    private static final int MAX_NAME = 200;

    private HydratedText() {}

    static String of(Hydrated hydrated) {
        StringBuilder text = new StringBuilder();
        hydrated.pieces().forEach(piece -> piece(text, piece));
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        hydrated.leftOut()
                .forEach(left -> byReason.computeIfAbsent(reason(left), any -> new ArrayList<>())
                        .add(ItemPage.plain(left.id(), MAX_NAME)));
        byReason.forEach((reason, ids) -> text.append("Not shown, ")
                .append(reason)
                .append(": ")
                .append(String.join(", ", ids))
                .append('\n'));
        for (String unknown : hydrated.unknown()) {
            text.append("Not in this backlog: ")
                    .append(ItemPage.plain(unknown, MAX_NAME))
                    .append('\n');
        }
        return text.toString();
    }

    /** Why something is left out; that there is no room is the same for all, whatever each would have taken. */
    private static String reason(Hydrated.LeftOut left) {
        return left.reason().startsWith("no room") ? "no room in max_tokens" : ItemPage.plain(left.reason(), MAX_NAME);
    }

    private static void piece(StringBuilder text, Hydrated.Piece piece) {
        Item item = piece.item();
        String role = piece.role() == Hydrated.Role.ITEM
                ? ""
                : piece.role().label().replace('_', ' ') + " of " + ItemPage.plain(piece.of(), MAX_NAME) + ": ";
        text.append(
                item == null
                        ? ItemPage.quoted(role + ItemPage.plain(piece.id(), MAX_NAME), piece.text())
                        : ItemPage.quoted(role + ItemPage.name(item), ItemPage.text(item, piece.text())));
        if (piece.cut()) {
            text.append("This is not all of ")
                    .append(ItemPage.plain(piece.id(), MAX_NAME))
                    .append(": ask for it alone, with more max_tokens.\n");
        }
    }
}
