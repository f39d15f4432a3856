package io.ambit.core.backlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionTest {
    @Test
    void of_headings_nestByTheirLevels() {
        assertThat(Section.of("intro\n# A\none\n## B\ntwo\n#### D\nfour\n# C\nthree"))
                .extracting(section -> String.join("/", section.headings()) + "=" + section.text())
                .containsExactly("=intro", "A=one", "A/B=two", "A/B/D=four", "C=three");
    }

    @Test
    void of_hashesThatAreNoHeadings_stayText() {
        String text = "```sh\n# a comment\n~~~\n```\n#tag\n####### seven\n#";
        assertThat(Section.of(text)).extracting(Section::text).containsExactly(text);
        assertThat(Section.of("```\n# never closed")).hasSize(1);
        assertThat(Section.of("")).isEmpty();
        assertThat(Section.of("# Only a heading")).hasSize(1);
    }
}
