package io.ambit.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a<private>b</private>c|a<private></private>c",
                "<private>x</private><private>y</private>|<private></private><private></private>",
                "open <private>to the end|open <private>",
                "<Private >x</PRIVATE\t>y|<Private ></PRIVATE\t>y",
                "{\"k\":\"\\u003cprivate\\u003ex\\u003c/private\\u003ey\"}|{\"k\":\"\\u003cprivate\\u003e\\u003c/private\\u003ey\"}",
                "<private>x<\\/private>y|<private><\\/private>y",
                "<private>a<b></i></private>c|<private></private>c",
                "<private>a<private>b</private>c|<private></private>c"
            })
    void blank_betweenTags_isTakenOut(String text, String blanked) {
        assertThat(PrivateText.isPresent(text)).isTrue();
        assertThat(PrivateText.blank(text)).isEqualTo(blanked);
        assertThat(PrivateText.isPresent(blanked)).isFalse();
        assertThat(PrivateText.blank(blanked)).isEqualTo(blanked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "private", "<privateer>x</privateer>", "a < b \\u003c c", "<p>private</p>", "</private>", "<"
            })
    void blank_noTag_isTheSameObject(String text) {
        assertThat(PrivateText.isPresent(text)).isFalse();
        assertThat(PrivateText.blank(text)).isSameAs(text);
    }

    @Test
    void isPresent_nothingBetweenTags_isFalse() {
        assertThat(PrivateText.isPresent("a <private></private> b")).isFalse();
    }
}
