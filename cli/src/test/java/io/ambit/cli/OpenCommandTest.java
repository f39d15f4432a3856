package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.cli.config.AccessToken;
import io.ambit.cli.config.AmbitHome;
import io.ambit.core.context.Policies;
import io.ambit.core.spi.Ledger;
import io.ambit.gateway.GatewaySettings;
import io.ambit.server.AmbitServer;
import io.ambit.server.ServerSettings;
import io.ambit.store.SqliteLedger;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenCommandTest {
    @TempDir
    private Path folder;

    @Test
    void open_nothingRuns_saysHowToStart() {
        Screen screen = Screen.of(folder);
        assertThat(screen.run("open")).isEqualTo(1);
        assertThat(screen.err()).contains("ambit start", "--start");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void open_unknownPage_saysWhichThereAre() {
        Screen screen = Screen.of(folder);
        assertThat(screen.run("open", "elsewhere")).isEqualTo(1);
        assertThat(screen.err()).contains("backlog");
    }

    @Test
    void open_gatewayRuns_printsAnAddressThatLetsABrowserIn() throws Exception {
        AmbitHome home = new AmbitHome(folder);
        GatewaySettings upstream = GatewaySettings.of(URI.create("http://127.0.0.1:9"), Policies.parse("off"));
        try (RunningGateway.Lock lock = RunningGateway.Lock.tryTake(home);
                Ledger ledger = SqliteLedger.open(folder);
                AmbitServer server =
                        AmbitServer.start(ServerSettings.local(0, AccessToken.of(home)), upstream, ledger)) {
            assertThat(lock).isNotNull();
            new RunningGateway(1, server.port(), "", "off", Instant.EPOCH).publish(home);

            Screen printed = Screen.of(folder);
            assertThat(printed.run("open", "--print", "--space", "proj")).isZero();
            assertThat(printed.out()).startsWith("http://127.0.0.1:" + server.port() + "/login?code=");
            assertThat(printed.err()).isEmpty();
            assertThat(pageAt(printed.out().strip())).endsWith("/?space=proj");

            Screen json = Screen.of(folder);
            assertThat(json.run("open", "/sessions/live?range=day", "--json")).isZero();
            assertThat(json.json().get("page").asString()).isEqualTo("/sessions/live?range=day");

            // Neither DISPLAY nor a browser in this test: the address is printed all the same.
            Screen none = Screen.of(folder);
            assertThat(none.run("open", "memory", "--space", "proj")).isZero();
            assertThat(none.out()).contains("memory%3Fspace%3Dproj");
            assertThat(none.err()).contains("no browser");
        }
    }

    /** Where a browser ends that follows the address, with cookies. */
    private static String pageAt(String address) throws Exception {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Sessions");
            return page.uri().toString();
        }
    }
}
