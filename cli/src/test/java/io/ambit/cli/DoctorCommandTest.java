package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.ambit.core.message.VolatilePrefix;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepRecord;
import io.ambit.core.spi.Ledger;
import io.ambit.store.SqliteLedger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DoctorCommandTest {
    @TempDir
    private Path home;

    @Test
    void doctor_everythingInOrder_isHealthy() throws IOException {
        Recording.twoSteps(home, Space.DEFAULT, "question", Recording.START);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            Screen screen = screen("http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(screen.run("doctor", "--json")).as(screen.out()).isZero();
            assertThat(screen.json().get("healthy").asBoolean()).isTrue();
            assertThat(finding(screen, "ledger").get("detail").asString()).contains("1 sessions, 2 steps");
            assertThat(finding(screen, "upstream").get("detail").asString()).contains("with 200");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void doctor_profiles_namesTheModelsThatHaveOneAndBadFiles() throws IOException {
        Files.createDirectories(home.resolve("profiles"));
        Files.writeString(home.resolve("profiles/bad.toml"), "name = 1");
        byte[] models = "{\"data\":[{\"id\":\"qwen2.5-coder:7b\"},{\"id\":\"m\"}]}".getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> {
            exchange.sendResponseHeaders(200, models.length);
            exchange.getResponseBody().write(models);
            exchange.close();
        });
        server.start();
        try {
            Screen screen = screen("http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(screen.run("doctor")).isEqualTo(1);
            assertThat(screen.out())
                    .contains("qwen2.5-coder:7b is ambit/qwen2.5-coder")
                    .contains("bad.toml: name is 1, expected a string");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void doctor_upstreamGone_saysSoAndWhatToDo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Screen screen = screen("http://127.0.0.1:" + free);
        assertThat(screen.run("doctor", "--json")).isEqualTo(1);
        JsonNode upstream = finding(screen, "upstream");
        assertThat(upstream.get("state").asString()).isEqualTo("wrong");
        assertThat(upstream.get("advice").asString()).contains("start the server");
    }

    @Test
    void doctor_brokenSettings_namesTheKey() throws IOException {
        Files.writeString(home.resolve("config.toml"), "port = 'x'");
        Screen screen = Screen.of(home);
        assertThat(screen.run("doctor", "--json")).isEqualTo(1);
        assertThat(finding(screen, "settings").get("detail").asString()).contains("config.toml:1: port");
    }

    @Test
    void doctor_unknownPolicy_isWrong() {
        Screen screen = Screen.of(home, Map.of("AMBIT_POLICY_NAME", "magic"));
        assertThat(screen.run("doctor", "--json")).isEqualTo(1);
        assertThat(finding(screen, "policy").get("state").asString()).isEqualTo("wrong");
    }

    @Test
    void doctor_misspeltVariable_isNoted() {
        Screen screen = Screen.of(home, Map.of("AMBIT_PROT", "1"));
        screen.run("doctor", "--json");
        assertThat(finding(screen, "variables").get("detail").asString()).contains("AMBIT_PROT");
    }

    @Test
    void doctor_portTaken_isWrong() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Screen screen = Screen.of(home, Map.of("AMBIT_PORT", String.valueOf(socket.getLocalPort())));
            assertThat(screen.run("doctor", "--json")).isEqualTo(1);
            assertThat(finding(screen, "gateway").get("detail").asString()).contains("another program");
        }
    }

    @Test
    void doctor_newDataFolder_isItsOwnersAlone() throws IOException {
        Path fresh = home.resolve("fresh");
        Screen.of(fresh).run("doctor");
        for (Path folder : new Path[] {fresh, fresh.resolve("logs")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void doctor_withoutJson_isALineForEachFinding() {
        Screen screen = Screen.of(home);
        screen.run("doctor");
        assertThat(screen.out()).containsPattern("(?m)^ok +java ").containsPattern("(?m)^ok +ledger +nothing recorded");
    }

    private Screen screen(String upstream) {
        return Screen.of(home, Map.of("AMBIT_UPSTREAM", upstream, "AMBIT_PORT", "0"));
    }

    private static JsonNode finding(Screen screen, String about) {
        for (JsonNode finding : screen.json().get("findings")) {
            if (finding.get("about").asString().equals(about)) {
                return finding;
            }
        }
        throw new AssertionError("no finding about " + about + " in " + screen.out());
    }

    @Test
    void doctor_twoFilesOfOneId_namesThemAndWhatHeals() throws IOException {
        Path tasks = Files.createDirectories(home.resolve(".backlog/docs/tasks"));
        Files.writeString(tasks.resolve("TASK-0001.md"), "---\nid: TASK-0001\ntitle: One\n---\n");
        assertThat(backlog().get("detail").asString()).contains("1 items in " + tasks.getParent());
        Files.writeString(tasks.resolve("copy.md"), "---\nid: TASK-0001\ntitle: Two\n---\n");
        JsonNode wrong = backlog();
        assertThat(wrong.get("state").asString()).isEqualTo("wrong");
        assertThat(wrong.get("detail").asString()).contains("TASK-0001");
        assertThat(wrong.get("advice").asString()).contains("ambit backlog heal");
    }

    /** The tests' folder has no backlog of its own: what is looked at is the user's. */
    private JsonNode backlog() {
        Screen screen = Screen.of(home);
        screen.run("doctor", "--json");
        return finding(screen, "backlog");
    }

    @Test
    void doctor_promptsThatDefeatANearCache_saysHowManyAndHowItIsSwitchedOff() {
        SessionId session = Recording.twoSteps(home, Space.DEFAULT, "question", Recording.START);
        Recording.twoSteps(home, Space.DEFAULT, "another", Recording.START);
        Screen none = Screen.of(home);
        none.run("doctor", "--json");
        assertThat(none.out()).doesNotContain("\"prefix\"");
        try (Ledger ledger = SqliteLedger.open(home)) {
            StepRecord last = ledger.steps(Space.DEFAULT, session).getLast();
            StepEnd end = Objects.requireNonNull(last.end());
            ledger.finish(last.id(), end.withRoute(end.route().with(VolatilePrefix.BILLING_LINE.note())));
        }
        Screen screen = Screen.of(home);
        screen.run("doctor", "--json");
        JsonNode prefix = finding(screen, "prefix");
        assertThat(prefix.get("detail").asString()).startsWith("1 of the last 2 sessions begin with a billing line");
        assertThat(prefix.get("advice").asString()).contains("CLAUDE_CODE_ATTRIBUTION_HEADER=0");
    }
}
