package io.ambit.cli.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codex: a table of {@code config.toml}. */
record Codex(Places places, Program program) implements Client {
    /** Its usual ten are few for a first start, which may build. */
    private static final int START_SECONDS = 60;

    @Override
    public String name() {
        return "codex";
    }

    @Override
    public String title() {
        return "Codex";
    }

    @Override
    public boolean isFound() {
        return places.hasProgram("codex") || Files.isDirectory(folder());
    }

    @Override
    public boolean isTested() {
        return true;
    }

    @Override
    public List<Change> changes() {
        Map<String, Object> server = new LinkedHashMap<>(program.server());
        server.put("startup_timeout_sec", START_SECONDS);
        return List.of(new Change(
                "MCP server", folder().resolve("config.toml"), new TomlTable(List.of("mcp_servers", "ambit"), server)));
    }

    @Override
    public List<String> gateway() {
        return List.of();
    }

    private Path folder() {
        return places.folder("CODEX_HOME", ".codex");
    }
}
