package io.ambit.core.compress.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockCommentsTest {

    @Test
    void shorten_longComment_keepsItsFirstSentenceAndSaysHowManyLinesWent() {
        String code = "/**\n * Adds two numbers.\n * Overflow wraps.\n *\n * @param a one\n */\nint add(int a, int b);";
        assertThat(BlockComments.shorten(code))
                .isEqualTo("/**\n * Adds two numbers.\n [… 3 lines]\n */\nint add(int a, int b);");
    }

    @Test
    void shorten_numberedView_letsTheNumbersJump() {
        String code = "1:/**\n2: * Adds two numbers.\n3: * Overflow wraps.\n4: * And so on.\n5: */\n6:int add();";
        assertThat(BlockComments.shorten(code)).isEqualTo("1:/**\n2: * Adds two numbers.\n5: */\n6:int add();");
    }

    @Test
    void shorten_codeWithoutLongComments_staysAsItIs() {
        String code = "/* short */\nint x;\n/* two\n lines */\nint y = a /* b */ + c;";
        assertThat(BlockComments.shorten(code)).isEqualTo(code);
    }

    @Test
    void shorten_commentThatTheViewCutsOff_isShortenedToo() {
        String code = "7:/**\n8: * First sentence.\n9: * More text that goes on\n10: * and on and on\n11: * and on";
        assertThat(BlockComments.shorten(code)).isEqualTo("7:/**\n8: * First sentence.\n11: * and on");
    }
}
