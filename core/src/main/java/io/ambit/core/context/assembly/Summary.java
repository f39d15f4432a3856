package io.ambit.core.context.assembly;

import io.ambit.core.memory.disclosure.TopicWords;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The sentences of a text that say most to a goal in few tokens, as they stand in it and in its order. First sentences,
 * boxes to tick, what decides, what failed and what shares the goal's words goes first.
 */
final class Summary {
    private static final int MOST_CHARACTERS = 40_000;
    private static final int MOST_UNITS = 400;
    private static final int UNIT = 220;
    private static final int MIN_WORDS = 2;
    private static final Set<String> TELLING =
            TopicWords.of("accept acceptance accepted criteria decision decide decided "
                    + "must never error errors fail failed failure require requires required block blocked blocker result "
                    + "outcome conclusion goal scope done definition risk evidence reason");

    private record Unit(int place, String text, double worth) {}

    private final TokenCounter tokens;
    private final Set<String> goal;

    Summary(TokenCounter tokens, Set<String> goal) {
        this.tokens = tokens;
        this.goal = goal;
    }

    /** Lines of at most so many tokens together; "" where not even one fits. */
    String of(String text, int maxTokens) {
        List<Unit> units = units(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        units.sort(Comparator.comparingDouble((Unit unit) -> -unit.worth()).thenComparingInt(Unit::place));
        List<Unit> chosen = new ArrayList<>();
        int room = maxTokens;
        for (Unit unit : units) {
            // A line also costs the mark that quotes it.
            int cost = tokens.count(unit.text()) + 2;
            if (cost <= room) {
                chosen.add(unit);
                room -= cost;
            } else if (chosen.isEmpty()) {
                return Fitting.cut(unit.text(), room - 2, tokens);
            }
            if (room < 8) {
                break;
            }
        }
        chosen.sort(Comparator.comparingInt(Unit::place));
        StringBuilder out = new StringBuilder();
        chosen.forEach(unit -> out.append(unit.text()).append('\n'));
        return out.toString().stripTrailing();
    }

    private List<Unit> units(String text) {
        List<Unit> units = new ArrayList<>();
        boolean fenced = false;
        boolean first = true;
        boolean telling = false;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("```")) {
                fenced = !fenced;
                continue;
            }
            if (line.isEmpty() || units.size() >= MOST_UNITS) {
                continue;
            }
            if (!fenced && line.startsWith("#")) {
                telling = tells(TopicWords.of(line));
                first = true;
                continue;
            }
            boolean isItem = line.startsWith("- ") || line.startsWith("* ");
            boolean isBox = line.startsWith("- [") || line.startsWith("* [");
            for (String sentence : isItem || fenced || line.startsWith("|") ? List.of(line) : sentences(line)) {
                double base = fenced ? 0.3 : first ? 1.2 : isBox ? 1.1 : isItem ? 0.8 : 0.6;
                add(units, sentence, base + (telling ? 0.4 : 0));
                first = false;
            }
        }
        return units;
    }

    private void add(List<Unit> units, String sentence, double base) {
        String text = sentence.length() <= UNIT ? sentence : cutAtWord(sentence);
        Set<String> words = TopicWords.of(text);
        if (words.size() < MIN_WORDS && !units.isEmpty()) {
            return;
        }
        double shared = words.stream().filter(goal::contains).count();
        double about = goal.isEmpty() || words.isEmpty() ? 0 : 2 * shared / Math.sqrt(4 + words.size());
        double early = units.isEmpty() ? 1.5 : 0.4 / (1 + units.size() * 0.1);
        double worth = base + about + early + (tells(words) ? 0.4 : 0) + (text.indexOf('`') >= 0 ? 0.1 : 0);
        units.add(new Unit(units.size(), text, worth));
    }

    private static boolean tells(Set<String> words) {
        return words.stream().anyMatch(TELLING::contains);
    }

    private static String cutAtWord(String text) {
        int end = text.lastIndexOf(' ', UNIT - 1);
        int cut = end > UNIT / 2 ? end : UNIT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + "\u2026";
    }

    private static List<String> sentences(String line) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i + 1 < line.length(); i++) {
            if (".!?;".indexOf(line.charAt(i)) >= 0 && line.charAt(i + 1) == ' ') {
                sentences.add(line.substring(start, i + 1).strip());
                start = i + 1;
            }
        }
        sentences.add(line.substring(start).strip());
        sentences.removeIf(String::isEmpty);
        return sentences;
    }
}
