package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.JsonTree;
import io.ambit.store.file.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Qwen Code: {@code OPENAI_BASE_URL}, which goes before its files; where {@code modelProviders} name addresses, these go
 * before all else, and a file of system settings for this process has them with the gateway's in their place.
 */
record Qwen() implements Agent {
    private static final String BASE = "OPENAI_BASE_URL";
    private static final String FLAG = "--openai-base-url";
    private static final String SYSTEM = "QWEN_CODE_SYSTEM_SETTINGS_PATH";

    @Override
    public String program() {
        return "qwen";
    }

    @Override
    public Launch launch(Surroundings around, Doorway door) {
        JsonNode system = SettingsFile.json(systemSettings(around));
        JsonNode project = SettingsFile.json(around.folder().resolve(".qwen/settings.json"));
        JsonNode user = SettingsFile.json(around.userHome().resolve(".qwen/settings.json"));
        List<JsonNode> settings = List.of(system, project, user);
        String login = around.option("--auth-type").orElseGet(() -> text(settings, "/security/auth/selectedType"));
        Launch launch = new Launch(around.arguments());
        switch (login) {
            case "", "openai", "openai-responses" -> throughBase(around, settings, launch, door);
            case "qwen-oauth" -> mcpOnly(around, launch);
            default ->
                throw new AmbitException("Qwen Code is logged in with '" + login
                        + "', whose requests cannot be led through the gateway: run it without 'ambit run'");
        }
        return launch;
    }

    private static void throughBase(Surroundings around, List<JsonNode> settings, Launch launch, Doorway door) {
        String base = around.option(FLAG)
                .or(() -> around.variable(BASE))
                .or(() -> written(around))
                .orElseGet(() -> {
                    String variable = text(settings, "/env/" + BASE);
                    return variable.isEmpty() ? text(settings, "/security/auth/baseUrl") : variable;
                });
        String address =
                door.address(base.isEmpty() ? BaseUrl.OPENAI : BaseUrl.openAi(base, "Qwen Code's base URL")) + "/v1";
        launch.set(BASE, address);
        if (around.option(FLAG).isPresent()) {
            launch.without(FLAG).before(FLAG, address);
        }
        JsonNode providers = first(settings, "/modelProviders");
        if (providers instanceof ObjectNode named) {
            ObjectNode changed = settings.getFirst() instanceof ObjectNode there
                    ? there.deepCopy()
                    : JsonNodeFactory.instance.objectNode();
            changed.set("modelProviders", throughGateway(named.deepCopy(), door));
            Path file = around.data().resolve("agents").resolve("qwen-code.json");
            PrivateFile.write(file, changed.toString());
            launch.set(SYSTEM, file.toString());
        }
    }

    private static ObjectNode throughGateway(ObjectNode providers, Doorway door) {
        for (String format : List.of("openai", "openai-responses")) {
            for (JsonNode model : providers.path(format)) {
                if (model instanceof ObjectNode entry && entry.path("baseUrl").isString()) {
                    String base = entry.path("baseUrl").asString("");
                    entry.put(
                            "baseUrl",
                            door.address(BaseUrl.openAi(base, "a model's baseUrl in modelProviders")) + "/v1");
                }
            }
        }
        return providers;
    }

    private static void mcpOnly(Surroundings around, Launch launch) {
        launch.say(
                "Qwen Code is logged in with a Qwen account, whose requests cannot be led through the gateway: they go "
                        + "where they always do. It gets Ambit's MCP server");
        if (around.option("--mcp-config").isEmpty()) {
            launch.before(
                    "--mcp-config",
                    JsonTree.write(JsonTree.object(
                            "mcpServers",
                            JsonTree.object(
                                    "ambit",
                                    JsonTree.object(
                                            "command",
                                            around.mcp().getFirst(),
                                            "args",
                                            around.mcp().subList(1, around.mcp().size()))))));
        }
    }

    private static Path systemSettings(Surroundings around) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return around.variable(SYSTEM)
                .map(Path::of)
                .orElse(Path.of(
                        mac ? "/Library/Application Support/QwenCode/settings.json" : "/etc/qwen-code/settings.json"));
    }

    /** What the first {@code .env} file says, from the folder outwards, then in the user's home. */
    private static Optional<String> written(Surroundings around) {
        List<Path> places = new ArrayList<>();
        for (Path at = around.folder(); at != null; at = at.getParent()) {
            places.add(at);
        }
        places.add(around.userHome());
        for (Path place : places) {
            for (Path file : List.of(place.resolve(".qwen/.env"), place.resolve(".env"))) {
                if (Files.isRegularFile(file)) {
                    return variable(file);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> variable(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(line -> line.strip().replaceFirst("^export ", ""))
                    .filter(line -> line.startsWith(BASE + "="))
                    .map(line -> line.substring(BASE.length() + 1).strip().replaceAll("^[\"']|[\"']$", ""))
                    .filter(value -> !value.isEmpty())
                    .reduce((earlier, later) -> later);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonNode first(List<JsonNode> settings, String pointer) {
        return settings.stream()
                .map(each -> each.at(pointer))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    private static String text(List<JsonNode> settings, String pointer) {
        return first(settings, pointer).asString("");
    }
}
