package io.ambit.store;

import io.ambit.core.session.SessionId;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import io.ambit.core.tool.CallCount;
import io.ambit.core.tool.ItemTally;
import io.ambit.core.tool.SessionTally;
import io.ambit.core.tool.Waste;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tally as its row has it. */
final class TallyJson {
    private static final int FIELDS = 4;

    private TallyJson() {}

    static String write(SessionTally tally) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rules", tally.rules());
        tree.put("tokens", tally.tokens());
        tree.put("items", tally.items().stream().map(TallyJson::item).toList());
        tree.put("wastes", tally.wastes().stream().map(TallyJson::waste).toList());
        return JsonTree.write(tree);
    }

    private static Map<String, Object> item(ItemTally item) {
        Map<String, Object> tools = new LinkedHashMap<>();
        item.tools()
                .forEach((name, count) -> tools.put(
                        name, List.of(count.calls(), count.failed(), count.repeated(), count.wastedTokens())));
        return Map.of("item", item.item(), "goals", item.goals(), "tools", tools);
    }

    private static Map<String, Object> waste(Waste waste) {
        return Map.of(
                "kind", waste.kind(),
                "tool", waste.tool(),
                "item", waste.item(),
                "positions", waste.positions(),
                "calls", waste.calls(),
                "tokens", waste.tokens());
    }

    /**
     * The tally of a row.
     *
     * @throws CorruptRecordException where it is damaged
     */
    static SessionTally read(ResultSet row) throws SQLException {
        try {
            Json tree = Json.parse(Utf8.decode(row.getBytes("tally")));
            List<ItemTally> items = new ArrayList<>();
            for (Json item : list(tree, "items")) {
                items.add(new ItemTally(text(item, "item"), (int) number(item.get("goals")), tools(item.get("tools"))));
            }
            List<Waste> wastes = new ArrayList<>();
            for (Json waste : list(tree, "wastes")) {
                wastes.add(new Waste(
                        text(waste, "kind"),
                        text(waste, "tool"),
                        text(waste, "item"),
                        list(waste, "positions").stream()
                                .map(position -> (int) number(position))
                                .toList(),
                        (int) number(waste.get("calls")),
                        number(waste.get("tokens"))));
            }
            return new SessionTally(
                    new SessionId(row.getString("session")),
                    TimeBytes.read(row, "at"),
                    row.getInt("steps"),
                    (int) number(tree.get("rules")),
                    number(tree.get("tokens")),
                    items,
                    wastes);
        } catch (JsonSyntaxException e) {
            throw new CorruptRecordException("tally: " + e.getMessage());
        }
    }

    private static Map<String, CallCount> tools(@Nullable Json tools) {
        Map<String, CallCount> counts = new LinkedHashMap<>();
        if (tools instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                if (member.value() instanceof Json.Arr numbers
                        && numbers.items().size() == FIELDS) {
                    List<Json> each = numbers.items();
                    counts.put(
                            member.name().value(),
                            new CallCount(
                                    (int) number(each.get(0)),
                                    (int) number(each.get(1)),
                                    (int) number(each.get(2)),
                                    number(each.get(3))));
                }
            }
        }
        return counts;
    }

    private static List<Json> list(Json tree, String name) {
        return tree.get(name) instanceof Json.Arr items ? items.items() : List.of();
    }

    private static String text(Json tree, String name) {
        String text = tree.text(name);
        return text == null ? "" : text;
    }

    private static long number(@Nullable Json value) {
        return value instanceof Json.Num number ? number.asLong(0) : 0;
    }
}
