package io.ambit.core.economics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifiersTest {
    @Test
    void in_pathsKeysAndCamelCase_areFound() {
        assertThat(Identifiers.in("open src/Main.java, then orderId and ORD-77 or v1.2.3 (see issue#42)"))
                .containsExactly("ORD-77", "issue#42", "orderId", "src/Main.java", "v1.2.3");
    }

    @Test
    void in_plainWordsAndShortOnes_areNone() {
        assertThat(Identifiers.in("please search everything about a1b2c in CAPITALS or #anchor"))
                .isEmpty();
    }

    @Test
    void in_edges_areStrippedBeforeTheLengthCounts() {
        assertThat(Identifiers.in("...a.b.c... ../lib/x1/ --dry-run.")).containsExactly("dry-run", "lib/x1");
    }

    @Test
    void in_nonAscii_endsAnIdentifier() {
        assertThat(Identifiers.in("año_2026_fin café_01")).containsExactly("o_2026_fin");
    }
}
