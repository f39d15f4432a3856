package io.ambit.models;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Json;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tokenizer of uncased BERT models (Devlin et al. 2019): text is cleaned, lower-cased and freed of accents, split at
 * spaces, punctuation and Chinese characters, and each word is covered from its start by the longest pieces of the
 * vocabulary. Names of special tokens inside a text are text.
 */
final class WordPieces {
    private static final String UNKNOWN = "[UNK]";
    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";
    private static final String INSIDE = "##";
    /** A longer word is unknown as a whole. */
    private static final int LONGEST_WORD = 100;
    /** Text is read up to so many characters a token: more would not be used, and a text can be huge. */
    private static final int CHARACTERS_A_TOKEN = 64;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int first;
    private final int last;

    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        unknown = special(UNKNOWN);
        first = special(FIRST);
        last = special(LAST);
    }

    /** Reads the vocabulary of a tokenizer file of Hugging Face; its padding and truncation are not taken over. */
    static WordPieces ofTokenizerFile(byte[] file) {
        Json model = Json.parse(file).get("model");
        if (model == null || !(model.get("vocab") instanceof Json.Obj vocab)) {
            throw new AmbitException("tokenizer file without 'model.vocab'");
        }
        Map<String, Integer> pieces = HashMap.newHashMap(vocab.members().size());
        for (Json.Member member : vocab.members()) {
            if (member.value() instanceof Json.Num number) {
                pieces.put(String.valueOf(member.name().asText()), (int) number.asLong(-1));
            }
        }
        return new WordPieces(pieces);
    }

    private int special(String name) {
        Integer id = vocabulary.get(name);
        if (id == null) {
            throw new AmbitException("vocabulary without " + name);
        }
        return id;
    }

    /** The ids of a text between the marks of its start and its end, at most {@code most} in all. */
    long[] ids(String text, int most) {
        List<Integer> ids = new ArrayList<>();
        ids.add(first);
        int readable = Math.min(text.length(), most * CHARACTERS_A_TOKEN);
        for (String word : words(text.substring(0, readable))) {
            if (ids.size() >= most) {
                break;
            }
            addPieces(word, ids);
        }
        List<Integer> kept = ids.subList(0, Math.min(ids.size(), most - 1));
        long[] all = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            all[i] = kept.get(i);
        }
        all[kept.size()] = last;
        return all;
    }

    private void addPieces(String word, List<Integer> ids) {
        int before = ids.size();
        int start = 0;
        while (start < word.length()) {
            Integer found = null;
            int end = word.codePointCount(0, word.length()) > LONGEST_WORD ? start : word.length();
            for (; end > start; end--) {
                String piece = word.substring(start, end);
                found = vocabulary.get(start == 0 ? piece : INSIDE + piece);
                if (found != null) {
                    break;
                }
            }
            if (found == null) {
                ids.subList(before, ids.size()).clear();
                ids.add(unknown);
                return;
            }
            ids.add(found);
            start = end;
        }
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (isSpace(c)) {
                end(word, words);
            } else if (isPunctuation(c) || (Character.isIdeographic(c) && isChinese(c))) {
                end(word, words);
                words.add(Character.toString(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !isControl(c)) {
                word.appendCodePoint(c);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isChinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
