package io.ambit.cli.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
                "in " + folder().resolve("agent/models.json") + ", under \"providers\":",
                "\"ambit\": {\"baseUrl\": \"" + program.base() + "/v1\", \"api\": \"openai-completions\",",
                "  \"apiKey\": \"KEY\", \"models\": [{\"id\": \"MODEL\"}]}");
    }

    private Path folder() {
        return places.userHome().resolve(".pi");
    }
}
