package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.tool.ToolDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverFetchRuleTest {
    private static final String BODY = "copper lantern meadow harvest whistle ".repeat(40);
    private static final String ITEM = "{\"id\":\"A1\",\"title\":\"Blue kettle\",\"body\":\"" + BODY + "\"}";
    private static final ToolDefinition WITH_FIELDS = Played.tool(
            "get_item",
            "{\"id\":{\"type\":\"string\"},\"fields\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}",
            "id");
    private static final ToolDefinition WITHOUT = Played.tool("get_item", "{\"id\":{\"type\":\"string\"}}", "id");

    private static Played fetched() {
        return new Played("Which name has A1?").call("get_item", "{\"id\":\"A1\"}", ITEM);
    }

    @Test
    void find_onlyTheTitleUsed_namesTheCallForItAlone() {
        assertThat(fetched().answers("It is the Blue kettle.").findings(WITH_FIELDS))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(HabitKind.OVER_FETCH);
                    assertThat(finding.wastedTokens()).isGreaterThan(200);
                    assertThat(finding.cheaper().get(0).arguments())
                            .isEqualTo(Map.of("id", "A1", "fields", List.of("title")));
                });
    }

    @Test
    void find_toolHasNoWayToAskForLess_isSilent() {
        assertThat(fetched().answers("It is the Blue kettle.").findings(WITHOUT))
                .isEmpty();
    }

    @Test
    void find_bodyShowsInTheAnswer_isSilent() {
        assertThat(fetched().answers("The Blue kettle, about a lantern.").findings(WITH_FIELDS))
                .isEmpty();
    }

    @Test
    void find_aWriteFollows_isSilent() {
        assertThat(fetched()
                        .call("create_note", "{\"text\":\"Blue kettle\"}", "ok")
                        .answers("Noted.")
                        .findings(WITH_FIELDS))
                .isEmpty();
    }

    @Test
    void find_noAnswerKnownOrSeveralRequests_isSilent() {
        assertThat(fetched().findings(WITH_FIELDS)).isEmpty();
        assertThat(fetched().asked("Thanks").answers("The Blue kettle.").findings(WITH_FIELDS))
                .isEmpty();
    }

    @Test
    void find_fieldsWereAskedFor_isSilent() {
        assertThat(new Played("Which name has A1?")
                        .call("get_item", "{\"id\":\"A1\",\"fields\":[\"title\",\"body\"]}", ITEM)
                        .answers("It is the Blue kettle.")
                        .findings(WITH_FIELDS))
                .isEmpty();
    }
}
