package io.ambit.mcp.tool;

import io.ambit.core.item.ItemType;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Skill;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.testkit.Conversation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small project: an epic with two tasks, a task of its own, and memories of four kinds. */
final class ToolFixture {
    static final String CLIENT_SESSION = "client-session-1";

    private ToolFixture() {}

    static ToolBench fill(ToolBench bench) {
        bench.files.putFile("docs/notes/login.md", "# Login\n\nSessions live for FILETEXT minutes.\n");
        bench.item(ItemType.EPIC, "Sign-in", "EPICTEXT everything about signing in", "status", "open");
        bench.item(ItemType.TASK, "Measure the load", "MEASURETEXT how much is too much", "status", "open");
        bench.item(
                ItemType.TASK,
                "Cap retries",
                "RETRYTEXT clients try again without end",
                "status",
                "open",
                "parent_id",
                "EPIC-0001",
                "tags",
                List.of("network"),
                "references",
                List.of("TASK-0001"));
        bench.item(
                ItemType.TASK,
                "Fix the login timeout",
                "Tokens expire too early.\n\n- [ ] tests\n",
                "status",
                "in_progress",
                "parent_id",
                "EPIC-0001",
                "tags",
                List.of("auth", "network"),
                "references",
                List.of("TASK-0002", "docs/notes/login.md"));
        bench.item(ItemType.ADR, "Tokens are opaque", "ADRTEXT on tokens", "status", "accepted");
        bench.remember(
                new Insight("decision", "Login tokens live 30 minutes", "TASK-0003", List.of("auth")),
                Instant.parse("2026-01-10T00:00:00Z"));
        bench.remember(Episode.of("fix the login page", Outcome.FAILURE), Instant.parse("2026-02-10T00:00:00Z"));
        bench.remember(
                new Skill("login smoke test", "", List.of(), List.of("open the login page"), List.of(), List.of()),
                Instant.parse("2026-03-01T00:00:00Z"));
        bench.remember(
                new Fact("login service", "port", "8443", true, null, null), Instant.parse("2026-03-10T00:00:00Z"));
        return bench;
    }

    /** A recorded session beside it. */
    static ToolBench record(ToolBench bench) {
        Conversation.about(ToolBench.SPACE, CLIENT_SESSION, "look at the login")
                .tool("call-1", "read_file", "{\"path\":\"Login.java\"}", "class Login {\n  int timeout;\n}\n")
                .tool("call-2", "run_test", "{}", "ERROR login failed\nok logout\n")
                .step(bench.ledger());
        return bench;
    }

    /** What that session's agent was offered. */
    static ToolBench offer(ToolBench bench) {
        record(bench);
        Map<String, Object> address = Map.of("type", "string", "format", "email");
        bench.definitions()
                .offered(
                        ToolBench.SPACE,
                        bench.ledger().sessions(ToolBench.SPACE).getFirst().id(),
                        List.of(
                                new ToolDefinition(
                                        "read_file",
                                        "Read a file.",
                                        "files",
                                        Map.of("properties", Map.of("path", Map.of("type", "string")))),
                                new ToolDefinition(
                                        "send_mail",
                                        "Send a message.",
                                        "mail",
                                        Map.of("properties", Map.of("to_email", address)))),
                        ToolBench.START);
        return bench;
    }

    /** The id under which the ledger knows the session. */
    static String session(ToolBench bench) {
        return bench.ledger().sessions(ToolBench.SPACE).getFirst().id().value();
    }

    /** The id under which a marker names the output of a call. */
    static String output(ToolBench bench, String callId) {
        return bench
                .ledger()
                .outputs(
                        ToolBench.SPACE,
                        bench.ledger().sessions(ToolBench.SPACE).getFirst().id())
                .stream()
                .filter(output -> output.callId().equals(callId))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }
}
