package io.ambit.cli.run;

import java.net.URI;

/** Any other program: the variables by which most clients of models find their server. */
record OtherProgram(String program) implements Agent {
    private static final String OLLAMA = "http://127.0.0.1:11434";

    @Override
    public Launch launch(Surroundings around, Doorway door) {
        String openAi = around.variable("OPENAI_BASE_URL")
                .or(() -> around.variable("OPENAI_API_BASE"))
                .orElse(BaseUrl.OPENAI.toString());
        String base = door.address(BaseUrl.openAi(openAi, "OPENAI_BASE_URL")) + "/v1";
        URI anthropic = around.variable("ANTHROPIC_BASE_URL")
                .map(text -> BaseUrl.of(text, "ANTHROPIC_BASE_URL"))
                .orElse(BaseUrl.ANTHROPIC);
        URI ollama = BaseUrl.of(
                around.variable("OLLAMA_HOST").map(OtherProgram::address).orElse(OLLAMA), "OLLAMA_HOST");
        return new Launch(around.arguments())
                .set("OPENAI_BASE_URL", base)
                .set("OPENAI_API_BASE", base)
                .set("ANTHROPIC_BASE_URL", door.address(anthropic))
                .set("OLLAMA_HOST", door.address(ollama))
                .say("'" + program
                        + "' is no agent that Ambit knows: OPENAI_BASE_URL, OPENAI_API_BASE, ANTHROPIC_BASE_URL "
                        + "and OLLAMA_HOST are set for its process; what reads none of them does not pass the gateway");
    }

    /** Ollama's programs take a host, a port or both for an address, and listen to all where they say 0.0.0.0. */
    private static String address(String text) {
        String url = text.contains("://") ? text : "http://" + (text.startsWith(":") ? "127.0.0.1" + text : text);
        String reachable = url.replace("://0.0.0.0", "://127.0.0.1");
        return reachable.matches("http://[^/:]+/?") ? reachable.replaceAll("/$", "") + ":11434" : reachable;
    }
}
