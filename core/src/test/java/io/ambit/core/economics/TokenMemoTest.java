package io.ambit.core.economics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenMemoTest {

    @Test
    void get_moreTextThanIsHeld_forgetsTheOldest() {
        TokenMemo memo = new TokenMemo();
        for (int i = 0; i < 200; i++) {
            memo.put(i + " " + "x".repeat(50_000), i);
        }

        assertThat(memo.get("0 " + "x".repeat(50_000))).isNull();
        assertThat(memo.get("199 " + "x".repeat(50_000))).isEqualTo(199);
    }

    @Test
    void get_veryLongText_isNotHeld() {
        TokenMemo memo = new TokenMemo();
        memo.put("x".repeat(100_000), 7);

        assertThat(memo.get("x".repeat(100_000))).isNull();
    }
}
