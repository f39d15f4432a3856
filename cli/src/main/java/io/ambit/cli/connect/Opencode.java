package io.ambit.cli.connect;

import io.ambit.core.text.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** opencode: a member of {@code opencode.json}, or of {@code opencode.jsonc} where that is the one that is there. */
record Opencode(Places places, Program program) implements Client {
    @Override
    public String name() {
        return "opencode";
    }

    @Override
    public String title() {
        return "opencode";
    }

    @Override
    public boolean isFound() {
        return places.hasProgram("opencode") || Files.isDirectory(folder());
    }

    @Override
    public boolean isTested() {
        return true;
    }

    @Override
    public List<Change> changes() {
        JsonMember server = new JsonMember(
                List.of("mcp", "ambit"),
                JsonTree.object(
                        "type",
                        "local",
                        "command",
                        program.mcp(),
                        "enabled",
                        true,
                        "environment",
                        program.environment()));
        return List.of(new Change("MCP server", file(), server));
    }

    @Override
    public List<String> gateway() {
        return List.of(
                "for one process: ambit run -- opencode",
                "in " + file() + ", under \"provider\":",
                "\"ambit\": {\"npm\": \"@ai-sdk/openai-compatible\", \"name\": \"Ambit\",",
                "  \"options\": {\"baseURL\": \"" + program.base() + "/v1\"}, \"models\": {\"MODEL\": {}}}");
    }

    @Override
    public Optional<LastingAddress> lasting(List<String> models) {
        Map<String, Object> named = new LinkedHashMap<>();
        models.forEach(model -> named.put(model, Map.of("name", model)));
        return Optional.of(LastingAddress.ofModels(
                file(),
                new JsonMember(
                        List.of("provider", "ambit"),
                        JsonTree.object(
                                "npm",
                                "@ai-sdk/openai-compatible",
                                "name",
                                "Ambit",
                                "options",
                                // A server on this machine asks for none; another is asked with the user's.
                                JsonTree.object("baseURL", program.base() + "/v1", "apiKey", "{env:OPENAI_API_KEY}"),
                                "models",
                                named))));
    }

    private Path file() {
        Path commented = folder().resolve("opencode.jsonc");
        Path plain = folder().resolve("opencode.json");
        return Files.exists(commented) && !Files.exists(plain) ? commented : plain;
    }

    private Path folder() {
        return places.folder("XDG_CONFIG_HOME", ".config").resolve("opencode");
    }
}
