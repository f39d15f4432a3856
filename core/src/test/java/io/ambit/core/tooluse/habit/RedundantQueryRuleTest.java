package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedundantQueryRuleTest {
    private static final String ITEM = "{\"id\": 7, \"title\": \"Kettle\"}";
    private static final String ASK = "{\"id\": 7}";

    private static Played twice() {
        return new Played("Describe item 7").call("get_item", ASK, ITEM).call("get_item", "{ \"id\":7 }", ITEM);
    }

    @Test
    void find_sameReadTwice_namesTheSecondWithItsCost() {
        List<HabitFinding> found = twice().findings();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(HabitKind.REDUNDANT_QUERY);
            assertThat(finding.positions()).containsExactly(1);
            assertThat(finding.wastedCalls()).isEqualTo(1);
            assertThat(finding.wastedTokens()).isPositive();
        });
    }

    @Test
    void find_sameComputationTwice_isFoundEvenAcrossAWrite() {
        assertThat(new Played("Add up")
                        .call("calculate", "{\"expression\":\"2+2\"}", "4.0")
                        .call("update_item", ASK, ITEM)
                        .call("calculate", "{\"expression\":\"2+2\"}", "4.0")
                        .findings())
                .extracting(HabitFinding::positions)
                .containsExactly(List.of(2));
    }

    @Test
    void find_readAfterAWrite_isSilent() {
        assertThat(new Played("Rename 7")
                        .call("get_item", ASK, ITEM)
                        .call("rename_item", "{\"id\":7,\"title\":\"Kettle\"}", "ok")
                        .call("get_item", ASK, ITEM)
                        .findings())
                .isEmpty();
    }

    @Test
    void find_readAfterAToolOfUnknownEffect_isSilent() {
        assertThat(new Played("Do 7")
                        .call("get_item", ASK, ITEM)
                        .call("frobnicate", "{}", "ok")
                        .call("get_item", ASK, ITEM)
                        .findings())
                .isEmpty();
    }

    @Test
    void find_readAtOnceWithAWrite_isSilent() {
        assertThat(new Played("Rename 7")
                        .call("get_item", ASK, ITEM)
                        .atOnce()
                        .call("get_item", ASK, ITEM)
                        .call("rename_item", "{\"id\":7}", "ok")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_answerChangedInBetween_isSilentForGood() {
        assertThat(new Played("Wait for 7")
                        .call("get_item", ASK, "{\"id\": 7, \"ready\": \"no\"}")
                        .call("get_item", ASK, "{\"id\": 7, \"ready\": \"no\"}")
                        .call("get_item", ASK, "{\"id\": 7, \"ready\": \"yes\"}")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_toolThatTellsAState_isSilent() {
        assertThat(new Played("Wait for 7")
                        .call("get_job_status", ASK, "{\"id\": 7, \"is\": \"running\"}")
                        .call("get_job_status", ASK, "{\"id\": 7, \"is\": \"running\"}")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_waitsByItsOwnWords_isSilent() {
        assertThat(new Played("See 7")
                        .call("get_item", ASK, ITEM)
                        .says("Not there yet, I try once more")
                        .call("get_item", ASK, ITEM)
                        .findings())
                .isEmpty();
    }

    @Test
    void find_firstFailedOrWasEmpty_isSilent() {
        assertThat(new Played("See 7")
                        .call("get_item", ASK, "Error: time-out")
                        .call("get_item", ASK, ITEM)
                        .call("list_mails", "{}", "[]")
                        .call("list_mails", "{}", "[]")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_otherFilterOrPage_isSilent() {
        assertThat(new Played("See all")
                        .call("list_items", "{\"page\":1}", ITEM)
                        .call("list_items", "{\"page\":2}", ITEM)
                        .call("list_items", "{\"page\":1,\"open\":true}", ITEM)
                        .findings())
                .isEmpty();
    }

    @Test
    void find_personAskedToLookAgain_isSilent() {
        assertThat(new Played("See 7")
                        .call("get_item", ASK, ITEM)
                        .asked("Please check it again")
                        .call("get_item", ASK, ITEM)
                        .findings())
                .isEmpty();
    }

    @Test
    void find_personSaidSomethingElse_isFound() {
        assertThat(new Played("See 7")
                        .call("get_item", ASK, ITEM)
                        .asked("I prefer tea with that")
                        .call("get_item", ASK, ITEM)
                        .findings())
                .hasSize(1);
    }

    @Test
    void find_answerLongOutOfSight_isSilent() {
        assertThat(new Played("See 7")
                        .call("get_item", ASK, ITEM)
                        .call("get_page", "{}", "long text ".repeat(10_000))
                        .call("get_item", ASK, ITEM)
                        .findings())
                .isEmpty();
    }

    @Test
    void find_toolBehindARouter_isJudgedByItsOwnName() {
        String routed = "{\"server_name\":\"shop\",\"tool_name\":\"get_item\",\"params\":{\"id\":7}}";
        String writing = "{\"server_name\":\"shop\",\"tool_name\":\"buy_item\",\"params\":{\"id\":7}}";
        assertThat(new Played("See 7")
                        .call("execute-tool", routed, ITEM)
                        .call("execute-tool", routed, ITEM)
                        .findings())
                .extracting(HabitFinding::tool)
                .containsExactly("get_item");
        assertThat(new Played("Buy 7")
                        .call("execute-tool", writing, ITEM)
                        .call("execute-tool", writing, ITEM)
                        .findings())
                .isEmpty();
    }

    @Test
    void find_shellCommandThatReads_isFoundAndOneThatMayWriteIsNot() {
        String read = "{\"command\":\"grep -rn 'a > b' src | head -5\"}";
        assertThat(new Played("Look")
                        .call("bash", read, "src/A:1")
                        .call("bash", read, "src/A:1")
                        .findings())
                .hasSize(1);
        for (String command : List.of("make test", "ls > out", "cat $(rm x)", "find . -delete", "sed -i s/a/b/ x")) {
            String call = "{\"command\":\"" + command + "\"}";
            assertThat(new Played("Look")
                            .call("bash", call, "done")
                            .call("bash", call, "done")
                            .findings())
                    .as(command)
                    .isEmpty();
        }
    }
}
