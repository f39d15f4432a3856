package io.ambit.mcp.tool;

import static io.ambit.mcp.tool.ToolBench.with;

import io.ambit.core.record.RecordId;
import io.ambit.mcp.tool.ToolParameterTest.Case;
import io.ambit.testkit.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What each parameter of each tool changes, in the project of {@link ToolFixture}. */
final class ToolParameterCases {
    /** Tools whose answer is all that there is to compare. */
    static final Set<String> READS = Set.of(
            "backlog_list",
            "backlog_get",
            "backlog_search",
            "backlog_assemble_context",
            "backlog_suggest_tool",
            "memory_recall",
            "memory_get",
            "memory_timeline",
            "backlog_optimize_sequence",
            "context_retrieve",
            "backlog_validate_call",
            "backlog_reflect_on_failure");

    private final List<Case> all = new ArrayList<>();
    private String tool = "";

    private ToolParameterCases() {}

    static List<Case> all() {
        ToolParameterCases cases = new ToolParameterCases();
        cases.reading();
        cases.writing();
        cases.contexts();
        cases.reconciling();
        cases.suggesting();
        cases.memory();
        cases.outputs();
        cases.reflecting();
        cases.sequences();
        cases.validating();
        return cases.all;
    }

    private void appears(String parameter, Map<String, Object> without, Object value, String only) {
        add(parameter, any -> without, any -> value, only, true);
    }

    private void vanishes(String parameter, Map<String, Object> without, Object value, String only) {
        add(parameter, any -> without, any -> value, only, false);
    }

    private void add(
            String parameter,
            Function<ToolBench, Map<String, Object>> without,
            Function<ToolBench, Object> value,
            String only,
            boolean appears) {
        all.add(new Case(tool, parameter, without, value, only, appears));
    }

    private void reading() {
        tool = "backlog_list";
        vanishes("type", with(), "adr", "TASK-0001");
        vanishes("status", with(), List.of("in_progress"), "TASK-0001");
        vanishes("parent", with(), "epic 1", "TASK-0001");
        vanishes("tags", with(), List.of("auth"), "TASK-0002");
        vanishes("text", with(), "login timeout", "TASK-0001");
        appears("sort", with("limit", 1), "title", "TASK-0002");
        appears("limit", with(), 2, "next_cursor");
        add("cursor", any -> with("limit", 2, "sort", "id"), ToolParameterCases::nextCursor, "TASK-0001", true);
        appears("counts", with(), true, "by_status");

        tool = "backlog_get";
        appears("id", with("ids", List.of("TASK-0001")), "TASK-0002", "RETRYTEXT");
        appears("ids", with("id", "TASK-0001"), List.of("TASK-0002"), "RETRYTEXT");
        appears("hydrate", with("id", "TASK-0003"), true, "FILETEXT");
        appears("depth", with("id", "TASK-0003", "hydrate", true), 2, "MEASURETEXT");
        vanishes("max_tokens", with("id", "TASK-0003", "hydrate", true), 300, "FILETEXT");

        tool = "backlog_search";
        appears("query", with(), "timeout", "TASK-0003");
        vanishes("types", with("query", "tokens"), List.of("adr"), "TASK-0003");
        vanishes("status", with("query", "tokens"), "accepted", "TASK-0003");
        vanishes("parent", with("query", "tokens"), "EPIC-0001", "ADRTEXT");
        vanishes("tags", with("query", "tokens"), "auth", "ADRTEXT");
        vanishes("limit", with("query", "TASK-0003 tokens"), 1, "ADRTEXT");
    }

    private void reflecting() {
        tool = "backlog_reflect_on_failure";
        appears("tool", with("error", "timed out"), "delete_file", "whether it took effect");
        appears(
                "params",
                with("tool", "get", "error", "no item TASK-24, TASK-0024 is there"),
                Map.of("id", "TASK-24"),
                "Corrected call");
        appears("error", with("tool", "read"), "EACCES: permission denied", "permission: ");
        appears("context", with("tool", "fetch", "error", "timed out"), "timed out\ntimed out", "Advice: stop");
    }

    private static Object nextCursor(ToolBench bench) {
        return bench.call("backlog_list", "limit", 2, "sort", "id").structured().get("next_cursor");
    }

