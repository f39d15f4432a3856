package io.ambit.core.memory.intake;

import io.ambit.core.memory.redact.Redaction;
import io.ambit.core.message.PrivateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes private text and secrets out of texts, and remembers what it took. One content's worth; not thread-safe. */
final class CleanText {
    /** Names and ids must stay apart, and what only looks like a key is mostly one of those. */
    private static final Set<String> LIKELY_IDS = Set.of("key like text");

    private final List<String> redacted = new ArrayList<>();

    List<String> redacted() {
        return redacted;
    }

    /** A text without private text and secrets. */
    String text(String text) {
        Redaction.Redacted clean = Redaction.of(PrivateText.blank(text));
        redacted.addAll(clean.found());
        return clean.text();
    }

    /** A name, an id or a path: the same, but that what only looks like a key stays. */
    String name(String name) {
        String shown = PrivateText.blank(name);
        Redaction.Redacted clean = Redaction.of(shown);
        if (LIKELY_IDS.containsAll(clean.found())) {
            return shown;
        }
        redacted.addAll(clean.found());
        return clean.text();
    }

    /** Texts without those of which nothing is left. */
    List<String> texts(List<String> texts) {
        return texts.stream().map(this::text).filter(CleanText::saysSomething).toList();
    }

    List<String> names(List<String> names) {
        return names.stream().map(this::name).filter(CleanText::saysSomething).toList();
    }

    /** Whether anything is left beside the tags of private text and white space. */
    static boolean saysSomething(String text) {
        if (text.isBlank()) {
            return false;
        }
        if (text.indexOf('<') < 0 && text.indexOf('\\') < 0) {
            return true;
        }
        // A blanked text still holds its tags: between two words that stand for it nothing else may be left.
        String withoutTags = text.replaceAll("(?i)(?:<|\\\\u003c)(?:\\\\?/)?private\\s{0,99}(?:>|\\\\u003e)", "");
        return !withoutTags.isBlank();
    }
}
