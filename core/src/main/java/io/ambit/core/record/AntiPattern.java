package io.ambit.core.record;

import java.util.List;

/**
 * What fails, and how to keep clear of it.
 *
 * @param sources the episodes that it was drawn from
 */
public record AntiPattern(String whatFails, String why, String prevention, List<RecordId> sources) implements Content {

    public AntiPattern {
        Texts.required("'what fails' of an anti-pattern", whatFails);
        Texts.required("prevention of anti-pattern '" + Texts.title(whatFails) + "'", prevention);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ANTI_PATTERN;
    }

    @Override
    public String title() {
        return Texts.title(whatFails);
    }

    @Override
    public String text() {
        return Texts.joined(whatFails)
                .line("why", why)
                .line("instead", prevention)
                .text();
    }
}
