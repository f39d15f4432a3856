package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverHydrateRuleTest {
    private static final String COMMENTS = "[{\"text\":\"" + "copper lantern meadow harvest ".repeat(30) + "\"}]";
    private static final String FULL = "{\"id\":\"A1\",\"title\":\"Blue kettle\",\"comments\":" + COMMENTS + "}";
    private static final String PLAIN = "{\"id\":\"A2\",\"title\":\"Red kettle\"}";

    @Test
    void find_namedExtraUnused_namesTheCallWithoutIt() {
        assertThat(new Played("Name of A1?")
                        .call("get_item", "{\"id\":\"A1\",\"include_comments\":true}", FULL)
                        .answers("Blue kettle")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(HabitKind.OVER_HYDRATE);
                    assertThat(finding.wastedTokens()).isGreaterThan(100);
                    assertThat(finding.cheaper().get(0).arguments())
                            .isEqualTo(Map.of("id", "A1", "include_comments", false));
                });
    }

    @Test
    void find_extraToldFromCallsWithoutTheFlag_isFound() {
        assertThat(new Played("Names of A1 and A2?")
                        .call("get_item", "{\"id\":\"A2\"}", PLAIN)
                        .call("get_item", "{\"id\":\"A1\",\"hydrate\":true}", FULL)
                        .answers("Blue kettle, Red kettle")
                        .findings())
                .extracting(HabitFinding::kind, HabitFinding::positions)
                .containsExactly(org.assertj.core.api.Assertions.tuple(HabitKind.OVER_HYDRATE, List.of(1)));
    }

    @Test
    void find_nothingToTellTheExtraFrom_isSilent() {
        assertThat(new Played("Name of A1?")
                        .call("get_item", "{\"id\":\"A1\",\"hydrate\":true}", FULL)
                        .answers("Blue kettle")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_extraUsed_isSilent() {
        assertThat(new Played("Talk on A1?")
                        .call("get_item", "{\"id\":\"A1\",\"include_comments\":true}", FULL)
                        .answers("Blue kettle: they speak of a lantern")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_aWriteFollows_isSilent() {
        assertThat(new Played("Work on A1")
                        .call("get_item", "{\"id\":\"A1\",\"include_comments\":true}", FULL)
                        .call("edit_file", "{\"path\":\"a\"}", "ok")
                        .answers("Blue kettle done")
                        .findings())
                .isEmpty();
    }
}
