package io.ambit.core.compress.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Shown;
import org.junit.jupiter.api.Test;

class IdentifierDigestTest {

    @Test
    void of_whatWentAndNothingHolds_isListedInTheOrderOfTheText() {
        assertThat(IdentifierDigest.of("user_id order_77 src/Main.java kept_one", "kept_one", Shown.NOTHING, 1000))
                .containsExactly("user_id", "order_77", "src/Main.java");
    }

    @Test
    void of_whatIsShownElsewhere_isNotListed() {
        ShownText shown = new ShownText();
        shown.add("see /home/me/src/Main.java");
        assertThat(IdentifierDigest.of("user_id src/Main.java Main.java", "", shown, 1000))
                .containsExactly("user_id");
    }

    @Test
    void of_partsOfAPathThatIsListed_areNotListedAgain() {
        assertThat(IdentifierDigest.of("Main.java in src/app/Main.java", "", Shown.NOTHING, 1000))
                .containsExactly("src/app/Main.java");
    }

    @Test
    void of_littleRoom_takesTheLikeliestArgumentsFirst() {
        assertThat(IdentifierDigest.of("2024-05-06 12345678 camelCase user_id", "", Shown.NOTHING, 9))
                .containsExactly("user_id");
    }

    @Test
    void holds_everyEndOfAPath() {
        ShownText shown = new ShownText();
        shown.add("/a/bb/ccc_file.txt");
        assertThat(shown.holds("ccc_file.txt")).isTrue();
        assertThat(shown.holds("bb/ccc_file.txt")).isTrue();
        assertThat(shown.holds("file.txt")).isFalse();
    }
}
