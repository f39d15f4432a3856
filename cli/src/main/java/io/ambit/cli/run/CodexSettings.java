package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.JsonTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What Codex would be told: {@code -c} arguments, before the file of the chosen profile, before {@code config.toml}.
 *
 * @param layers the first that says something counts
 * @param login what {@code auth.json} holds
 */
record CodexSettings(Surroundings around, List<JsonNode> layers, JsonNode login) {
    CodexSettings {
        layers = List.copyOf(layers);
    }

    static CodexSettings of(Surroundings around) {
        Path home = around.folder("CODEX_HOME", ".codex");
        List<JsonNode> layers = new ArrayList<>();
        for (String setting : given(around.arguments()).reversed()) {
            layers.add(tree(setting));
        }
        around.option("-p", "--profile")
                .ifPresent(name -> layers.add(SettingsFile.toml(home.resolve(name + ".config.toml"))));
        layers.add(SettingsFile.toml(home.resolve("config.toml")));
        return new CodexSettings(around, layers, SettingsFile.json(home.resolve("auth.json")));
    }

    /** A setting by its dotted name; missing where nothing says it. */
    JsonNode get(String name) {
        return layers.stream()
                .map(layer -> layer.at("/" + name.replace('.', '/')))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    String text(String name) {
        return get(name).asString("");
    }

    /** The provider of its models. */
    String provider() {
        if (around.hasFlag("--oss")) {
            return "oss";
        }
        String chosen = text("model_provider");
        return chosen.isEmpty() ? "openai" : chosen;
    }

    /** Where the server of its open models listens. */
    int localPort() {
        String server = around.option("--local-provider").orElseGet(() -> text("oss_provider"));
        return server.equals("lmstudio") || provider().equals("lmstudio") ? 1234 : 11434;
    }

    /** Whether it asks with a key, and not in the name of a plan. */
    boolean hasKey() {
        return around.variable("CODEX_API_KEY").isPresent()
                || (!login.path("OPENAI_API_KEY").asString("").isEmpty() && !hasPlan());
    }

    boolean hasPlan() {
        String mode = login.path("auth_mode").asString("");
        return mode.isEmpty()
                ? login.path("tokens").isObject()
                : mode.toLowerCase(Locale.ROOT).startsWith("chatgpt");
    }

    /** The values of {@code -c} and {@code --config}, in order. */
    private static List<String> given(List<String> arguments) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
            String argument = arguments.get(i);
            if ((argument.equals("-c") || argument.equals("--config")) && i + 1 < arguments.size()) {
                given.add(arguments.get(++i));
            } else if (argument.startsWith("--config=")) {
                given.add(argument.substring(9));
            }
        }
        return given;
    }

    /** {@code a.b=value}: the value is TOML, else a text as it stands. */
    private static JsonNode tree(String setting) {
        int equals = setting.indexOf('=');
        if (equals < 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        String name = setting.substring(0, equals).strip();
        String value = setting.substring(equals + 1).strip();
        return parsed(name + " = " + value)
                .or(() -> parsed(name + " = " + JsonTree.write(value)))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static Optional<JsonNode> parsed(String toml) {
        try {
            return Optional.of(SettingsFile.parse(toml, "-c", false));
        } catch (AmbitException e) {
            return Optional.empty();
        }
    }
}