    private void writing() {
        tool = "backlog_create";
        Map<String, Object> titled = with("title", "Write it down");
        appears("type", titled, "epic", "EPIC-0002");
        appears("title", with(), "Write it down", "Write it down");
        appears("body", titled, "NEWTEXT", "NEWTEXT");
        appears("parent_id", titled, "epic-1", "task open in EPIC-0001 | Write it down");
        appears("status", titled, "In Progress", "task in_progress | Write it down");
        appears("tags", titled, List.of("fresh"), "tags fresh");
        appears(
                "references",
                titled,
                List.of(Map.of("url", "TASK-0002", "title", "See")),
                "reference: TASK-0002 (See)");
        appears("fields", titled, Map.of("priority", 2), "priority: 2");

        tool = "backlog_update";
        Map<String, Object> task = with("id", "TASK-0003");
        appears("id", with("status", "cancelled"), "TASK-0001", "Updated TASK-0001 | task cancelled");
        appears("title", task, "Renamed", "Renamed");
        appears("status", task, "cancelled", "task cancelled");
        vanishes("body", task, "Another text", "Tokens expire too early");
        appears("append", task, "APPENDED", "> APPENDED");
        appears(
                "replace.old",
                with("id", "TASK-0003", "replace", Map.of("new", "[x] tests")),
                "[ ] tests",
                "> - [x] tests");
        appears(
                "replace.new",
                with("id", "TASK-0003", "replace", Map.of("old", "[ ] tests")),
                "[x] tests",
                "[x] tests");
        appears("blocked_reason", with("id", "TASK-0003", "status", "blocked"), "WAITING", "blocked_reason: WAITING");
        appears("evidence", with("id", "TASK-0003", "status", "done"), List.of("PROOF"), "evidence: PROOF");
        appears("parent_id", with("id", "TASK-0001"), "EPIC-0001", "TASK-0001 | task open in EPIC-0001");
        appears("tags.set", task, List.of("other"), "tags other;");
        appears("tags.add", task, List.of("more"), "tags auth, network, more");
        vanishes("tags.remove", with("id", "TASK-0003", "title", "Same"), List.of("network"), "tags auth, network");
        vanishes("references.set", task, List.of("TASK-0001"), "reference: docs/notes/login.md");
        appears("references.add", task, List.of("docs/new.md"), "reference: docs/new.md");
        vanishes(
                "references.remove",
                with("id", "TASK-0003", "title", "Same"),
                List.of("docs/notes/login.md"),
                "reference: docs/notes/login.md");
        appears("fields", task, Map.of("priority", "high"), "priority: high");

        tool = "backlog_delete";
        appears("id", with(), "TASK-0001", "Deleted TASK-0001");
        add("undo", bench -> deleted(bench), any -> true, "Brought back TASK-0001", true);
    }

    private static Map<String, Object> deleted(ToolBench bench) {
        if (bench.project().backlog().find("TASK-0001").isPresent()) {
            bench.call("backlog_delete", "id", "TASK-0001");
        }
        return with("id", "TASK-0001");
    }

    private void contexts() {
        tool = "backlog_assemble_context";
        appears("for_task", with("query", "signing"), "TASK-0001", "MEASURETEXT");
        appears("for_epic", with("for_task", "TASK-0001"), "EPIC-0001", "EPICTEXT");
        appears("query", with("for_task", "TASK-0001"), "opaque tokens", "ADRTEXT");
        vanishes("max_tokens", with("for_epic", "EPIC-0001"), 200, "Tokens expire too early");

        tool = "backlog_capture_insight";
        appears("content", with(), "Clocks drift", "Clocks drift");
        appears("context", with("content", "Clocks drift"), "seen in TASK-0002", "Tied to TASK-0002");
        appears(
                "type",
                with("content", "Clocks drift"),
                "decision",
                "\"type\":\"decision\",\"content\":\"Clocks drift");
    }

    private void sequences() {
        tool = "backlog_optimize_sequence";
        Map<String, Object> get = Map.of("tool", "backlog_get", "arguments", Map.of("id", "TASK-0001"));
        appears("goal", with("planned_calls", List.of(get, get)), "read the login task", "dropped [1]");
        String goal = "read the login task";
        appears(
                "planned_calls.tool",
                with("goal", goal, "planned_calls", List.of(Map.of("made", false))),
                "backlog_get",
                "Nothing better");
        appears(
                "planned_calls.arguments",
                with("goal", goal, "planned_calls", List.of(Map.of("tool", "backlog_get"))),
                Map.of("id", "ARGUMENTTEXT"),
                "ARGUMENTTEXT");
        vanishes(
                "planned_calls.made",
                with("goal", goal, "planned_calls", List.of(Map.of("tool", "backlog_get"))),
                true,
                "backlog_get");
    }

    private void reconciling() {
        tool = "backlog_reconcile_context";
        appears("epic_id", with(), "EPIC-0001", "\"epic\":\"EPIC-0001\"");
        String proposed = "\"proposed\":{\"action\":\"merge\",\"into\":\"";
        appears(
                "decisions.id",
                with("epic_id", "EPIC-0001", "decisions", List.of(with("action", "drop"))),
                "ins-001",
                "\"action\":\"drop\"");
        appears(
                "decisions.action",
                with("epic_id", "EPIC-0001", "decisions", List.of(with("id", "ins-001"))),
                "drop",
                "\"action\":\"drop\"");
        add(
                "decisions.into",
                bench -> with(
                        "epic_id",
                        "EPIC-0001",
                        "decisions",
                        List.of(with("id", secondInsight(bench), "action", "merge"))),
                any -> "ins-001",
                proposed + "ins-001",
                true);
        add(
                "decisions.text",
                bench -> {
                    bench.personSays(form -> Map.of("ins-001", "edit"));
                    return with("epic_id", "EPIC-0001", "decisions", List.of(with("id", "ins-001", "action", "edit")));
                },
                any -> "BETTERTEXT",
                "BETTERTEXT",
                true);
    }

