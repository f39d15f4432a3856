package io.ambit.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {
    private static OnnxEmbedder embedder;

    @BeforeAll
    static void open() {
        embedder = OnnxEmbedder.open(2);
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void embed_sameMeaningInOtherWords_isNearerThanOtherMeaning() {
        List<float[]> vectors = embedder.embed(List.of(
                "Where did she spend her holiday?",
                "They went to the seaside for a vacation",
                "The build fails on ARM"));

        assertThat(dot(vectors.get(0), vectors.get(1))).isGreaterThan(dot(vectors.get(0), vectors.get(2)) + 0.2);
    }

    @Test
    void embed_anyText_hasLengthOneAndIsFinite() {
        for (float[] vector :
                embedder.embed(List.of("", "\u0000\uFFFD", "x".repeat(100_000), "你好，世界", "\uD83D\uDE00"))) {
            assertThat(vector).hasSize(384);
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void embed_alone_isSameAsInCompany() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add("a note about topic " + i + " and more of it".repeat(i % 7));
        }
        List<float[]> together = embedder.embed(texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i))
                    .as(texts.get(i))
                    .containsExactly(embedder.embed(List.of(texts.get(i))).get(0));
        }
    }

    @Test
    void embed_textBeyondMaxTokens_isReadUpToThere() {
        String start = "word ".repeat(embedder.maxTokens());
        List<float[]> vectors = embedder.embed(List.of(start, start + " and an entirely different ending"));

        assertThat(vectors.get(0)).containsExactly(vectors.get(1));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
