package io.ambit.core.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HashedWordsTest {

    @Test
    void cosine_textsOfTheSameSubject_areNearer() {
        HashedWords question = HashedWords.of("Where is the cache of the tokenizer filled?");
        assertThat(question.cosine(HashedWords.of("class TokenizerCache { void fill(String tokenizer) {} }")))
                .isGreaterThan(question.cosine(HashedWords.of("Total 48 drwxr-xr-x root root images")));
    }

    @Test
    void cosine_sameText_isOneAndWithoutWordsZero() {
        assertThat(HashedWords.of("a b c").cosine(HashedWords.of("c b a"))).isCloseTo(1, within(1e-6));
        assertThat(HashedWords.of("?!").cosine(HashedWords.of("a"))).isZero();
    }
}
