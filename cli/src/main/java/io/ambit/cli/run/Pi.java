package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.JsonTree;
import io.ambit.store.file.PrivateFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * pi: an extension for one process ({@code -e}) that gives providers another address and leaves all else of them, their
 * keys and models too, as it is.
 */
record Pi() implements Agent {
    private static final Set<String> COMMANDS = Set.of("install", "remove", "uninstall", "update", "list", "config");
    private static final Set<String> OPENAI_LIKE = Set.of("openai-completions", "openai-responses");
    private static final String ANTHROPIC_LIKE = "anthropic-messages";

    /** Those of its own that have one address: name, what they speak, address. */
    private static final String[][] OWN = {
        {"anthropic", ANTHROPIC_LIKE, "https://api.anthropic.com"},
        {"openai", "openai-responses", "https://api.openai.com/v1"},
        {"openrouter", "openai-completions", "https://openrouter.ai/api/v1"},
        {"groq", "openai-completions", "https://api.groq.com/openai/v1"},
        {"xai", "openai-completions", "https://api.x.ai/v1"},
        {"cerebras", "openai-completions", "https://api.cerebras.ai/v1"},
    };

    @Override
    public String program() {
        return "pi";
    }

    @Override
    public Launch launch(Surroundings around, Doorway door) {
        Launch launch = new Launch(around.arguments());
        if (!around.arguments().isEmpty()
                && COMMANDS.contains(around.arguments().getFirst())) {
            return launch;
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String[] provider : OWN) {
            addresses.put(provider[0], address(provider[1], provider[2], provider[0], door));
        }
        Path agent = around.folder("PI_CODING_AGENT_DIR", ".pi/agent");
        SettingsFile.json(agent.resolve("models.json"))
                .path("providers")
                .properties()
                .forEach(provider -> lead(provider.getKey(), provider.getValue(), door, addresses, launch));
        StringBuilder extension = new StringBuilder(512)
                .append("// Made by 'ambit run': leads these providers through the gateway, for one process.\n")
                .append("export default function (pi) {\n");
        addresses.forEach((name, base) -> extension
                .append("  pi.registerProvider(")
                .append(JsonTree.write(name))
                .append(", { baseUrl: ")
                .append(JsonTree.write(base))
                .append(" });\n"));
        Path file = around.data().resolve("agents").resolve("pi-" + Integer.toHexString(addresses.hashCode()) + ".js");
        PrivateFile.write(file, extension.append("}\n").toString());
        return launch.before("-e", file.toString());
    }

    private static void lead(
            String name, JsonNode provider, Doorway door, Map<String, String> addresses, Launch launch) {
        String base = provider.path("baseUrl").asString("");
        if (base.isEmpty()) {
            return;
        }
        String api = provider.path("api")
                .asString(provider.path("models").path(0).path("api").asString(""));
        boolean differ = false;
        for (JsonNode model : provider.path("models")) {
            differ |= model.has("baseUrl") || !model.path("api").asString(api).equals(api);
        }
        try {
            if (differ) {
                throw new AmbitException("pi's provider " + name + " has several addresses");
            }
            addresses.put(name, address(api.isEmpty() ? ownApi(name) : api, base, name, door));
        } catch (AmbitException e) {
            addresses.remove(name);
            launch.say(e.getMessage() + "; it is asked directly");
        }
    }

    private static String ownApi(String name) {
        for (String[] provider : OWN) {
            if (provider[0].equals(name)) {
                return provider[1];
            }
        }
        return "";
    }

    private static String address(String api, String base, String name, Doorway door) {
        String where = "pi's provider " + name;
        if (OPENAI_LIKE.contains(api)) {
            return door.address(BaseUrl.openAi(base, where)) + "/v1";
        }
        if (api.equals(ANTHROPIC_LIKE)) {
            URI upstream = BaseUrl.of(base, where);
            return door.address(upstream);
        }
        throw new AmbitException(where + " speaks '" + api + "', which cannot be led through the gateway");
    }
}
