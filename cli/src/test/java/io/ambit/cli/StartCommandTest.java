package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.routing.difficulty.DifficultyTraining;
import io.ambit.core.routing.difficulty.Example;
import io.ambit.store.learning.DifficultyFile;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as a process, as users have it. */
class StartCommandTest {
    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        Screen.of(home).run("stop");
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void start_requestPasses_isRecordedAndStopped() throws Exception {
        try (ScriptedModel model = ScriptedModel.start(ScriptedAnswer.text("Hello"))) {
            Process process =
                    ambit("start", "--port", "0", "--upstream", model.baseUrl().toString(), "--json");
            JsonNode said = JsonMapper.shared().readTree(firstLine(process));
            String url = said.get("url").asString();
            assertThat(said.get("policy").asString()).isEqualTo("balanced");
            assertThat(said.get("upstream").asString())
                    .isEqualTo(model.baseUrl().toString());
            assertThat(Files.readString(home.resolve("token")).strip()).hasSize(43);

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/v1/chat/completions"))
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);

            Screen status = Screen.of(home);
            assertThat(status.run("status", "--json")).isZero();
            assertThat(status.json().get("url").asString()).isEqualTo(url);
            assertThat(status.json().get("pid").asLong()).isEqualTo(process.pid());

            Screen second =
                    Screen.of(home, Map.of("AMBIT_UPSTREAM", model.baseUrl().toString()));
            assertThat(second.run("start", "--port", "0")).isEqualTo(1);
            assertThat(second.err()).hasLineCount(1).contains(url);

            Screen stop = Screen.of(home);
            assertThat(stop.run("stop")).isZero();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Screen.of(home).run("status")).isEqualTo(1);

            Screen list = Screen.of(home);
            list.run("sessions", "list", "--json");
            assertThat(list.json().get("sessions").get(0).get("steps").asInt()).isEqualTo(1);
        }
    }

    @Test
    void start_detached_returnsAndKeepsRunning() throws Exception {
        Process process = ambit("start", "--port", "0", "--upstream", "http://127.0.0.1:9", "--detach", "--json");
        JsonNode said = JsonMapper.shared().readTree(firstLine(process));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(said.get("pid").asLong()).isNotEqualTo(process.pid());
        assertThat(Screen.of(home).run("status")).isZero();
        assertThat(Screen.of(home).run("stop")).isZero();
        assertThat(Screen.of(home).run("status")).isEqualTo(1);
    }

    @Test
    void start_somethingWasLearned_decidesWhoAnswersAuto() throws Exception {
        new DifficultyFile(home)
                .write(DifficultyTraining.train(
                        IntStream.range(0, 400)
                                .mapToObj(i -> new Example(i % 2 == 0 ? "prove it " + i : "say it " + i, (i + 1) % 2))
                                .toList(),
                        1));
        try (ScriptedModel near = ScriptedModel.start(ScriptedAnswer.text("from near"));
                ScriptedModel far = ScriptedModel.start(ScriptedAnswer.text("from far"))) {
            Files.writeString(home.resolve("config.toml"), """
                    [routing]
                    target = "strong:70"
                    exploration = 0
                    [[upstreams]]
                    name = "near"
                    url = "%s"
                    models = ["small"]
                    tier = "fast"
                    [[upstreams]]
                    name = "far"
                    url = "%s"
                    models = ["big"]
                    """.formatted(near.baseUrl(), far.baseUrl()));
            JsonNode said = JsonMapper.shared().readTree(firstLine(ambit("start", "--port", "0", "--json")));
            URI chat = URI.create(said.get("url").asString() + "/v1/chat/completions");
            // Without what was learned both prompts look alike.
            assertThat(auto(chat, "say it 401")).contains("from near");
            assertThat(auto(chat, "prove it 400")).contains("from far");
        }
    }

    private static String auto(URI chat, String prompt) throws Exception {
        String body = "{\"model\":\"ambit/auto\",\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt
                + "\"}]}";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(chat)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void start_wrongPort_namesTheKey() {
        Screen screen = Screen.of(home);
        assertThat(screen.run("start", "--port", "x")).isEqualTo(1);
        assertThat(screen.err())
                .isEqualToIgnoringNewLines("ambit: command line: port: expected a whole number, as 7411, found \"x\"");
    }

    private Process ambit(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("AMBIT_"));
        builder.environment().put("AMBIT_HOME", home.toString());
        builder.redirectError(home.resolve("stderr.txt").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String firstLine(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        assertThat(line).as(() -> said()).isNotNull();
        return line;
    }

    private String said() {
        try {
            return Files.readString(home.resolve("stderr.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
