package io.ambit.bench.imports;

import io.ambit.testkit.SampleLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small sources of every format, written by hand, in a folder of the test. */
final class ImportSources {
    private final Path folder;

    ImportSources(Path folder) {
        this.folder = folder;
    }

    /** A source of that format; the same each time. */
    Path of(ImportFormat format) {
        return switch (format) {
            case DOCUMENTS -> documents(900);
            case LOCOMO -> locomo();
            case SESSIONS -> sessions();
            case LOKI -> loki();
            case MCP_MEMORY -> mcpMemory(300);
            case MARKDOWN -> markdown(450);
            case EXPORT -> export();
        };
    }

    Path documents(int lines) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            String time = i % 7 == 0 ? "null" : "\"2025-03-0%dT10:00:00\"".formatted(1 + i % 9);
            out.append("""
                    {"space": "chat-%d", "id": "m%d", "session": "%d", "time": %s, "role": "%s", "text": "Message %d of it"}
                    """.formatted(i % 3, i, i % 5, time, i % 2 == 0 ? "Ann" : "assistant", i));
        }
        return write("documents.jsonl", out.toString());
    }

    Path locomo() {
        StringBuilder out = new StringBuilder("[");
        for (int sample = 0; sample < 3; sample++) {
            out.append(sample == 0 ? "" : ",")
                    .append("{\"qa\": [{\"question\": \"never stored\"}], \"sample_id\": \"conv-" + sample + "\",")
                    .append(
                            "\"observation\": {\"session_1\": \"never stored\"}, \"conversation\": {\"speaker_a\": \"Ann\"");
            for (int session : new int[] {1, 10, 2}) {
                out.append(", \"session_" + session + "_date_time\": \"1:5" + sample + " pm on " + session
                                + " May, 2023\"")
                        .append(", \"session_" + session + "\": [");
                for (int t = 0; t < 60; t++) {
                    String image = t % 10 == 3 ? ", \"blip_caption\": \"a photo of " + t + "\"" : "";
                    out.append(t == 0 ? "" : ",")
                            .append("{\"speaker\": \"%s\", \"dia_id\": \"D%d:%d\", \"text\": \"said %d\"%s}"
                                    .formatted(t % 2 == 0 ? "Ann" : "Bob", session, t + 1, t, image));
                }
                out.append("]");
            }
            out.append("}}");
        }
        return write("locomo.json", out.append("]").toString());
    }

    Path sessions() {
        write("sessions/claude.jsonl", SampleLogs.CLAUDE_CODE.text());
        write("sessions/codex.jsonl", SampleLogs.CODEX.text());
        write("sessions/pi.jsonl", SampleLogs.PI.text());
        write("sessions/qwen.jsonl", SampleLogs.QWEN_CODE.text());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            out.append("""
                    {"id": "t%d", "reward": %d, "messages": [{"role": "user", "content": "Book flight %d. Never pay twice."}, \
                    {"role": "assistant", "content": null, "tool_calls": [{"id": "c", "type": "function", "function": \
                    {"name": "book", "arguments": "{\\"flight\\": %d}"}}]}, {"role": "tool", "tool_call_id": "c", \
                    "content": "booked"}, {"role": "assistant", "content": "Done."}]}
                    """.formatted(i, i % 2, i, i));
        }
        write("sessions/trajectories.jsonl", out.toString());
        return folder.resolve("sessions");
    }

    Path loki() {
        for (int i = 1; i <= 5; i++) {
            write("project/.loki/memory/episodic/2026-01-0" + i + "/task-ep-" + i + ".json", """
                    {"id": "ep-%d", "task_id": "task-%d", "timestamp": "2026-01-0%dT10:30:00Z", "duration_seconds": 342,
                     "agent": "eng-001", "context": {"phase": "development", "goal": "Implement endpoint %d",
                     "constraints": ["No new dependency"], "files_involved": ["src/a.ts"]},
                     "action_log": [{"t": 0, "action": "read_file", "target": "a.yaml"},
                       {"t": 120, "action": "run_test", "result": "fail", "error": "missing return type"}],
                     "outcome": "success", "errors_encountered": [{"type": "TypeScript", "message": "Missing type",
                     "resolution": "Added it"}], "artifacts_produced": ["src/a.ts"], "git_commit": null,
                     "tokens_used": 10, "files_read": ["a.yaml"], "files_modified": ["src/a.ts"], "importance": 0.99}
                    """.formatted(i, i, i, i));
        }
        write("project/.loki/memory/semantic/patterns.json", """
                {"version": "1.1.0", "patterns": [
                  {"id": "sem-1", "pattern": "Handlers need return types", "category": "typescript", "conditions": ["strict"],
                   "correct_approach": "Add them", "incorrect_approach": "Leave them", "confidence": 0.95,
                   "source_episodes": ["ep-1", "ep-2", "gone"], "links": [{"to": "sem-2", "relation": "related_to"}]},
                  {"id": "sem-2", "pattern": "Spec first", "correct_approach": "Read it", "confidence": 0.7}]}
                """);
        write(
                "project/.loki/memory/semantic/anti-patterns.json",
                "{\"patterns\": [{\"id\": \"anti-1\", \"what_fails\": \"Any as type\", \"why\": \"unsafe\","
                        + " \"prevention\": \"name it\", \"source\": \"ep-3\"}]}");
        write("project/.loki/memory/skills/api-implementation.md", """
                # Skill: API Endpoint
                Short text.
                ## Prerequisites
                - A spec
                ## Steps
                1. Read the spec
                2. Write the handler
                ## Common Errors & Fixes
                - Missing type: Add it
                ## Exit Criteria
                - Tests pass
                """);
        write(
                "project/.loki/memory/skills/testing.json",
                "{\"id\": \"skill-testing\", \"name\": \"Testing\", \"description\": \"d\", \"steps\": [\"one\"],"
                        + " \"common_errors\": [{\"error\": \"e\", \"fix\": \"f\"}]}");
        write(
                "project/.loki/memory/timeline.json",
                "{\"recent_actions\": [], \"key_decisions\": [{\"decision\": \"Use SQLite\", \"rationale\": \"embedded\","
                        + " \"timestamp\": \"2026-01-05T10:00:00Z\"}], \"active_context\": {}}");
        write("project/.loki/memory/index.json", "{\"topics\": []}");
        return folder.resolve("project");
    }

    Path mcpMemory(int entities) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < entities; i++) {
            out.append("""
                    {"type":"entity","name":"Person %d","entityType":"person","observations":["likes tea %d","lives in city %d"]}
                    """.formatted(i, i, i % 9));
        }
        for (int i = 1; i < entities; i++) {
            out.append(
                    "{\"type\":\"relation\",\"from\":\"Person %d\",\"to\":\"Person %d\",\"relationType\":\"knows\"}\n"
                            .formatted(i - 1, i));
        }
        return write("memory.jsonl", out.toString());
    }

    Path markdown(int notes) {
        for (int i = 0; i < notes; i++) {
            String front =
                    i % 2 == 0 ? "---\ntitle: \"Note " + i + "\"\ndate: 2025-02-03\n---\n" : "# Heading " + i + "\n";
            write("notes/part-" + i % 3 + "/note-" + i + ".md", front + "\nThe text of note " + i + ".\n");
        }
        write("notes/.hidden/secret.md", "never read");
        write("notes/image.png", "never read");
        return folder.resolve("notes");
    }

    Path export() {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i <= 450; i++) {
            out.append("""
                    {"id":"ins-%03d","kind":"insight","space":"old","title":"t","time":"2025-01-01T00:00:00Z",\
                    "createdAt":"2025-01-01T00:00:00Z","importance":0.7,"confidence":0.8,"uses":2,%s\
                    "provenance":{"author":"user","source":"cli"},"content":{"type":"note","content":"Insight %d"}}
                    """.formatted(i, i % 10 == 0 ? "\"archived\":true," : "", i));
        }
        out.append("{\"link\":{\"space\":\"old\",\"from\":\"ins-001\",\"type\":\"supports\",\"to\":\"ins-002\","
                + "\"author\":\"user\",\"createdAt\":\"2025-01-02T00:00:00Z\"}}\n");
        return write("export.jsonl", out.toString());
    }

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
