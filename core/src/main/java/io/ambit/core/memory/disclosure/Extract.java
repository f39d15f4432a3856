package io.ambit.core.memory.disclosure;

import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sentences of records that say most in few tokens, as they stand in the records. Each is worth what its words occur
 * in all of the records, per word; a word that was said counts less from then on, so that the next sentence says
 * something else (SumBasic, Nenkova and Vanderwende 2005). A record's title is preferred.
 */
final class Extract {
    private static final int MAX_CHARACTERS = 6_000;
    private static final int MAX_SENTENCES = 400;
    private static final int MAX_WORDS = 24;
    private static final int MIN_WORDS = 2;
    private static final double TITLE = 1.5;
    private static final int PREFERRED = 3;
    /** What ends a sentence where white space follows. */
    private static final String ENDS = ".!?;";

    private record Sentence(int place, String text, Set<String> words, boolean title) {}

    private final TokenCounter tokens;

    Extract(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /**
     * Lines in the order of the records, safe to show, of at most so many tokens together; one line at least.
     *
     * @param preferred words that count more
     */
    List<String> lines(List<MemoryRecord> records, int maxTokens, Set<String> preferred) {
        List<Sentence> sentences = sentences(records);
        Map<String, Double> weight = new HashMap<>();
        sentences.forEach(sentence -> sentence.words().forEach(word -> weight.merge(word, 1.0, Double::sum)));
        double most =
                weight.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        preferred.forEach(word -> weight.computeIfPresent(word, (any, value) -> PREFERRED * most));
        List<Sentence> chosen = new ArrayList<>();
        int used = 0;
        Set<Sentence> open = new HashSet<>(sentences);
        while (!open.isEmpty()) {
            Sentence best = open.stream()
                    .max(Comparator.comparingDouble((Sentence one) -> worth(one, weight))
                            .thenComparing(Sentence::place, Comparator.reverseOrder()))
                    .orElseThrow();
            open.remove(best);
            String text = fitted(best.text(), maxTokens - used);
            boolean isFull =
                    tokens.count(text) > maxTokens - used || Words.of(text).size() < MIN_WORDS;
            if (isFull && !chosen.isEmpty()) {
                break;
            }
            chosen.add(new Sentence(best.place(), text, best.words(), best.title()));
            used += tokens.count(text) + 1;
            best.words().forEach(word -> weight.computeIfPresent(word, (any, value) -> value / 4));
        }
        return chosen.stream()
                .sorted(Comparator.comparingInt(Sentence::place))
                .map(Sentence::text)
                .toList();
    }

    private static double worth(Sentence sentence, Map<String, Double> weight) {
        double sum = 0;
        for (String word : sentence.words()) {
            sum += weight.getOrDefault(word, 0.0);
        }
        double length = Math.sqrt(Math.max(3, sentence.words().size()));
        return (sentence.title() ? TITLE : 1) * sum / length;
    }

    /** The text, cut at a word to what fits; one word of it at least. */
    private String fitted(String text, int room) {
        String[] words = text.split(" ", -1);
        int count = Math.min(words.length, MAX_WORDS);
        while (count > 1 && tokens.count(join(words, count)) > room) {
            count--;
        }
        return join(words, count);
    }

    private static String join(String[] words, int count) {
        String joined = String.join(" ", List.of(words).subList(0, count));
        return count == words.length ? joined : joined + "\u2026";
    }

    private static List<Sentence> sentences(List<MemoryRecord> records) {
        List<Sentence> sentences = new ArrayList<>();
        for (MemoryRecord record : records) {
            boolean title = true;
            String text = record.content().text();
            for (String line : text.substring(0, Math.min(text.length(), MAX_CHARACTERS))
                    .lines()
                    .toList()) {
                for (String piece : pieces(line)) {
                    String safe = QuotedRecord.line(piece);
                    Set<String> words = TopicWords.of(safe);
                    if (!words.isEmpty() && Words.of(safe).size() >= MIN_WORDS && sentences.size() < MAX_SENTENCES) {
                        sentences.add(new Sentence(sentences.size(), safe, words, title));
                        title = false;
                    }
                }
            }
        }
        return sentences;
    }

    private static List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i + 1 < line.length(); i++) {
            if (ENDS.indexOf(line.charAt(i)) >= 0 && Character.isWhitespace(line.charAt(i + 1))) {
                pieces.add(line.substring(start, i + 1).strip());
                start = i + 1;
            }
        }
        pieces.add(line.substring(start).strip());
        pieces.removeIf(String::isEmpty);
        return pieces;
    }
}
