package io.ambit.core.tooluse.habit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The spellings of an id: {@code TASK-0024}, {@code task-24} and {@code #TASK_24} are one. */
final class IdForm {
    private IdForm() {}

    /**
     * What two spellings of the same id have in common: its letters in lower case and its numbers without leading zeros.
     * Empty where it has no number, for words are too easily alike.
     */
    static Optional<String> core(String id) {
        StringBuilder core = new StringBuilder();
        boolean hasNumber = false;
        int i = 0;
        String text = id.strip().toLowerCase(Locale.ROOT);
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                core.append('.');
                int end = i;
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                int first = i;
                while (first < end - 1 && text.charAt(first) == '0') {
                    first++;
                }
                core.append(text, first, end);
                hasNumber = true;
                i = end;
            } else {
                if (Character.isLetter(c)) {
                    core.append(c);
                }
                i++;
            }
        }
        return hasNumber ? Optional.of(core.toString()) : Optional.empty();
    }

    /** The one of these ids that this is a misspelling of; empty where none is, or several are. */
    static Optional<String> meant(String id, List<String> known) {
        Optional<String> core = core(id);
        if (core.isEmpty()) {
            return Optional.empty();
        }
        List<String> alike = known.stream()
                .distinct()
                .filter(each -> !each.equals(id) && isId(each) && core(each).equals(core))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** One word of letters, digits and what joins them; a negative or a broken number is none. */
    private static boolean isId(String text) {
        return text.length() >= 3
                && text.charAt(0) != '-'
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_#/:.@".indexOf(c) >= 0);
    }
}
