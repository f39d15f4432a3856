package io.ambit.core.tooluse.habit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a tool's name, or of a parameter's: {@code mcp__files__readFile} is read, file. What stands before the
 * last {@code __}, dot, colon or slash names a server.
 *
 * @param words in lower case, in order
 */
public record ToolName(List<String> words) {
    private static final Set<String> MANY =
            Set.of("multiple", "many", "batch", "bulk", "all", "by", "of", "for", "the");

    public ToolName {
        words = List.copyOf(words);
    }

    /** Takes a name apart. */
    public static ToolName of(String name) {
        String own = name.substring(name.lastIndexOf("__") < 0 ? 0 : name.lastIndexOf("__") + 2);
        for (int i = own.length() - 2; i >= 0; i--) {
            if (".:/".indexOf(own.charAt(i)) >= 0) {
                own = own.substring(i + 1);
                break;
            }
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < own.length(); i++) {
            char c = own.charAt(i);
            boolean isHump = Character.isUpperCase(c)
                    && i > 0
                    && (Character.isLowerCase(own.charAt(i - 1))
                            || (i + 1 < own.length() && Character.isLowerCase(own.charAt(i + 1))));
            if (!Character.isLetterOrDigit(c) || isHump) {
                end(word, words);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            }
        }
        end(word, words);
        return new ToolName(words);
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    /** Whether one of the words is one of these. */
    boolean has(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }

    /** What it is about, in singular, in no order: the words that are neither verbs nor say how many. */
    public Set<String> subject() {
        Set<String> subject = new LinkedHashSet<>();
        for (String word : words) {
            if (!Verbs.isVerb(word) && !MANY.contains(word)) {
                subject.add(singular(word));
            }
        }
        return subject;
    }

    /** The singular of an English word, as far as its ending tells. */
    static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches"))) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 2 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
