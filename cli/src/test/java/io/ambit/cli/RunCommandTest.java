package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What agents get from {@code ambit run}: programs in their place write down how they were started. */
class RunCommandTest {
    private static final String ADDRESS = "http://127\\.0\\.0\\.1:[0-9]+/u/[0-9a-f]{16}/s/space-1";

    @TempDir
    private static Path data;

    @TempDir
    private Path user;

    @BeforeAll
    static void startOnce() {
        // The first 'run' would start it too; here all tests share one.
        assertThat(Screen.of(data, Map.of("AMBIT_PORT", "0", "PATH", "/bin:/usr/bin"))
                        .run("run", "--", "true"))
                .isZero();
        assertThat(Screen.of(data).run("status")).isZero();
    }

    @AfterAll
    static void stop() {
        assertThat(Screen.of(data).run("stop")).isZero();
    }

    @BeforeEach
    void agents() throws IOException {
        for (String name : List.of("claude", "codex", "opencode", "qwen", "pi", "mine")) {
            Path agent = Files.createDirectories(user.resolve("bin")).resolve(name);
            Files.writeString(
                    agent, "#!/bin/sh\n{ env; printf 'ARG %s\\n' \"$@\"; } > \"$HOME/started\"\nexit ${CODE:-0}\n");
            assertThat(agent.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void claude_getsAnAddressAndItsOwnArguments() throws Exception {
        Screen screen = run(Map.of("CODE", "7"), 7, "claude", "-p", "it's \"two\" words", "--help");
        assertThat(started())
                .anyMatch(line -> line.matches("ANTHROPIC_BASE_URL=" + ADDRESS))
                .noneMatch(line -> line.startsWith("CLAUDE_CODE_"))
                .containsSubsequence("ARG -p", "ARG it's \"two\" words", "ARG --help");
        assertThat(screen.out()).isEmpty();
        assertThat(upstreams()).contains("https://api.anthropic.com");
    }

    @Test
    void claude_localUpstreamOfASettingsFile_goesThereByTheSettings() throws Exception {
        write(".claude/settings.json", "{\"env\": {\"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:8123\"}} // mine");
        Screen screen =
                run(Map.of("ANTHROPIC_BASE_URL", "http://elsewhere.example"), 0, "claude", "--settings", "{\"a\":1}");
        assertThat(started())
                .contains("CLAUDE_CODE_ATTRIBUTION_HEADER=0", "ARG --settings")
                .anyMatch(
                        line -> line.matches("ARG \\{\"a\":1,\"env\":\\{\"ANTHROPIC_BASE_URL\":\"" + ADDRESS + "\"}}"));
        assertThat(screen.err()).contains("CLAUDE_CODE_ATTRIBUTION_HEADER");
        assertThat(upstreams()).contains("http://127.0.0.1:8123").doesNotContain("elsewhere.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLAUDE_CODE_USE_BEDROCK", "CLAUDE_CODE_USE_VERTEX", "CLAUDE_CODE_USE_FOUNDRY"})
    void claude_askingACloudInItsOwnWay_isRefusedWithTheReason(String variable) {
        Screen screen = run(Map.of(variable, "1"), 1, "claude");
        assertThat(screen.err()).contains(variable).contains("without 'ambit run'");
        assertThat(user.resolve("started")).doesNotExist();
        run(Map.of(variable, "0"), 0, "claude");
    }

    @Test
    void codex_withAKey_getsItsVendorsAddress() throws Exception {
        run(Map.of("CODEX_API_KEY", "k"), 0, "codex", "exec", "go");
        assertThat(started())
                .anyMatch(line -> line.matches("ARG openai_base_url=\"" + ADDRESS + "/v1\""))
                .containsSubsequence("ARG -c", "ARG exec", "ARG go");
    }

    @ParameterizedTest
    @CsvSource({"'', gw", "'-c model_provider=other', other", "'--profile work', third"})
    void codex_ownProvider_keepsAllButItsAddress(String more, String provider) throws Exception {
        write(".codex/config.toml", """
                model_provider = "gw"
                [model_providers.gw]
                base_url = "http://gw.example/v1"
                [model_providers.other]
                base_url = "http://other.example/v1"
                [model_providers.third]
                base_url = "http://third.example/v1"
                """);
        write(".codex/work.config.toml", "model_provider = \"third\"\n");
        String[] words = ("codex " + more).strip().split(" ", -1);
        run(Map.of(), 0, words);
        assertThat(started())
                .anyMatch(line ->
                        line.matches("ARG model_providers\\." + provider + "\\.base_url=\"" + ADDRESS + "/v1\""));
        assertThat(upstreams()).contains("http://" + provider + ".example/v1");
    }

    @Test
    void codex_withAPlan_getsTheMcpServerOnly() throws Exception {
        write(
                ".codex/auth.json",
                "{\"auth_mode\":\"chatgpt\",\"OPENAI_API_KEY\":null,\"tokens\":{\"id_token\":\"x\"}}");
        Screen screen = run(Map.of(), 0, "codex");
        assertThat(screen.err()).contains("ChatGPT plan").contains("MCP");
        assertThat(started())
                .anyMatch(line -> line.startsWith("ARG mcp_servers.ambit.command="))
                .contains("ARG mcp_servers.ambit.args=[\"mcp\"]")
                .noneMatch(line -> line.contains("base_url"));
    }

    @Test
    void opencode_ownProviders_areLaidOverItsSettings() throws Exception {
        write(
                ".config/opencode/opencode.jsonc",
                "{\"model\": \"gw/m\", /* mine */ \"provider\": {\"gw\": {\"options\": {\"baseURL\": \"{env:GW}/v1\",}}}}");
        run(
                Map.of("GW", "http://gw.example", "OPENCODE_CONFIG_CONTENT", "{\"theme\":\"x\"}"),
                0,
                "opencode",
                "run",
                "hi");
        assertThat(started())
                .anyMatch(line -> line.matches("OPENCODE_CONFIG_CONTENT=\\{\"theme\":\"x\",\"provider\":\\{\"gw\":"
                        + "\\{\"options\":\\{\"baseURL\":\"" + ADDRESS + "/v1\"}}}}"));
        assertThat(upstreams()).contains("http://gw.example/v1");
    }

    @Test
    void opencode_withoutAnyProvider_isRefused() {
        assertThat(run(Map.of(), 1, "opencode").err()).contains("options.baseURL");
    }

    @Test
    void qwen_providersOfItsSettings_areReplacedForTheProcess() throws Exception {
        write(
                ".qwen/settings.json",
                "{\"modelProviders\":{\"openai\":[{\"id\":\"m\",\"baseUrl\":\"http://q.example/v1\",\"envKey\":\"K\"}]}}");
        run(Map.of(), 0, "qwen", "--openai-base-url", "http://flag.example/v1", "-p", "hi");
        assertThat(started()).anyMatch(line -> line.matches("OPENAI_BASE_URL=" + ADDRESS + "/v1"));
        assertThat(started())
                .noneMatch(line -> line.contains("flag.example"))
                .containsSubsequence("ARG --openai-base-url", "ARG -p", "ARG hi");
        Path overlay = data.resolve("agents/qwen-code.json");
        assertThat(started()).contains("QWEN_CODE_SYSTEM_SETTINGS_PATH=" + overlay);
        assertThat(Files.readString(overlay))
                .matches("\\{\"modelProviders\":\\{\"openai\":\\[\\{\"id\":\"m\",\"baseUrl\":\"" + ADDRESS
                        + "/v1\",\"envKey\":\"K\"}]}}");
        assertThat(upstreams()).contains("http://q.example/v1", "http://flag.example/v1");
    }

    @Test
    void pi_itsProviders_getAnExtension() throws Exception {
        write(
                ".pi/agent/models.json",
                "{\"providers\":{\"gw\":{\"baseUrl\":\"http://pi.example/v1\",\"api\":\"openai-completions\"},"
                        + "\"odd\":{\"baseUrl\":\"http://odd.example\",\"api\":\"google-generative-ai\"}}}");
        Screen screen = run(Map.of(), 0, "pi", "-p", "hi");
        assertThat(screen.err()).contains("odd").contains("directly");
        List<String> started = started();
        Path extension = Path.of(started.get(started.indexOf("ARG -e") + 1).substring("ARG ".length()));
        assertThat(Files.readString(extension))
                .containsPattern("registerProvider\\(\"gw\", \\{ baseUrl: \"" + ADDRESS + "/v1\" }\\)")
                .containsPattern("registerProvider\\(\"anthropic\", \\{ baseUrl: \"" + ADDRESS + "\" }\\)")
                .doesNotContain("odd");
        run(Map.of(), 0, "pi", "install", "x");
        assertThat(started()).doesNotContain("ARG -e");
    }

    @Test
    void otherProgram_getsTheUsualVariablesAndALineThatSaysSo() throws Exception {
        Screen screen = run(Map.of("OLLAMA_HOST", "0.0.0.0"), 0, "mine");
        assertThat(started())
                .anyMatch(line -> line.matches("OPENAI_BASE_URL=" + ADDRESS + "/v1"))
                .anyMatch(line -> line.matches("OPENAI_API_BASE=" + ADDRESS + "/v1"))
                .anyMatch(line -> line.matches("ANTHROPIC_BASE_URL=" + ADDRESS))
                .anyMatch(line -> line.matches("OLLAMA_HOST=" + ADDRESS));
        assertThat(screen.err()).contains("OPENAI_BASE_URL").contains("OLLAMA_HOST");
        assertThat(upstreams()).contains("http://127.0.0.1:11434");
    }

    @Test
    void addressOfTheGatewayItself_staysAsItIs() throws Exception {
        Screen status = Screen.of(data);
        status.run("status", "--json");
        String own = status.json().get("url").asString() + "/s/other";
        run(Map.of("ANTHROPIC_BASE_URL", own), 0, "claude");
        assertThat(started()).contains("ANTHROPIC_BASE_URL=" + own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example", "http://name:secret@a.example", "http://a.example?x=1", "nonsense"})
    void addressThatCannotBeLed_isRefused(String base) {
        Screen screen = run(Map.of("ANTHROPIC_BASE_URL", base), 1, "claude");
        assertThat(screen.err()).contains("ANTHROPIC_BASE_URL").doesNotContain("secret");
    }

    @Test
    void plan_forTheLauncher_startsTheSameProcess() throws Exception {
        Path plan = Files.createFile(user.resolve("plan"));
        run(Map.of("AMBIT_RUN_PLAN", plan.toString()), 0, "claude", "-p", "it's $HOME `x`");
        assertThat(user.resolve("started")).doesNotExist();
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", ". '" + plan + "'").inheritIO();
        shell.environment().put("HOME", user.toString());
        assertThat(shell.start().waitFor()).isZero();
        assertThat(started())
                .anyMatch(line -> line.matches("ANTHROPIC_BASE_URL=" + ADDRESS))
                .containsSubsequence("ARG -p", "ARG it's $HOME `x`");
        assertThat(plan).doesNotExist();
    }

    @Test
    void unknownProgram_endsWith127() {
        assertThat(run(Map.of(), 127, "no-such-agent").err()).contains("no-such-agent");
    }

    @Test
    void gateway_withIdleEnd_endsByItselfOnceNoAgentIsLeft(@TempDir Path other) throws Exception {
        assertThat(Screen.of(other, Map.of("AMBIT_PORT", "0"))
                        .run("start", "--without-upstream", "--idle-end", "200ms"))
                .isZero();
        assertThat(Screen.of(other).run("status")).isEqualTo(1);
        assertThat(Screen.of(other).run("start", "--idle-end", "soon")).isEqualTo(1);
    }

    private Screen run(Map<String, String> environment, int code, String... command) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOME", user.toString());
        all.put("PATH", user.resolve("bin") + ":/bin:/usr/bin");
        all.put("AMBIT_PORT", "0");
        Screen screen = Screen.of(data, all);
        String[] words = new String[command.length + 4];
        System.arraycopy(new String[] {"run", "--space", "space-1", "--"}, 0, words, 0, 4);
        System.arraycopy(command, 0, words, 4, command.length);
        assertThat(screen.run(words)).as(screen.err()).isEqualTo(code);
        return screen;
    }

    private List<String> started() throws IOException {
        return Files.readAllLines(user.resolve("started"));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(user.resolve(file).getParent());
        Files.writeString(user.resolve(file), text);
    }

    /** What the gateway was told to forward to. */
    private static String upstreams() throws Exception {
        Screen status = Screen.of(data);
        status.run("status", "--json");
        URI gateway = URI.create(status.json().get("url").asString());
        HttpResponse<String> agents = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(gateway.resolve("/rest/runs"))
                                .header(
                                        "X-Ambit-Token",
                                        Files.readString(data.resolve("token")).strip())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(JsonMapper.shared().readTree(agents.body()).path("agents").asInt(-1))
                .isNotNegative();
        return Files.readString(data.resolve("run.json"));
    }
}
