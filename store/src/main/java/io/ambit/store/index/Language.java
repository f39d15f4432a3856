package io.ambit.store.index;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * The languages other than English that Lucene brings an analysis for, with the words by which a text is known to be of
 * them. The first of a script is the one taken where no word decides.
 */
enum Language {
    GERMAN(UnicodeScript.LATIN, GermanAnalyzer::new, GermanAnalyzer.getDefaultStopSet()),
    FRENCH(UnicodeScript.LATIN, FrenchAnalyzer::new, FrenchAnalyzer.getDefaultStopSet()),
    SPANISH(UnicodeScript.LATIN, SpanishAnalyzer::new, SpanishAnalyzer.getDefaultStopSet()),
    ITALIAN(UnicodeScript.LATIN, ItalianAnalyzer::new, ItalianAnalyzer.getDefaultStopSet()),
    PORTUGUESE(UnicodeScript.LATIN, PortugueseAnalyzer::new, PortugueseAnalyzer.getDefaultStopSet()),
    DUTCH(UnicodeScript.LATIN, DutchAnalyzer::new, DutchAnalyzer.getDefaultStopSet()),
    SWEDISH(UnicodeScript.LATIN, SwedishAnalyzer::new, SwedishAnalyzer.getDefaultStopSet()),
    DANISH(UnicodeScript.LATIN, DanishAnalyzer::new, DanishAnalyzer.getDefaultStopSet()),
    NORWEGIAN(UnicodeScript.LATIN, NorwegianAnalyzer::new, NorwegianAnalyzer.getDefaultStopSet()),
    FINNISH(UnicodeScript.LATIN, FinnishAnalyzer::new, FinnishAnalyzer.getDefaultStopSet()),
    CZECH(UnicodeScript.LATIN, CzechAnalyzer::new, CzechAnalyzer.getDefaultStopSet()),
    HUNGARIAN(UnicodeScript.LATIN, HungarianAnalyzer::new, HungarianAnalyzer.getDefaultStopSet()),
    ROMANIAN(UnicodeScript.LATIN, RomanianAnalyzer::new, RomanianAnalyzer.getDefaultStopSet()),
    TURKISH(UnicodeScript.LATIN, TurkishAnalyzer::new, TurkishAnalyzer.getDefaultStopSet()),
    CATALAN(UnicodeScript.LATIN, CatalanAnalyzer::new, CatalanAnalyzer.getDefaultStopSet()),
    INDONESIAN(UnicodeScript.LATIN, IndonesianAnalyzer::new, IndonesianAnalyzer.getDefaultStopSet()),
    LATVIAN(UnicodeScript.LATIN, LatvianAnalyzer::new, LatvianAnalyzer.getDefaultStopSet()),
    LITHUANIAN(UnicodeScript.LATIN, LithuanianAnalyzer::new, LithuanianAnalyzer.getDefaultStopSet()),
    RUSSIAN(UnicodeScript.CYRILLIC, RussianAnalyzer::new, RussianAnalyzer.getDefaultStopSet()),
    BULGARIAN(UnicodeScript.CYRILLIC, BulgarianAnalyzer::new, BulgarianAnalyzer.getDefaultStopSet()),
    SERBIAN(UnicodeScript.CYRILLIC, SerbianAnalyzer::new, SerbianAnalyzer.getDefaultStopSet()),
    ARABIC(UnicodeScript.ARABIC, ArabicAnalyzer::new, ArabicAnalyzer.getDefaultStopSet()),
    PERSIAN(UnicodeScript.ARABIC, PersianAnalyzer::new, PersianAnalyzer.getDefaultStopSet()),
    GREEK(UnicodeScript.GREEK, GreekAnalyzer::new, GreekAnalyzer.getDefaultStopSet()),
    HINDI(UnicodeScript.DEVANAGARI, HindiAnalyzer::new, HindiAnalyzer.getDefaultStopSet()),
    BENGALI(UnicodeScript.BENGALI, BengaliAnalyzer::new, BengaliAnalyzer.getDefaultStopSet()),
    TAMIL(UnicodeScript.TAMIL, TamilAnalyzer::new, TamilAnalyzer.getDefaultStopSet()),
    TELUGU(UnicodeScript.TELUGU, TeluguAnalyzer::new, TeluguAnalyzer.getDefaultStopSet()),
    ARMENIAN(UnicodeScript.ARMENIAN, ArmenianAnalyzer::new, ArmenianAnalyzer.getDefaultStopSet()),
    THAI(UnicodeScript.THAI, ThaiAnalyzer::new, ThaiAnalyzer.getDefaultStopSet()),
    /** Chinese, Japanese and Korean: pairs of characters. */
    CHINESE(UnicodeScript.HAN, CJKAnalyzer::new, CharArraySet.EMPTY_SET);

    private static final Set<UnicodeScript> EAST_ASIAN =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private final UnicodeScript script;

    @SuppressWarnings("ImmutableEnumChecker") // a factory without state
    private final Supplier<Analyzer> analyzer;

    @SuppressWarnings("ImmutableEnumChecker") // Lucene's own sets, which cannot be changed
    private final CharArraySet functionWords;

    Language(UnicodeScript script, Supplier<Analyzer> analyzer, CharArraySet functionWords) {
        this.script = script;
        this.analyzer = analyzer;
        this.functionWords = functionWords;
    }

    boolean isWrittenIn(UnicodeScript found) {
        return script == found || (this == CHINESE && EAST_ASIAN.contains(found));
    }

    Analyzer analyzer() {
        return analyzer.get();
    }

    boolean hasFunctionWord(String word) {
        return functionWords.contains(word);
    }
}
