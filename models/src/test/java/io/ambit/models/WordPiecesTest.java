package io.ambit.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.error.AmbitException;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final WordPieces PIECES = new WordPieces(vocabulary());

    private static Map<String, Integer> vocabulary() {
        Map<String, Integer> vocabulary = new HashMap<>();
        for (String piece : new String[] {
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##want", "##ed", "want", "cafe", ",", "世", "界", "[", "]", "sep"
        }) {
            vocabulary.put(piece, vocabulary.size());
        }
        return vocabulary;
    }

    @Test
    void ids_wordOfPieces_isCoveredByTheLongest() {
        assertThat(PIECES.ids("Unwanted", 10)).containsExactly(2, 4, 5, 6, 3);
    }

    @Test
    void ids_accentsCaseAndControls_areLeftOut() {
        assertThat(PIECES.ids("CAF\u00C9\u0000, cafe\u0301", 10)).containsExactly(2, 8, 9, 8, 3);
    }

    @Test
    void ids_chineseCharacters_areWordsOfTheirOwn() {
        assertThat(PIECES.ids("世界", 10)).containsExactly(2, 10, 11, 3);
    }

    @Test
    void ids_wordThatCannotBeCovered_isUnknownAsAWhole() {
        assertThat(PIECES.ids("unwantedly want", 10)).containsExactly(2, 1, 7, 3);
    }

    @Test
    void ids_wordOfMoreThanAHundredCharacters_isUnknown() {
        assertThat(PIECES.ids("un" + "want".repeat(30), 10)).containsExactly(2, 1, 3);
    }

    @Test
    void ids_nameOfASpecialToken_isText() {
        assertThat(PIECES.ids("[SEP]", 10)).containsExactly(2, 12, 14, 13, 3);
    }

    @Test
    void ids_longText_endsAtTheMost() {
        assertThat(PIECES.ids("want ".repeat(1000), 5)).containsExactly(2, 7, 7, 7, 3);
    }

    @Test
    void ofTokenizerFile_withoutVocabulary_saysSo() {
        Assertions.assertThatThrownBy(
                        () -> WordPieces.ofTokenizerFile("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("model.vocab");
    }
}
