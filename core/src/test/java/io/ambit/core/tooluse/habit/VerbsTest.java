package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbsTest {
    @ParameterizedTest
    @CsvSource({
        "get_user_details, READ",
        "mcp__github__list_issues, READ",
        "searchFiles, READ",
        "wikipedia_search, READ",
        "user_info, READ",
        "excel_read_sheet, READ",
        "get-crypto-price, READ",
        "filesystem.read_file, READ",
        "calculate, PURE",
        "think, PURE",
        "get_current_date, WATCH",
        "get_job_status, WATCH",
        "get_or_create_user, WRITE",
        "find_and_replace, WRITE",
        "shopping_list_add, WRITE",
        "list_append, WRITE",
        "mark_read, WRITE",
        "notification_read, WRITE",
        "update_task, WRITE",
        "bash, WRITE",
        "whatever, WRITE",
        "select_option, WRITE",
        "puppeteer_evaluate, WRITE",
        "checkout, WRITE",
        "transfer_to_human_agents, WRITE",
        "'', WRITE"
    })
    void effect_name_isToldByItsVerb(String name, Effect effect) {
        assertThat(Verbs.effect(ToolName.of(name))).as(name).isEqualTo(effect);
    }
}
