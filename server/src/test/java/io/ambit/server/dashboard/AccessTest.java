package io.ambit.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.spi.Ledger;
import io.ambit.store.SqliteLedger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final Map<String, String> HTML = Map.of("Accept", "text/html");

    @TempDir
    Path data;

    private Ledger ledger;
    private DashboardServer dashboard;

    @BeforeEach
    void start() throws Exception {
        ledger = SqliteLedger.open(data);
        dashboard = DashboardServer.start(ledger, null, null);
    }

    @AfterEach
    void stop() {
        dashboard.close();
        ledger.close();
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        return dashboard.send("GET", path, "", headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sessions/live",
                "/sessions/default/s-1",
                "/sessions/default/s-1/steps/0",
                "/memory",
                "/backlog",
                "/reconcile"
            })
    void page_withoutCookie_saysHowToLogIn(String path) throws Exception {
        HttpResponse<String> got = get(path, HTML);

        assertThat(got.statusCode()).isEqualTo(401);
        assertThat(got.body()).contains("ambit open").doesNotContain("<nav");
        assertThat(get(path, Map.of("Accept", "text/html", "Cookie", dashboard.cookie() + "x"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void page_withCookieOrToken_isShown() throws Exception {
        assertThat(dashboard.page("/").statusCode()).isEqualTo(200);
        assertThat(get("/", Map.of("Accept", "text/html", "X-Ambit-Token", DashboardServer.TOKEN))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/", Map.of("Accept", "text/html", "X-Ambit-Token", "wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void root_otherThanHtml_saysWhatOllamaSays() throws Exception {
        assertThat(get("/", Map.of()).body()).isEqualTo("Ollama is running");
        assertThat(get("/", Map.of("Accept", "application/json")).body()).isEqualTo("Ollama is running");
        assertThat(dashboard.send("HEAD", "/", "", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void loginCode_usedOnce_letsOneBrowserIn() throws Exception {
        String path = dashboard.loginPath();

        HttpResponse<String> first = get(path + "&to=/memory?space=default", HTML);
        HttpResponse<String> second = get(path, HTML);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains("/memory?space=default");
        assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(second.body()).contains("used already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/%5Cevil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/%0d%0aX:1"
            })
    void login_leadingElsewhere_goesToTheFirstPage(String to) throws Exception {
        HttpResponse<String> got = get(dashboard.loginPath() + "&to=" + to, HTML);

        assertThat(got.headers().firstValue("Location")).contains("/");
    }

    @Test
    void loginCode_withoutToken_isRefused() throws Exception {
        assertThat(dashboard.send("POST", "/rest/login-code", "", Map.of()).statusCode())
                .isEqualTo(401);
        assertThat(dashboard
                        .send("POST", "/rest/login-code", "", Map.of("Cookie", dashboard.cookie()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void door_otherSite_comesBeforeAll() throws Exception {
        assertThat(get(
                                "/",
                                Map.of(
                                        "Accept",
                                        "text/html",
                                        "Cookie",
                                        dashboard.cookie(),
                                        "Origin",
                                        "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(dashboard.loginPath(), Map.of("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void change_withoutCsrfToken_isRefused() throws Exception {
        assertThat(dashboard
                        .send("POST", "/logout", "", Map.of("Cookie", dashboard.cookie()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(dashboard
                        .send("POST", "/logout", "csrf=guess", Map.of("Cookie", dashboard.cookie()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(dashboard.page("/").statusCode()).isEqualTo(200);
    }

    @Test
    void logout_endsTheSession() throws Exception {
        assertThat(dashboard.post("/logout", "/", Map.of()).statusCode()).isEqualTo(303);
        assertThat(dashboard.page("/").statusCode()).isEqualTo(401);
    }

    @Test
    void authOff_needsNothing_butFormsAreStillOurOwn() throws Exception {
        try (DashboardServer open = DashboardServer.start(DashboardServer.open(), ledger, null, null)) {
            assertThat(open.send("GET", "/", "", HTML).statusCode()).isEqualTo(200);
            assertThat(open.send("POST", "/logout", "csrf=", Map.of()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void pagesAndFiles_headers_allowNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = dashboard.page("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("<style", "style=\"", "javascript:", "http://www", "https://");

        int start = page.body().indexOf("/assets/dashboard.js");
        String script = page.body().substring(start, page.body().indexOf('"', start));
        HttpResponse<String> file = get(script, Map.of());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get("/assets/dashboard.js?v=other", Map.of()).headers().firstValue("Cache-Control"))
                .contains("no-cache");
        assertThat(get("/assets/..%2Fdashboard.css", Map.of()).statusCode()).isEqualTo(404);
    }
}
