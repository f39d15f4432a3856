package io.ambit.core.retrieval;

import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Turn;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of a record that are turned into vectors: what a model must read to know what the record is about. */
public final class MeaningTexts {
    /** So many words of the message before, from its end. */
    private static final int WORDS_BEFORE = 40;
    /** A whole book is found by its words; its meaning is that of its start. */
    private static final int MOST = 32;

    private MeaningTexts() {}

    /**
     * One text for each of the first passages.
     *
     * @param passages of the content, see {@link Passages}
     * @param before the turn before it in the same conversation; null where there is none
     */
    public static List<String> of(Content content, List<String> passages, @Nullable Turn before) {
        return switch (content) {
            case Turn turn -> {
                List<String> texts = headed(context(before) + turn.speaker() + ": ", passages);
                // Who talks leads with what he means; what a tool puts out says it anywhere.
                yield Traits.isConversation(turn.voice()) ? texts.subList(0, 1) : texts;
            }
            case Document document -> headed(document.title() + "\n", passages);
            default -> headed("", passages);
        };
    }

    private static List<String> headed(String head, List<String> passages) {
        return passages.subList(0, Math.min(MOST, passages.size())).stream()
                .map(passage -> head + passage)
                .toList();
    }

    /** What a standing instruction in a content is about, to be compared with requests; "" where there is none. */
    public static String scope(Content content, Traits traits) {
        return traits.standing() ? StandingInstruction.scope(content.text()) : "";
    }

    private static String context(@Nullable Turn before) {
        if (before == null || Tokens.count(before.text()) > Surroundings.LONGEST_LENDER) {
            return "";
        }
        String[] words = before.text().strip().split("\\s+", -1);
        int from = Math.max(0, words.length - WORDS_BEFORE);
        return before.speaker() + ": " + String.join(" ", Arrays.asList(words).subList(from, words.length)) + "\n";
    }
}
