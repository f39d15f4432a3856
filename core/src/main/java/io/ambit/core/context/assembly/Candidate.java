package io.ambit.core.context.assembly;

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
            case Source.OfRecord of -> of.record().content().text();
            case Source.OfText of -> of.text();
            case Source.OfUrl of -> of.url();
        };
    }
}
