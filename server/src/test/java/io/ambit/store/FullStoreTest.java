package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.session.Space;
import io.ambit.gateway.GatewaySettings;
import io.ambit.server.AmbitServer;
import io.ambit.server.ServerSettings;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that has no room for another page, as on a full disk: SQLite itself says so. */
class FullStoreTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void request_storeFull_passesIsCountedAndIsRecordedAgainOnceThereIsRoom() throws Exception {
        Database database = new Database(Schema.CURRENT.prepare(data));
        try (ScriptedModel model = ScriptedModel.start(ScriptedAnswer.text("fine"));
                SqliteLedger ledger = SqliteLedger.on(database, new Random(1));
                AmbitServer server = AmbitServer.start(
                        ServerSettings.local(0, "token"),
                        GatewaySettings.of(model.baseUrl(), Policies.parse("safe")),
                        ledger)) {
            // Not below what the file has already.
            database.alone(sql -> sql.runInSteps("PRAGMA max_page_count=1"));
            for (int n = 1; n <= 3; n++) {
                String body = body(n);
                assertThat(post(server, body)).contains("fine");
                assertThat(model.lastRequest().text()).isEqualTo(body);
            }
            eventually(() -> server.gateway().counters().ledgerFailures() == 3);
            assertThat(get(server, "/metrics")).contains("ambit_failed_open_total{part=\"ledger\"} 3\n");
            assertThat(get(server, "/readyz")).contains("\"unrecorded\":3");

            database.alone(sql -> sql.runInSteps("PRAGMA max_page_count=1000000"));
            assertThat(post(server, body(4))).contains("fine");
            eventually(() -> ledger.sessions(Space.DEFAULT).stream().anyMatch(session -> session.steps() == 1));
            assertThat(server.gateway().counters().ledgerFailures()).isEqualTo(3);
        }
    }

    /** More than free pages hold. */
    private static String body(int number) {
        StringBuilder text = new StringBuilder();
        new Random(number).ints(60_000, 'a', 'z' + 1).forEach(c -> text.append((char) c));
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
    }

    private static String post(AmbitServer server, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(server, "/v1/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String get(AmbitServer server, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(server, path)));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static URI uri(AmbitServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within ten seconds").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
