package io.ambit.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.Seed;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Utf8Test {

    private static String text(Seed seed) {
        SplittableRandom random = seed.random();
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> out.append((char) random.nextInt(0xD800, 0xE000));
                case 1 -> out.appendCodePoint(random.nextInt(0x10000, 0x110000));
                case 2 -> out.append((char) random.nextInt(0x80, 0xD800));
                case 3 -> out.append('\uFFFD');
                default -> out.append((char) random.nextInt(0x80));
            }
        }
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void decode_whatWasEncoded_isTheSameText(Seed seed) {
        String text = text(seed);
        assertThat(Utf8.decode(Utf8.encode(text))).as("%s", seed).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void value_whatWasQuotedOrEscaped_isTheSameText(Seed seed) {
        String text = text(seed);
        assertThat(Json.parse(JsonStrings.quote(text)).asText())
                .as("quoted, %s", seed)
                .isEqualTo(text);
        StringBuilder escaped = new StringBuilder("\"");
        text.chars().forEach(c -> escaped.append(String.format("\\u%04X", c)));
        assertThat(Json.parse(escaped.append('"').toString()).asText())
                .as("escaped, %s", seed)
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void encode_textWithoutLoneSurrogates_isWhatTheJdkWrites(Seed seed) {
        String text = new String(text(seed).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(Utf8.encode(text)).as("%s", seed).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void quote_controlCharactersAndLoneSurrogates_areEscaped() {
        assertThat(JsonStrings.quote("\"\\\n\r\t\b\f\u0001\ud83d é🙂/"))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\ud83d é🙂/\"");
    }

    @Test
    void isValid_brokenSequences_isFalse() {
        byte[] bytes = {'a', (byte) 0xC3, (byte) 0xA9, (byte) 0xC3};
        assertThat(Utf8.isValid(bytes, 0, 3)).isTrue();
        assertThat(Utf8.isValid(bytes, 0, 4)).isFalse();
        assertThat(Utf8.decode(bytes)).isEqualTo("aé\ufffd");
    }
}
