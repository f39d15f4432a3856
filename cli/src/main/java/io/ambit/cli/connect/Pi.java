package io.ambit.cli.connect;

import io.ambit.core.text.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** pi, which takes no MCP servers: only the address of the models can be Ambit's. */
record Pi(Places places, Program program) implements Client {
    @Override
    public String name() {
        return "pi";
    }

    @Override
    public String title() {
        return "pi";
    }

    @Override
    public boolean isFound() {
        return places.hasProgram("pi") || Files.isDirectory(folder());
    }

    @Override
    public boolean isTested() {
        return true;
    }

    @Override
    public List<Change> changes() {
        return List.of();
    }

    @Override
    public List<String> gateway() {
        return List.of(
                "for one process: ambit run -- pi",
                "in " + file() + ", under \"providers\":",
                "\"ambit\": {\"baseUrl\": \"" + program.base() + "/v1\", \"api\": \"openai-completions\",",
                "  \"apiKey\": \"KEY\", \"models\": [{\"id\": \"MODEL\"}]}");
    }

    @Override
    public Optional<LastingAddress> lasting(List<String> models) {
        return Optional.of(LastingAddress.ofModels(
                file(),
                new JsonMember(
                        List.of("providers", "ambit"),
                        JsonTree.object(
                                "baseUrl",
                                program.base() + "/v1",
                                "api",
                                "openai-completions",
                                "apiKey",
                                // The value of that variable; the word itself where it is not set, which does no harm.
                                "OPENAI_API_KEY",
                                "models",
                                models.stream()
                                        .map(model -> Map.of("id", model))
                                        .toList()))));
    }

    private Path file() {
        return folder().resolve("models.json");
    }

    private Path folder() {
        return places.folder("PI_CODING_AGENT_DIR", ".pi/agent");
    }
}
