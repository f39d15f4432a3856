package io.ambit.core.memory.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What kind of task it is, and what said so. Whole words and phrases count, never parts of words: "prefix" says nothing
 * of a fix.
 *
 * @param strength the sum of what was found for it; 0 where nothing was found for any
 * @param signs each word of the goal, action and phase that spoke for it
 */
public record TaskDetection(TaskType type, int strength, List<String> signs) {
    private static final int WORD = 2;
    private static final int ACTION = 3;
    private static final int PHASE = 4;

    public TaskDetection {
        signs = List.copyOf(signs);
    }

    /**
     * Detects by the strongest sum; of equal ones the first in the order of the types; where nothing is found,
     * implementation.
     *
     * @param goal what is to be done, in words; may be empty
     * @param actions names of what was done so far
     * @param phase of the work; may be empty
     */
    public static TaskDetection of(String goal, List<String> actions, String phase) {
        TaskDetection best = new TaskDetection(TaskType.IMPLEMENTATION, 0, List.of());
        String goalWords = spaced(goal);
        String phaseWords = spaced(phase);
        Set<String> done = new HashSet<>();
        actions.forEach(action -> done.add(action.strip().toLowerCase(Locale.ROOT)));
        for (TaskType type : TaskType.values()) {
            List<String> signs = new ArrayList<>();
            int strength = 0;
            for (String word : type.words()) {
                if (goalWords.contains(' ' + word + ' ')) {
                    strength += WORD;
                    signs.add("'" + word + "' in the goal");
                }
            }
            for (String action : type.actions()) {
                if (done.contains(action)) {
                    strength += ACTION;
                    signs.add("action " + action);
                }
            }
            for (String word : type.phases()) {
                if (phaseWords.contains(' ' + word + ' ')) {
                    strength += PHASE;
                    signs.add("phase " + word);
                }
            }
            if (strength > best.strength) {
                best = new TaskDetection(type, strength, signs);
            }
        }
        return best;
    }

    /** The words in lower case, one space between them and around: what is found between two spaces is a whole word. */
    private static String spaced(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(' ');
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_') {
                out.appendCodePoint(c);
            } else if (out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        });
        return out.charAt(out.length() - 1) == ' '
                ? out.toString()
                : out.append(' ').toString();
    }
}
