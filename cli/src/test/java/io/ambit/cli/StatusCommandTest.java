package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.cli.config.AccessToken;
import io.ambit.cli.config.AmbitHome;
import io.ambit.core.context.Policies;
import io.ambit.gateway.GatewaySettings;
import io.ambit.server.AmbitServer;
import io.ambit.server.ServerSettings;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    private static final RunningGateway GATEWAY =
            new RunningGateway(4711, 7411, "http://127.0.0.1:11434", "safe", Instant.parse("2026-11-21T10:00:00Z"));

    @TempDir
    private Path home;

    @Test
    void status_nothingRuns_endsWithOne() {
        Screen screen = Screen.of(home);
        assertThat(screen.run("status")).isEqualTo(1);
        assertThat(screen.out()).isEqualToIgnoringNewLines("not running");
    }

    @Test
    void status_lockHeld_saysWhereItIs() {
        try (RunningGateway.Lock lock = RunningGateway.Lock.tryTake(new AmbitHome(home))) {
            assertThat(lock).isNotNull();
            GATEWAY.publish(new AmbitHome(home));
            Screen screen = Screen.of(home);
            assertThat(screen.run("status", "--json")).isZero();
            assertThat(screen.json().get("running").asBoolean()).isTrue();
            assertThat(screen.json().get("url").asString()).isEqualTo("http://127.0.0.1:7411");
            assertThat(screen.json().get("pid").asLong()).isEqualTo(4711);
        }
    }

    @Test
    void status_requestsWithoutRecord_saysHowMany() throws Exception {
        AmbitHome folder = new AmbitHome(home);
        SqliteLedger ledger = SqliteLedger.open(home.resolve("data"));
        try (ScriptedModel model = ScriptedModel.start(ScriptedAnswer.text("ok"));
                AmbitServer server = AmbitServer.start(
                        ServerSettings.local(0, AccessToken.of(folder)),
                        GatewaySettings.of(model.baseUrl(), Policies.parse("classic")),
                        ledger);
                RunningGateway.Lock lock = RunningGateway.Lock.tryTake(folder)) {
            assertThat(lock).isNotNull();
            new RunningGateway(4711, server.port(), model.baseUrl().toString(), "classic", GATEWAY.started())
                    .publish(folder);
            Screen before = Screen.of(home);
            before.run("status");
            assertThat(before.out()).doesNotContain("without a record");

            ledger.close();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + server.port() + "/v1/chat/completions"))
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("ok");

            Screen screen = Screen.of(home);
            assertThat(screen.run("status")).isZero();
            assertThat(screen.out()).contains("1 requests went through without a record");
            Screen json = Screen.of(home);
            json.run("status", "--json");
            assertThat(json.json().get("unrecorded").asLong()).isEqualTo(1);
        }
    }

    @Test
    void status_lockReleased_forgetsWhatWasPublished() {
        try (RunningGateway.Lock lock = RunningGateway.Lock.tryTake(new AmbitHome(home))) {
            assertThat(lock).isNotNull();
            GATEWAY.publish(new AmbitHome(home));
        }
        Screen screen = Screen.of(home);
        assertThat(screen.run("status", "--json")).isEqualTo(1);
        assertThat(screen.out()).isEqualToIgnoringNewLines("{\"running\":false}");
    }

    @Test
    void stop_nothingRuns_isDone() {
        Screen screen = Screen.of(home);
        assertThat(screen.run("stop")).isZero();
        assertThat(screen.err()).isEqualToIgnoringNewLines("not running");
    }
}
