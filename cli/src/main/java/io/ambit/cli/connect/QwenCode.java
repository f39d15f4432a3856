package io.ambit.cli.connect;

import io.ambit.core.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
        return List.of(
                new Change("MCP server", file(), new JsonMember(List.of("mcpServers", "ambit"), program.server())));
    }

    @Override
    public List<String> gateway() {
        return List.of(
                "for one process: ambit run -- qwen",
                "OPENAI_BASE_URL=" + program.base() + "/v1 qwen --auth-type openai");
    }

    @Override
    public Optional<LastingAddress> lasting(List<String> models) {
        return Optional.of(LastingAddress.of(
                file(), new JsonMember(List.of("env", "OPENAI_BASE_URL"), program.base() + "/v1"), this::hindrance));
    }

    private String hindrance() {
        Json settings = Settings.json(file());
        if (settings.get("modelProviders") != null) {
            return "its modelProviders have addresses of their own: edit their baseUrl, or use 'ambit run -- qwen'";
        }
        Json security = settings.get("security");
        Json auth = security == null ? null : security.get("auth");
        String login = Objects.requireNonNullElse(auth == null ? null : auth.text("selectedType"), "openai");
        return login.startsWith("openai")
                ? ""
                : "it is logged in with '" + login + "', whose requests cannot be led through the gateway";
    }

    private Path file() {
        return folder().resolve("settings.json");
    }

    private Path folder() {
        return places.userHome().resolve(".qwen");
    }
}
