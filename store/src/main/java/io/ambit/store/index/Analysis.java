package io.ambit.store.index;

import io.ambit.core.retrieval.EnglishWords;
import io.ambit.core.retrieval.Tokens;
import io.ambit.core.spi.TermAnalysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The terms of a text, which is what texts and questions are compared by: for English the words without stop words,
 * irregular forms mapped, stemmed after Porter (1980); for other languages what Lucene's analysis of them gives.
 */
public final class Analysis implements TermAnalysis {
    /** Changes with what terms are made of a text: an index of another version is built again. */
    static final String VERSION = "2";

    private static final int STEMS_KEPT = 100_000;

    private static final Analyzer PORTER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, new PorterStemFilter(whole));
        }
    };

    private final Map<String, String> stems = new ConcurrentHashMap<>();
    private final Map<Language, Analyzer> analyzers = new ConcurrentHashMap<>();

    /** All terms, repeated ones too, in their order. */
    @Override
    public List<String> terms(String text) {
        List<String> words = Tokens.of(text);
        Language language = LanguageGuess.of(text, words);
        return language == null
                ? english(words)
                : analysed(analyzers.computeIfAbsent(language, Language::analyzer), text);
    }

    private List<String> english(List<String> words) {
        List<String> terms = new ArrayList<>(words.size());
        for (String word : words) {
            String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
            if (!EnglishWords.STOP.contains(word) && !EnglishWords.STOP.contains(plain)) {
                terms.add(stem(EnglishWords.IRREGULAR.getOrDefault(plain, plain)));
            }
        }
        return terms;
    }

    private String stem(String word) {
        String known = stems.get(word);
        if (known != null) {
            return known;
        }
        List<String> stemmed = analysed(PORTER, word);
        String stem = stemmed.isEmpty() ? word : stemmed.getFirst();
        if (stems.size() > STEMS_KEPT) {
            stems.clear();
        }
        stems.put(word, stem);
        return stem;
    }

    private static List<String> analysed(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }
}
