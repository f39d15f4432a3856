package io.ambit.cli.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Qwen Code: a member of {@code settings.json}. */
record QwenCode(Places places, Program program) implements Client {
    @Override
    public String name() {
        return "qwen-code";
    }

    @Override
    public String title() {
        return "Qwen Code";
    }

    @Override
    public boolean isFound() {
        return places.hasProgram("qwen") || Files.isDirectory(folder());
    }

    @Override
    public boolean isTested() {
        return true;
    }

    @Override
    public List<Change> changes() {
        return List.of(new Change(
                "MCP server",
                folder().resolve("settings.json"),
                new JsonMember(List.of("mcpServers", "ambit"), program.server())));
    }

    @Override
    public List<String> gateway() {
        return List.of(
                "for one process: ambit run -- qwen",
                "OPENAI_BASE_URL=" + program.base() + "/v1 qwen --auth-type openai");
    }

    private Path folder() {
        return places.userHome().resolve(".qwen");
    }
}
