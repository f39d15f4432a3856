package io.ambit.core.record;

import java.util.List;

/**
 * What has worked, repeatedly.
 *
 * @param name what it is about, in one line
 * @param category "general" where nothing fits better
 * @param conditions when it applies
 * @param correctApproach what to do
 * @param incorrectApproach what not to do, or ""
 * @param sources the episodes that it was drawn from
 */
public record Pattern(
        String name,
        String category,
        List<String> conditions,
        String correctApproach,
        String incorrectApproach,
        List<RecordId> sources)
        implements Content {

    public Pattern {
        Texts.required("name of a pattern", name);
        Texts.required("correct approach of pattern '" + Texts.title(name) + "'", correctApproach);
        category = category.isBlank() ? "general" : category;
        conditions = Texts.entries("a pattern's conditions", conditions);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PATTERN;
    }

    @Override
    public String title() {
        return Texts.title(name);
    }

    @Override
    public String text() {
        return Texts.joined(name)
                .line("category", category)
                .list("when", conditions)
                .line("do", correctApproach)
                .line("do not", incorrectApproach)
                .text();
    }
}
