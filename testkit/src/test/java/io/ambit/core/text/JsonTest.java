package io.ambit.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonTest {

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void parse_generatedDocument_equalsThePlainTwin(Seed seed) {
        byte[] source = GeneratedBodies.random(seed);
        assertThat(JacksonTwin.of(Json.parse(source))).as("%s", seed).isEqualTo(JacksonTwin.read(source));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void parse_anyValue_standsWhereItsRangeSays(Seed seed) {
        byte[] source = GeneratedBodies.random(seed);
        assertRanges(Json.parse(source), source, seed);
    }

    private static void assertRanges(Json value, byte[] source, Seed seed) {
        byte[] alone = Arrays.copyOfRange(source, value.start(), value.end());
        assertThat(JacksonTwin.of(Json.parse(alone))).as("%s", seed).isEqualTo(JacksonTwin.of(value));
        assertThat(alone[0]).as("%s", seed).isNotIn((byte) ' ', (byte) '\n', (byte) '\t', (byte) '\r');
        value.items().forEach(item -> assertRanges(item, source, seed));
        if (value instanceof Json.Obj object) {
            object.members().forEach(member -> assertRanges(member.name(), source, seed));
            object.members().forEach(member -> assertRanges(member.value(), source, seed));
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void parse_damagedDocument_isRefusedWhereThePlainTwinRefuses(Seed seed) {
        SplittableRandom random = seed.random();
        byte[] source = GeneratedBodies.random(seed);
        for (int i = 0; i < 10; i++) {
            byte[] damaged = source.clone();
            String bytes = "{}[],:\"\\ 0129-+.eEtfnu\u0001\n/";
            damaged[random.nextInt(damaged.length)] = (byte) bytes.charAt(random.nextInt(bytes.length()));
            if (random.nextInt(4) == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            }
            String refusal = refusal(damaged);
            // Jackson is stricter about the encoding, which is no matter of syntax.
            if (Utf8.isValid(damaged, 0, damaged.length) && !refusal.contains("surrogate")) {
                assertThat(isAccepted(damaged))
                        .as(
                                "%s, damage %s, the twin says %s: %s",
                                seed, i, refusal, new String(damaged, StandardCharsets.UTF_8))
                        .isEqualTo(refusal.isEmpty());
            }
        }
    }

    private static String refusal(byte[] json) {
        try {
            // An empty text is "missing" to Jackson, and no JSON.
            return JacksonTwin.read(json).isMissingNode() ? "empty" : "";
        } catch (NumberFormatException e) {
            return ""; // good JSON, but an exponent that no decimal holds
        } catch (JacksonException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static boolean isAccepted(byte[] json) {
        try {
            Json.parse(json);
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "True",
                "01",
                "-",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "'a'",
                "\"",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[",
                "]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\" 1}",
                "{1:2}",
                "1 2",
                "{} x",
                "/* */ 1",
                "\u00a01"
            })
    void parse_noJson_isRefused(String text) {
        assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> Json.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0e-0",
                "1E+400",
                " null ",
                "\t[ ]\r\n",
                "{ }",
                "\"\\u0000\\uD800\\/\"",
                "\"\u007f\u2028\"",
                "\ufeff{}",
                "{\"\":{\"\":[]}}"
            })
    void parse_oddButValid_isAccepted(String text) {
        assertThat(Json.parse(text).end()).isPositive();
    }

    @Test
    void parse_malformed_saysByteAndExpectation() {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> Json.parse("{\"é\":1;}"))
                .withMessage("malformed JSON at byte 7: expected ',' or '}'")
                .satisfies(e -> assertThat(e.position()).isEqualTo(7));
    }

    @Test
    void parse_millionLevelsDeep_needsNoStack() {
        int depth = 1_000_000;
        Json deep = Json.parse("[".repeat(depth) + "]".repeat(depth));
        assertThat(deep.end()).isEqualTo(2 * depth);
        String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        assertThat(Json.parse(objects).end()).isEqualTo(objects.length());
        assertThat(CanonicalJson.ofText(objects)).isEqualTo(objects);
    }

    @Test
    void get_repeatedName_isTheLast() {
        Json json = Json.parse("{\"a\":1,\"\\u0061\":\"two\",\"b\":null}");
        assertThat(json.text("a")).isEqualTo("two");
        assertThat(json.get("c")).isNull();
        assertThat(json.text("b")).isNull();
    }

    @Test
    void asLong_oddNumbers_areReadExactlyOrNotAtAll() {
        assertThat(List.of(number("12"), number("1.20e1"), number("-0"), number("9223372036854775807")))
                .containsExactly(12L, 12L, 0L, Long.MAX_VALUE);
        assertThat(List.of(
                        number("1.5"),
                        number("9223372036854775808"),
                        number("1e999999999"),
                        number("1e99999999999"),
                        number("1".repeat(1_000_000))))
                .containsOnly(-7L);
    }

    private static long number(String text) {
        return ((Json.Num) Json.parse(text)).asLong(-7);
    }

    @Test
    void isFaithful_invalidUtf8_isFalse() {
        byte[] bytes = "[\"a?\",\"\ufffd\",\"\\ufffd\"]".getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xC3;
        List<Json> items = Json.parse(bytes).items();
        assertThat(items.stream().map(item -> ((Json.Str) item).isFaithful())).containsExactly(false, true, true);
        assertThat(items.stream().map(Json::asText)).containsOnly("a\ufffd", "\ufffd");
    }
}
