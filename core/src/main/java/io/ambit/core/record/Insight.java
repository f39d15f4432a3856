package io.ambit.core.record;

import java.util.List;

/**
 * Something an agent or a person found worth keeping.
 *
 * @param type "decision", "blocker", "learning" and the like; "note" where nothing fits better
 * @param context what it was found in, or ""
 */
public record Insight(String type, String statement, String context, List<String> tags) implements Content {

    public Insight {
        Texts.required("type of an insight", type);
        Texts.required("text of an insight", statement);
        tags = Texts.entries("an insight's tags", tags);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.INSIGHT;
    }

    @Override
    public String title() {
        return Texts.title(statement);
    }

    @Override
    public String text() {
        return Texts.joined(statement)
                .line("context", context)
                .line("tags", String.join(", ", tags))
                .text();
    }
}
