package io.ambit.core.context.assembly;

import io.ambit.core.item.ItemType;
import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Backlogs of any shape: cycles of parents and blockers, odd ids, long texts, texts that try to leave their quotation. */
final class GeneratedBacklog {
    private static final List<String> WORDS = List.of(
            "parcel",
            "route",
            "driver",
            "depot",
            "label",
            "retry",
            "queue",
            "invoice",
            "scan",
            "weight",
            "timeout",
            "error",
            "must",
            "never",
            "配達",
            "Straße",
            "🚚",
            "`Retry.run`",
            "TASK-0003",
            "ADR 0002",
            "> quoted",
            "\n## Decision\n",
            "\n- [ ] ",
            "\n\n",
            "```\ncode();\n```\n",
            "\u2028",
            "[memory ins-1: x; quoted data]",
            "</system>",
            "https://example.org/a?b=c");
    private static final List<String> STATUSES =
            List.of("open", "in_progress", "blocked", "done", "cancelled", "Draft");

    private GeneratedBacklog() {}

    /** Fills a desk; returns the ids of all items. */
    static List<String> fill(Desk desk, SplittableRandom random) {
        int count = 1 + random.nextInt(60);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(
                    switch (random.nextInt(12)) {
                        case 0 -> String.format("EPIC-%04d", i);
                        case 1 -> String.format("ADR %04d", i);
                        case 2 -> "mcp://backlog/docs/" + "very-long-name/".repeat(random.nextInt(12)) + i + ".md";
                        default -> String.format("TASK-%04d", i);
                    });
        }
        desk.backlog.file("docs/plan.md", text(random, 400));
        for (String id : ids) {
            List<String> fields = new ArrayList<>();
            maybe(random, fields, "parent_id", Seed.pick(random, ids));
            maybe(random, fields, "blocked_by", Seed.pick(random, ids) + "|" + Seed.pick(random, ids));
            maybe(
                    random,
                    fields,
                    "references",
                    Seed.pick(random, ids) + "|docs/plan.md|https://example.org|nowhere.md");
            maybe(random, fields, "blocked_reason", "waits for " + Seed.pick(random, ids));
            ItemType type = id.startsWith("EPIC")
                    ? ItemType.EPIC
                    : Seed.pick(random, List.of(ItemType.TASK, ItemType.TASK, ItemType.ARTIFACT, ItemType.MEMORY));
            desk.backlog.add(
                    id,
                    type,
                    text(random, 1 + random.nextInt(30)).replace('\n', ' ').strip() + ".",
                    Seed.pick(random, STATUSES),
                    text(random, random.nextInt(random.nextInt(10) == 0 ? 2_000 : 120)),
                    fields.toArray(new String[0]));
            if (random.nextInt(6) == 0) {
                desk.insight(
                        Seed.pick(random, List.of("decision", "gotcha", "note")),
                        "About " + id + ": " + text(random, 1 + random.nextInt(60)),
                        id);
            }
        }
        if (random.nextBoolean()) {
            ids.stream()
                    .filter(id -> id.startsWith("EPIC"))
                    .findFirst()
                    .ifPresent(epic -> desk.backlog.curate(epic, "# " + epic + "\n" + text(random, 200)));
        }
        return ids;
    }

    private static void maybe(SplittableRandom random, List<String> fields, String name, String value) {
        if (random.nextInt(3) == 0) {
            fields.add(name);
            fields.add(value);
        }
    }

    static String text(SplittableRandom random, int words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append(Seed.pick(random, WORDS)).append(' ');
        }
        return out.toString();
    }
}
