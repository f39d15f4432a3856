package io.ambit.cli.connect;

import io.ambit.core.text.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Claude Code: MCP servers in {@code .claude.json}, hooks in {@code settings.json}. */
record ClaudeCode(Places places, Program program) implements Client {
    private static final String FOLDER = "CLAUDE_CONFIG_DIR";
    private static final int START_SECONDS = 20;
    /** The longest that Claude Code waits at its end: a long session takes a while to read. */
    private static final int END_SECONDS = 60;

    @Override
    public String name() {
        return "claude-code";
    }

    @Override
    public String title() {
        return "Claude Code";
    }

    @Override
    public boolean isFound() {
        return places.hasProgram("claude")
                || Files.isDirectory(places.folder(FOLDER, ".claude"))
                || Files.exists(servers());
    }

    @Override
    public boolean isTested() {
        return true;
    }

    @Override
    public List<Change> changes() {
        JsonMember server = new JsonMember(
                List.of("mcpServers", "ambit"),
                JsonTree.object(
                        "type",
                        "stdio",
                        "command",
                        program.command(),
                        "args",
                        List.of("mcp"),
                        "env",
                        program.environment()));
        // A resumed session still holds what its start was told.
        HookEntry start = new HookEntry(
                "SessionStart", "startup|clear|compact", program.line("hook session-start"), START_SECONDS);
        HookEntry end = new HookEntry("SessionEnd", "", program.line("hook session-end"), END_SECONDS);
        return List.of(
                new Change("MCP server", servers(), server),
                new Change("context at the start of a session", settings(), start),
                new Change("record of a session at its end", settings(), end));
    }

    @Override
    public List<String> gateway() {
        return List.of(
                "for one process: ambit run -- claude",
                "for all of them, in " + settings() + ", under \"env\":",
                "  \"ANTHROPIC_BASE_URL\": \"" + program.base() + "\"",
                "to an upstream of 'ambit start' that speaks Anthropic's format. While no gateway runs, Claude Code reaches",
                "no model: start one with 'ambit start', or take the line out");
    }

    private Path servers() {
        return places.folder(FOLDER, "").resolve(".claude.json");
    }

    private Path settings() {
        return places.folder(FOLDER, ".claude").resolve("settings.json");
    }
}
