package io.ambit.core.backlog.search;

import io.ambit.core.retrieval.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items that a question calls by name. Who knows the name of what he wants is to get that, whatever else fits better. */
final class Pins {
    private static final double ID = 1_000;
    private static final double TITLE = 100;
    private static final double NAME = 90;
    private static final double NAME_WITHIN = 50;
    private static final double ID_WITHIN = 1.5;
    private static final double NUMBER = 500;
    private static final double NUMBER_WITHIN = 0.75;
    /** A title of one word is a word like any other within a question. */
    private static final int SHORTEST_TITLE = 2;

    /** More do not lift a title over one that is asked for by itself. */
    private static final int MOST_WORDS = 30;

    private static final int SHORTEST_NUMBER = 3;
    private static final int LONGEST_ID = 64;

    private final Names names;
    private final Map<Integer, Double> byId = new HashMap<>();
    private final Map<Integer, Double> byTitle = new HashMap<>();

    private Pins(Names names) {
        this.names = names;
    }

    static Pins of(String question, Names names) {
        Pins pins = new Pins(names);
        String asked = question.strip();
        pins.ids(asked);
        pins.titles(Tokens.of(asked));
        return pins;
    }

    /** What it adds to an item that its id is asked for. */
    double id(int slot) {
        return byId.getOrDefault(slot, 0.0);
    }

    /** What it adds to an item that its title is asked for. */
    double title(int slot) {
        return byTitle.getOrDefault(slot, 0.0);
    }

    private static void pin(Map<Integer, Double> pins, Set<Integer> slots, double value) {
        slots.forEach(slot -> pins.merge(slot, value, Math::max));
    }

    private void ids(String asked) {
        pin(byId, names.byId(asked), ID);
        pin(byId, names.byPath(asked), ID);
        int i = 0;
        while (i < asked.length()) {
            if (!isAlphanumeric(asked.charAt(i))) {
                i++;
                continue;
            }
            int end = endOfRun(asked, i);
            run(asked, i, end);
            i = end;
        }
    }

    /** A run of letters with a number behind it is an id; a number alone may be that of one. */
    private void run(String asked, int start, int end) {
        String run = asked.substring(start, end);
        boolean whole = run.length() == asked.length();
        if (Character.isDigit(run.charAt(0))) {
            String number = number(asked, start);
            if (number.length() >= SHORTEST_NUMBER) {
                boolean alone = number.length() == asked.length();
                pin(byId, names.byNumber(number), alone ? NUMBER : NUMBER_WITHIN);
            }
            return;
        }
        int digits = end;
        while (digits < asked.length() && digits - end < 2 && "-_ #".indexOf(asked.charAt(digits)) >= 0) {
            digits++;
        }
        if (!whole && digits > end && digits < asked.length() && Character.isDigit(asked.charAt(digits))) {
            String number = number(asked, digits);
            if (end - start + number.length() <= LONGEST_ID) {
                pin(byId, names.byId(run + "-" + number), ID_WITHIN);
            }
        }
    }

    private static String number(String text, int from) {
        int end = from;
        while (end < text.length()
                && (isDigit(text.charAt(end))
                        || (text.charAt(end) == '.'
                                && end > from
                                && end + 1 < text.length()
                                && isDigit(text.charAt(end + 1))))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static int endOfRun(String text, int from) {
        int end = from;
        boolean digits = isDigit(text.charAt(from));
        while (end < text.length() && isAlphanumeric(text.charAt(end)) && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isAlphanumeric(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void titles(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        pin(byTitle, names.byTitle(words), TITLE);
        pin(byTitle, names.byName(words), NAME);
        int longest = Math.min(words.size(), names.longestTitle());
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + SHORTEST_TITLE; to <= Math.min(words.size(), from + longest); to++) {
                // The longer a title, the less likely it stands there by chance.
                pin(byTitle, names.byName(words.subList(from, to)), NAME_WITHIN + Math.min(to - from, MOST_WORDS));
            }
        }
    }
}
