package io.ambit.cli.connect;

import io.ambit.core.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
        return List.of(new Change("MCP server", file(), new TomlTable(List.of("mcp_servers", "ambit"), server)));
    }

    @Override
    public List<String> gateway() {
        return List.of(
                "for one process: ambit run -- codex",
                "for all of them, with an API key (a ChatGPT plan's requests cannot be led elsewhere), in " + file()
                        + ":",
                "  openai_base_url = \"" + program.base() + "/v1\"",
                "to an upstream of 'ambit start' that speaks Responses. While no gateway runs, Codex reaches no model:",
                "start one with 'ambit start', or take the line out");
    }

    @Override
    public Optional<LastingAddress> lasting(List<String> models) {
        return Optional.of(LastingAddress.of(
                file(),
                new TomlKey(
                        "openai_base_url",
                        program.base() + "/v1",
                        "Written by Ambit. While no gateway runs there, Codex reaches no model: "
                                + LastingAddress.remedy(name()) + "."),
                this::hindrance));
    }

    private String hindrance() {
        String provider =
                TomlTable.parse(ConfigBytes.read(file())).path("model_provider").asString("openai");
        if (!provider.equals("openai")) {
            return "its models are those of '" + provider + "', which has an address of its own: edit the base_url of "
                    + "[model_providers." + provider + "], or use 'ambit run -- codex'";
        }
        Json login = Settings.json(folder().resolve("auth.json"));
        String mode = Objects.requireNonNullElse(login.text("auth_mode"), "");
        boolean plan = mode.isEmpty()
                ? login.get("tokens") instanceof Json.Obj
                : mode.toLowerCase(Locale.ROOT).startsWith("chatgpt");
        return plan ? "it asks in the name of a ChatGPT plan, whose requests cannot be led elsewhere" : "";
    }

    private Path file() {
        return folder().resolve("config.toml");
    }

    private Path folder() {
        return places.folder("CODEX_HOME", ".codex");
    }
}
