package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidFormatRuleTest {
    private static final String LISTED = "[{\"id\":\"TASK-0024\"},{\"id\":\"TASK-0031\"}]";

    @Test
    void find_idSpelledOtherwiseThanListed_namesTheRightOne() {
        assertThat(new Played("Show task 24")
                        .call("list_tasks", "{}", LISTED)
                        .call("get_task", "{\"id\":\"TASK-24\"}", "Error: TASK-24 not found")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(HabitKind.INVALID_FORMAT);
                    assertThat(finding.positions()).containsExactly(1);
                    assertThat(finding.wastedCalls()).isEqualTo(1);
                    assertThat(finding.cheaper().get(0).arguments()).containsEntry("id", "TASK-0024");
                });
    }

    @Test
    void find_idCorrectedAfterwards_isFound() {
        assertThat(new Played("Order W123")
                        .call("get_order", "{\"order_id\":\"W123\"}", "Error: order not found")
                        .call("get_order", "{\"order_id\":\"#W123\"}", "{\"order_id\":\"#W123\"}")
                        .findings())
                .extracting(HabitFinding::kind)
                .containsExactly(HabitKind.INVALID_FORMAT);
    }

    @Test
    void find_idThatIsAnother_isSilent() {
        assertThat(new Played("Show task 99")
                        .call("list_tasks", "{}", LISTED)
                        .call("get_task", "{\"id\":\"TASK-99\"}", "Error: TASK-99 not found")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_severalItMayMean_isSilent() {
        assertThat(new Played("Show task 24")
                        .call("list_tasks", "{}", "[{\"id\":\"TASK-0024\"},{\"id\":\"TASK-024\"}]")
                        .call("get_task", "{\"id\":\"TASK-24\"}", "Error: TASK-24 not found")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_otherSpellingThatWorked_isSilent() {
        assertThat(new Played("Show task 24")
                        .call("list_tasks", "{}", LISTED)
                        .call("get_task", "{\"id\":\"TASK-24\"}", "{\"id\":\"TASK-0024\"}")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_failureForAnotherReason_isSilent() {
        assertThat(new Played("Show task 24")
                        .call("list_tasks", "{}", LISTED)
                        .call("get_task", "{\"id\":\"TASK-24\"}", "Error: rate limit reached")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_argumentThatIsNoId_isSilent() {
        assertThat(new Played("Say it")
                        .call("list_tasks", "{}", LISTED)
                        .call("post_note", "{\"text\":\"task-24\"}", "Error: channel not found")
                        .findings())
                .isEmpty();
    }
}
