package io.ambit.core.context.assembly;

import io.ambit.core.record.Content;
import io.ambit.core.record.Insight;

/**
 * Something that may become a piece of a context.
 *
 * @param key the same for all spellings of its id
 * @param id as it is shown
 * @param how what to call to get it
 * @param worth what it is worth to the reader in full
 */
record Candidate(String key, String id, Roles role, String title, Source source, String how, double worth) {

    Candidate worth(double value) {
        return new Candidate(key, id, role, title, source, how, value);
    }

    /** All of its text. */
    String text() {
        return switch (source) {
            case Source.OfItem of -> ItemText.of(of.item());
            case Source.OfRecord of -> text(of.record().content());
            case Source.OfText of -> of.text();
            case Source.OfUrl of -> of.url();
        };
    }

    /** What an insight says; its tags and what it was found in are no more than ids most often. */
    private static String text(Content content) {
        if (content instanceof Insight insight) {
            boolean hasContext = Goal.words(insight.context()).size() > 2;
            return hasContext ? insight.statement() + "\ncontext: " + insight.context() : insight.statement();
        }
        return content.text();
    }
}
