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
        return List.of(
                "for one process: ambit run -- codex",
                "for all of them, with an API key (a ChatGPT plan's requests cannot be led elsewhere), in "
                        + folder().resolve("config.toml") + ":",
                "  openai_base_url = \"" + program.base() + "/v1\"",
                "to an upstream of 'ambit start' that speaks Responses. While no gateway runs, Codex reaches no model:",
                "start one with 'ambit start', or take the line out");
    }

    private Path folder() {
        return places.folder("CODEX_HOME", ".codex");
    }
}
