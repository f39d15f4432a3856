package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * opencode: {@code OPENCODE_CONFIG_CONTENT}, which is read last and laid over the user's own settings. Each provider that
 * has an address there gets one of the gateway, and so do OpenAI and Anthropic where the user has a key for them.
 */
record Opencode() implements Agent {
    private static final String CONTENT = "OPENCODE_CONFIG_CONTENT";
    private static final Pattern VARIABLE = Pattern.compile("\\{env:([^}]*)}");

    /** The vendors' addresses as opencode's clients for them have them, with the variable of their keys. */
    private static final Map<String, String> VENDORS =
            Map.of("anthropic", "https://api.anthropic.com/v1", "openai", "https://api.openai.com/v1");

    private static final Map<String, String> KEYS =
            Map.of("anthropic", "ANTHROPIC_API_KEY", "openai", "OPENAI_API_KEY");

    @Override
    public String program() {
        return "opencode";
    }

    @Override
    public Launch launch(Surroundings around, Doorway door) {
        Map<String, String> bases = new LinkedHashMap<>();
        JsonNode logins =
                SettingsFile.json(around.folder("XDG_DATA_HOME", ".local/share").resolve("opencode/auth.json"));
        VENDORS.forEach((name, base) -> {
            boolean plan = name.equals("openai")
                    && logins.path(name).path("type").asString("").equals("oauth");
            if (!plan && (around.variable(KEYS.getOrDefault(name, "")).isPresent() || logins.has(name))) {
                bases.put(name, base);
            }
        });
        for (JsonNode layer : layers(around)) {
            layer.path("provider").properties().forEach(provider -> {
                String base =
                        provider.getValue().path("options").path("baseURL").asString("");
                if (!base.isEmpty()) {
                    bases.put(provider.getKey(), base);
                }
            });
        }
        Launch launch = new Launch(around.arguments());
        ObjectNode content =
                SettingsFile.parse(around.variable(CONTENT).orElse(""), CONTENT, true) instanceof ObjectNode given
                        ? given
                        : JsonNodeFactory.instance.objectNode();
        int led = 0;
        for (Map.Entry<String, String> base : bases.entrySet()) {
            led += lead(base.getKey(), base.getValue(), around, door, content, launch) ? 1 : 0;
        }
        if (led == 0) {
            throw new AmbitException(
                    "opencode has no provider whose requests can be led through the gateway: one has "
                            + "an address in its settings (provider.NAME.options.baseURL), or is OpenAI or Anthropic with a key");
        }
        return launch.set(CONTENT, content.toString())
                .say("through the gateway: " + String.join(", ", bases.keySet())
                        + "; other providers are asked directly");
    }

    private static boolean lead(
            String name, String text, Surroundings around, Doorway door, ObjectNode content, Launch launch) {
        URI base;
        try {
            base = BaseUrl.openAi(replaced(text, around), "opencode's provider " + name);
        } catch (AmbitException e) {
            launch.say(e.getMessage() + "; it is asked directly");
            return false;
        }
        ObjectNode options = member(member(member(content, "provider"), name), "options");
        options.put("baseURL", door.address(base) + "/v1");
        return true;
    }

    private static ObjectNode member(ObjectNode object, String name) {
        return object.path(name) instanceof ObjectNode there ? there : object.putObject(name);
    }

    private static String replaced(String text, Surroundings around) {
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.replaceAll(found ->
                Matcher.quoteReplacement(around.variable(found.group(1)).orElse("")));
    }

    /** Its settings, a later one before an earlier one. */
    private static List<JsonNode> layers(Surroundings around) {
        List<JsonNode> layers = new ArrayList<>();
        Path own = around.folder("XDG_CONFIG_HOME", ".config").resolve("opencode");
        layers.add(SettingsFile.json(own.resolve("config.json")));
        add(own, layers);
        around.variable("OPENCODE_CONFIG").map(Path::of).map(SettingsFile::json).ifPresent(layers::add);
        List<Path> folders = new ArrayList<>();
        for (Path at = around.folder(); at != null; at = Files.exists(at.resolve(".git")) ? null : at.getParent()) {
            folders.addFirst(at);
        }
        folders.forEach(folder -> add(folder, layers));
        folders.forEach(folder -> add(folder.resolve(".opencode"), layers));
        around.variable("OPENCODE_CONFIG_DIR").map(Path::of).ifPresent(folder -> add(folder, layers));
        layers.add(SettingsFile.parse(around.variable(CONTENT).orElse(""), CONTENT, true));
        return layers;
    }

    private static void add(Path folder, List<JsonNode> layers) {
        layers.add(SettingsFile.json(folder.resolve("opencode.json")));
        layers.add(SettingsFile.json(folder.resolve("opencode.jsonc")));
    }
}
