package io.ambit.cli.connect;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Claude Code: MCP servers in {@code .claude.json}, hooks in {@code settings.json}. */
record ClaudeCode(Places places, Program program) implements Client {
    private static final String BASE = "ANTHROPIC_BASE_URL";
    private static final Set<String> NO = Set.of("", "0", "false", "no", "off");
    private static final List<String> CLOUDS = List.of(
            "CLAUDE_CODE_USE_BEDROCK", "CLAUDE_CODE_USE_MANTLE", "CLAUDE_CODE_USE_VERTEX", "CLAUDE_CODE_USE_FOUNDRY");
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
                "  \"" + BASE + "\": \"" + program.base() + "\"",
                "to an upstream of 'ambit start' that speaks Anthropic's format. While no gateway runs, Claude Code reaches",
                "no model: start one with 'ambit start', or take the line out");
    }

    @Override
    public Optional<LastingAddress> lasting(List<String> models) {
        return Optional.of(
                LastingAddress.of(settings(), new JsonMember(List.of("env", BASE), program.base()), this::hindrance));
    }

    /** Clouds are asked in a way of their own, signed for their address. */
    private String hindrance() {
        Json environment = Settings.json(settings()).get("env");
        for (String cloud : CLOUDS) {
            String set = environment == null ? null : environment.text(cloud);
            String value = set == null ? places.environment().getOrDefault(cloud, "") : set;
            if (!NO.contains(value.strip().toLowerCase(Locale.ROOT))) {
                return cloud + " is set, and it asks that cloud whatever its base URL is";
            }
        }
        return "";
    }

    private Path servers() {
        return places.folder(FOLDER, "").resolve(".claude.json");
    }

    private Path settings() {
        return places.folder(FOLDER, ".claude").resolve("settings.json");
    }
}
