package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claude Code: {@code ANTHROPIC_BASE_URL}. What its settings files set in {@code env} goes before the environment of its
 * process, and what stands after {@code --settings} before those: where a file sets the address, it is given there.
 */
record Claude() implements Agent {
    private static final String BASE = "ANTHROPIC_BASE_URL";
    private static final String BILLING = "CLAUDE_CODE_ATTRIBUTION_HEADER";
    private static final String SETTINGS = "--settings";
    private static final Set<String> NO = Set.of("", "0", "false", "no", "off");

    /** What sends requests elsewhere, signed for that address. */
    private static final Map<String, String> ELSEWHERE = new LinkedHashMap<>();

    static {
        ELSEWHERE.put("CLAUDE_CODE_USE_BEDROCK", "Amazon Bedrock");
        ELSEWHERE.put("CLAUDE_CODE_USE_MANTLE", "Amazon Bedrock");
        ELSEWHERE.put("CLAUDE_CODE_USE_ANTHROPIC_AWS", "Claude on AWS");
        ELSEWHERE.put("CLAUDE_CODE_USE_VERTEX", "Google Vertex AI");
        ELSEWHERE.put("CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD", "Claude on Google Cloud");
        ELSEWHERE.put("CLAUDE_CODE_USE_FOUNDRY", "Microsoft Foundry");
        ELSEWHERE.put("CLAUDE_CODE_USE_GATEWAY", "a gateway of its own");
    }

    @Override
    public String program() {
        return "claude";
    }

    @Override
    public Launch launch(Surroundings around, Doorway door) {
        JsonNode given = given(around);
        List<JsonNode> files = files(around);
        Map<String, String> set = new LinkedHashMap<>();
        files.forEach(file -> addEnvironment(file, set));
        addEnvironment(given, set);
        JsonNode managed = managed();
        addEnvironment(managed, set);
        refuseElsewhere(around, set);
        if (managed.path("env").has(BASE)) {
            throw new AmbitException("the settings of this machine's administrator set " + BASE
                    + " for Claude Code, and nothing goes before those: run it without 'ambit run'");
        }
        URI base = value(BASE, around, set).map(text -> BaseUrl.of(text, BASE)).orElse(BaseUrl.ANTHROPIC);
        Launch launch = new Launch(around.arguments());
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put(BASE, door.address(base));
        if (BaseUrl.isLocal(base) && value(BILLING, around, set).isEmpty()) {
            changed.put(BILLING, "0");
            launch.say("set " + BILLING + "=0: the line that it keeps out changes with each session, and a local model "
                    + "would read the whole prompt anew");
        }
        changed.forEach(launch::set);
        changed.keySet().retainAll(set.keySet());
        if (!changed.isEmpty()) {
            launch.without(SETTINGS).before(SETTINGS, with(given, changed));
        }
        return launch;
    }

    private static Optional<String> value(String name, Surroundings around, Map<String, String> set) {
        return Optional.ofNullable(set.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> around.variable(name));
    }

    private static void refuseElsewhere(Surroundings around, Map<String, String> set) {
        ELSEWHERE.forEach((variable, where) -> {
            if (!NO.contains(value(variable, around, set).orElse("").toLowerCase(Locale.ROOT))) {
                throw new AmbitException("Claude Code is set to ask " + where + " (" + variable
                        + "), whose requests cannot be led through the gateway: run it without 'ambit run', or take "
                        + "the variable away");
            }
        });
    }

    /** The settings after {@code --settings}: JSON, or a file of it. */
    private static JsonNode given(Surroundings around) {
        String text = around.option(SETTINGS).orElse("");
        return text.isEmpty() || text.stripLeading().startsWith("{")
                ? SettingsFile.parse(text, SETTINGS, true)
                : SettingsFile.json(around.folder().resolve(text));
    }

    /** The user's, the project's, and the user's for this project: a later one goes before an earlier one. */
    private static List<JsonNode> files(Surroundings around) {
        Path project = around.folder().resolve(".claude");
        return List.of(
                SettingsFile.json(around.folder("CLAUDE_CONFIG_DIR", ".claude").resolve("settings.json")),
                SettingsFile.json(project.resolve("settings.json")),
                SettingsFile.json(project.resolve("settings.local.json")));
    }

    private static JsonNode managed() {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return SettingsFile.json(Path.of(
                mac
                        ? "/Library/Application Support/ClaudeCode/managed-settings.json"
                        : "/etc/claude-code/managed-settings.json"));
    }

    private static void addEnvironment(JsonNode settings, Map<String, String> to) {
        settings.path("env")
                .properties()
                .forEach(entry -> to.put(entry.getKey(), entry.getValue().asString("")));
    }

    private static String with(JsonNode settings, Map<String, String> environment) {
        ObjectNode merged = settings instanceof ObjectNode object
                ? object.deepCopy()
                : JsonMapper.shared().createObjectNode();
        ObjectNode variables = merged.path("env") instanceof ObjectNode there ? there : merged.putObject("env");
        environment.forEach(variables::put);
        return merged.toString();
    }
}
