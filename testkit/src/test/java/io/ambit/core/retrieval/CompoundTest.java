package io.ambit.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompoundTest {
    @ParameterizedTest
    @CsvSource({
        "hyphen-aware, hyphenaware, hyphen aware, false",
        "snake_case_name, snakecasename, snake case name, false",
        "camelCase, camelcase, camel case, true",
        "HTTPServer, httpserver, http server, true",
        "readHTTP, readhttp, read http, true",
        "node.js, nodejs, node js, false",
        "Item-readJson, itemreadjson, item read json, false"
    })
    void of_oneName_givesWholeAndParts(String text, String whole, String parts, boolean byCase) {
        assertThat(Compound.of("(" + text + "),")).hasSize(1);
        Compound compound = Compound.of(text).getFirst();
        assertThat(compound.whole()).isEqualTo(whole);
        assertThat(String.join(" ", compound.parts())).isEqualTo(parts);
        assertThat(compound.byCase()).isEqualTo(byCase);
    }

    @Test
    void of_plainWordsAndLongChains_givesNone() {
        assertThat(Compound.of("Plain words, URLs and - dashes. The end.")).isEmpty();
        assertThat(Compound.of("a-b-c-d-e-f-g")).isEmpty();
        assertThat(Compound.of("x".repeat(60) + "-tail")).isEmpty();
    }

    @Test
    void spaced_capitals_partWords() {
        assertThat(Compound.spaced("camelCase of HTTPServer, URLs, McpServer"))
                .isEqualTo("camel Case of HTTP Server, URLs, Mcp Server");
    }

    @ParameterizedTest
    @CsvSource({
        "same, same, 0",
        "word, ward, 1",
        "word, wrod, 1",
        "word, wor, 1",
        "word, words, 1",
        "kitten, sitting, 3",
        "'', ab, 2",
        "abcd, wxyz, 4"
    })
    void between_words_isTheLeastNumberOfSlips(String first, String second, int distance) {
        assertThat(EditDistance.between(first, second, 9)).isEqualTo(distance);
        assertThat(EditDistance.between(second, first, 9)).isEqualTo(distance);
        if (distance > 1) {
            assertThat(EditDistance.between(first, second, 1)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void between_slipsMade_isAtMostTheirNumber(Seed seed) {
        SplittableRandom random = seed.random();
        StringBuilder word = new StringBuilder("retrieval");
        for (int slips = 1; slips <= 3; slips++) {
            int at = random.nextInt(word.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> word.deleteCharAt(at);
                case 1 -> word.insert(at, 'q');
                default -> word.setCharAt(at, 'z');
            }
            assertThat(EditDistance.between("retrieval", word.toString(), 3))
                    .as("%s: %s", seed, word)
                    .isLessThanOrEqualTo(slips);
        }
    }
}