    private static String secondInsight(ToolBench bench) {
        if (bench.project()
                .memory()
                .store()
                .find(ToolBench.SPACE, new RecordId("ins-002"))
                .isEmpty()) {
            bench.call("backlog_capture_insight", "content", "Clocks drift in TASK-0002");
        }
        return "ins-002";
    }

    private void suggesting() {
        tool = "backlog_suggest_tool";
        Map<String, Object> read = with("user_query", "read the file notes.txt");
        appears("user_query", with(), "read the file notes.txt", "\"tool\":\"read_file\"");
        appears("context", with("user_query", "send a message"), "for ann@example.org", "ann@example.org");
        vanishes("k", read, 1, "\"tool\":\"send_mail\"");
        vanishes("tools", read, List.of("read_file"), "\"tool\":\"send_mail\"");
        vanishes("server", read, "files", "\"tool\":\"send_mail\"");
    }

    private void memory() {
        tool = "memory_recall";
        Map<String, Object> login = with("query", "login");
        appears("query", with(), "login", "ins-001");
        vanishes("kinds", login, List.of("fact"), "[memory skill-001");
        vanishes("limit", login, 1, "[memory skill-001");
        vanishes("from", login, "2026-02-01", "[memory ins-001");
        vanishes("to", login, "2026-03-09", "[memory fact-001");
        appears("goal", login, "fix the bug in the login", "\"task\":\"debugging\"");
        appears("phase", login, "debugging", "\"task\":\"debugging\"");
        appears("actions", login, List.of("run_test", "check_logs"), "\"task\":\"debugging\"");
        vanishes("max_tokens", login, 100, "[memory ins-001");
        add(
                "report.query_id",
                bench -> with("report", with("outcome", "success")),
                ToolParameterCases::asked,
                "outcome=SUCCESS",
                true);
        add(
                "report.outcome",
                bench -> with("report", with("query_id", asked(bench))),
                any -> "failure",
                "outcome=FAILURE",
                true);

        tool = "memory_remember";
        Map<String, Object> note = with("content", "Clocks drift");
        appears("content", with(), "Clocks drift", "Clocks drift");
        appears(
                "kind",
                with("content", "Clocks drift", "fields", with("steps", List.of("look"))),
                "skill",
                "skill-002");
        appears("type", note, "learning", "\"type\":\"learning\"");
        appears("tags", note, "time", "\"tags\":[\"time\"]");
        appears("fields", note, Map.of("context", "seen at noon"), "seen at noon");
        appears("happened_at", note, "2026-01-02", "\"time\":\"2026-01-02T00:00:00Z\"");
        appears("confidence", note, 0.4, "\"confidence\":0.4");

        tool = "memory_get";
        appears("ids", with(), List.of("INS-001"), "30 minutes");
        add("max_tokens", bench -> with("ids", bench.note("word ".repeat(400))), any -> 300, "is cut: it has", true);

        tool = "memory_forget";
        vanishes("id", with(), "ins-001", "Login tokens live 30 minutes");

        tool = "memory_timeline";
        appears("query", with(), "login smoke test", "\"index\":");
    }

    private static Object asked(ToolBench bench) {
        return bench.call("memory_recall", "query", "login").structured().get("queryId");
    }

    private void outputs() {
        tool = "context_retrieve";
        add("session", any -> with("iteration", 0), ToolFixture::session, "int timeout", true);
        Function<ToolBench, Map<String, Object>> whole =
                bench -> with("session", ToolFixture.session(bench), "topic", "login");
        add("id", whole, bench -> ToolFixture.output(bench, "call-1"), "ERROR login failed", false);
        add("iteration", whole, any -> 1, "int timeout", false);
        add("tool_call_id", whole, any -> "call-2", "int timeout", false);
        add("tool_name", whole, any -> "run_test", "int timeout", false);
        add(
                "topic",
                bench -> with("session", ToolFixture.CLIENT_SESSION, "pattern", "."),
                any -> "logout",
                "int timeout",
                false);
        add("lines", whole, any -> "2", "class Login", false);
        add("pattern", whole, any -> "ERROR", "ok logout", false);
        add(
                "max_tokens",
                bench -> with("session", longSession(bench), "tool_name", "cat"),
                any -> 100,
                "cut after line",
                true);
    }

    private void validating() {
        tool = "backlog_validate_call";
        appears("tool_name", with("params", with("id", "TASK-1")), "backlog_get", "TASK-0001");
        appears("params", with("tool_name", "backlog_get"), with("id", "TASK-1"), "TASK-0001");
    }

    private static String longSession(ToolBench bench) {
        Conversation.about(ToolBench.SPACE, "long", "read all of it")
                .tool("call-3", "cat", "{}", "one more line of it\n".repeat(500))
                .step(bench.ledger());
        return "long";
    }
}
