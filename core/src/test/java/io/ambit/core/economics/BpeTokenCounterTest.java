package io.ambit.core.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BpeTokenCounterTest {

    @Test
    void count_knownText_isThatOfTheEncoding() {
        BpeTokenCounter counter = new BpeTokenCounter();

        assertThat(counter.count("hello world")).isEqualTo(2);
        assertThat(counter.count("")).isZero();
        assertThat(counter.count("<|endoftext|>")).as("no special token").isGreaterThan(1);
    }

    @Test
    void count_sameTextAgain_isTheSame() {
        BpeTokenCounter counter = new BpeTokenCounter();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            texts.add(("number " + i + " \uD83D\uDE42 ").repeat(i * 3));
        }

        List<Integer> first = texts.stream().map(counter::count).toList();

        assertThat(texts.stream().map(counter::count).toList()).isEqualTo(first);
        assertThat(texts.stream().map(text -> new BpeTokenCounter().count(text)).toList())
                .isEqualTo(first);
    }
}
