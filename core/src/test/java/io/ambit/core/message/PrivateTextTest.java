package io.ambit.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateTextTest {

    @ParameterizedTest
    @CsvSource({
        "a <private>b</private> c, a <private></private> c",
        "<private>b</private>x<private>c</private>, <private></private>x<private></private>",
        "a <private>b, a <private></private>",
        "a <private><private>b</private> c, a <private></private> c"
    })
    void blank_privateText_isTakenOut(String text, String expected) {
        assertThat(PrivateText.blank(text)).isEqualTo(expected);
        assertThat(PrivateText.isPresent(text)).isTrue();
    }

    @Test
    void isPresent_nothingBetweenTags_isFalse() {
        assertThat(PrivateText.isPresent("a <private></private> b")).isFalse();
        assertThat(PrivateText.isPresent("a </private> b")).isFalse();
        assertThat(PrivateText.blank("a </private> b")).isEqualTo("a </private> b");
    }
}
