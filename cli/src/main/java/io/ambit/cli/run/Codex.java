package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.JsonTree;
import java.net.URI;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Codex: {@code -c} arguments before its own, which change one setting for one process. A ChatGPT plan's login gets no
 * gateway: the plan's server takes these requests from Codex alone, in a form that nothing between can read.
 */
record Codex() implements Agent {
    private static final Set<String> OPEN_SOURCE = Set.of("oss", "ollama", "lmstudio");

    @Override
    public String program() {
        return "codex";
    }

    @Override
    public Launch launch(Surroundings around, Doorway door) {
        CodexSettings settings = CodexSettings.of(around);
        Launch launch = new Launch(around.arguments());
        String provider = settings.provider();
        if (OPEN_SOURCE.contains(provider)) {
            String base = around.variable("CODEX_OSS_BASE_URL").orElse("http://127.0.0.1:" + settings.localPort());
            return launch.set("CODEX_OSS_BASE_URL", door.address(BaseUrl.openAi(base, "CODEX_OSS_BASE_URL")) + "/v1");
        }
        if (provider.equals("openai")) {
            return settings.hasKey() ? openAi(settings, launch, door) : mcpOnly(settings, launch, around);
        }
        JsonNode table = settings.get("model_providers." + provider);
        String base = settings.text("model_providers." + provider + ".base_url");
        if (base.isEmpty()) {
            throw new AmbitException("Codex's provider '" + provider + "' has no base_url "
                    + (table.isMissingNode() ? "that is known here" : "in its settings")
                    + ": its requests cannot be led through the gateway; run it without 'ambit run'");
        }
        URI upstream = BaseUrl.openAi(base, "model_providers." + provider + ".base_url");
        return launch.before(
                "-c", "model_providers." + provider + ".base_url=" + quoted(door.address(upstream) + "/v1"));
    }

    private static Launch openAi(CodexSettings settings, Launch launch, Doorway door) {
        String base = settings.text("openai_base_url");
        URI upstream = base.isEmpty() ? BaseUrl.OPENAI : BaseUrl.openAi(base, "openai_base_url");
        return launch.before("-c", "openai_base_url=" + quoted(door.address(upstream) + "/v1"));
    }

    private static Launch mcpOnly(CodexSettings settings, Launch launch, Surroundings around) {
        launch.say((settings.hasPlan() ? "Codex is logged in with a ChatGPT plan" : "Codex has no API key here")
                + ", and a plan's requests cannot be led through the gateway: they go where they always do. "
                + "It gets Ambit's MCP server");
        if (settings.get("mcp_servers.ambit").isMissingNode()) {
            launch.before(
                            "-c",
                            "mcp_servers.ambit.command=" + quoted(around.mcp().getFirst()))
                    .before(
                            "-c",
                            "mcp_servers.ambit.args="
                                    + JsonTree.write(
                                            around.mcp().subList(1, around.mcp().size())));
            around.variable("AMBIT_HOME")
                    .ifPresent(home -> launch.before("-c", "mcp_servers.ambit.env.AMBIT_HOME=" + quoted(home)));
        }
        return launch;
    }

    /** The escapes of JSON are those of TOML. */
    private static String quoted(String text) {
        return JsonTree.write(text);
    }
}
