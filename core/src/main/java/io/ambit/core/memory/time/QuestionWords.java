package io.ambit.core.memory.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a question in their order, and what stands between them. */
final class QuestionWords {
    private static final int MAX_WORDS = 500;

    private record Word(String text, int start, int end) {}

    private final String text;
    private final List<Word> words = new ArrayList<>();

    QuestionWords(String text) {
        this.text = text;
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < MAX_WORDS; i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(new Word(text.substring(start, i).toLowerCase(Locale.ROOT), start, i));
                start = -1;
            }
        }
    }

    int size() {
        return words.size();
    }

    /** The word in lower case; "" beyond the ends. */
    String at(int index) {
        return index >= 0 && index < words.size() ? words.get(index).text() : "";
    }

    boolean isCapitalised(int index) {
        return index < words.size()
                && Character.isUpperCase(text.charAt(words.get(index).start()));
    }

    /** Whether nothing but this character stands between a word and the next. */
    boolean joinedBy(int index, char c) {
        return index + 1 < words.size()
                && words.get(index + 1).start() == words.get(index).end() + 1
                && text.charAt(words.get(index).end()) == c;
    }

    /** Whether a sentence or clause ends after a word. */
    boolean endsClause(int index) {
        if (index + 1 >= words.size()) {
            return true;
        }
        String between =
                text.substring(words.get(index).end(), words.get(index + 1).start());
        return between.chars().anyMatch(c -> ",;:?!.()\"\n".indexOf(c) >= 0);
    }

    /** The text as it was written, from one word up to before another. */
    String between(int from, int to) {
        return text.substring(words.get(from).start(), words.get(to - 1).end());
    }
}
