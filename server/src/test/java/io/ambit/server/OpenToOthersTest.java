package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that programs of other machines can reach does nothing for those without the token. */
class OpenToOthersTest {
    private static final byte[] ASK =
            "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private RunningServer open() {
        return RunningServer.behind(data, door -> door.withHost("0.0.0.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/models",
                "/v1/chat/completions",
                "/s/a/v1/models",
                "/metrics",
                "/healthz",
                "/readyz",
                "/rest/outputs/x",
                "/mcp",
                "/",
                "/nothing"
            })
    void anyPath_withoutToken_is401AndNothingIsForwarded(String path) throws Exception {
        try (RunningServer running = open();
                RawClient client = new RawClient(running.server.port())) {
            assertThat(client.post(path, ASK, "Authorization: Bearer sk-clients-own")
                            .status())
                    .isEqualTo(401);
            assertThat(running.model.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"Authorization,'Bearer '", "x-api-key,''", "X-Ambit-Token,''"})
    void question_withTokenAsKey_passesWithoutIt(String name, String scheme) throws Exception {
        try (RunningServer running = open();
                RawClient client = new RawClient(running.server.port())) {
            assertThat(client.post("/v1/chat/completions", ASK, name + ": " + scheme + RunningServer.TOKEN)
                            .status())
                    .isEqualTo(200);
            assertThat(running.model.lastRequest().headers().toString()).doesNotContain(RunningServer.TOKEN);
        }
    }

    @Test
    void question_withTokenAndOwnKey_passesTheKeyAlone() throws Exception {
        try (RunningServer running = open();
                RawClient client = new RawClient(running.server.port())) {
            client.post(
                    "/v1/chat/completions",
                    ASK,
                    "X-Ambit-Token: " + RunningServer.TOKEN,
                    "Authorization: Bearer sk-clients-own");

            assertThat(running.model.lastRequest().header("authorization")).isEqualTo("Bearer sk-clients-own");
            assertThat(running.model.lastRequest().headers().toString()).doesNotContain(RunningServer.TOKEN);
        }
    }

    @Test
    void token_onThisMachineOnly_isNotForwardedEither() throws Exception {
        try (RunningServer running = RunningServer.behind(data, door -> door);
                RawClient client = new RawClient(running.server.port())) {
            client.post("/v1/chat/completions", ASK, "Authorization: Bearer " + RunningServer.TOKEN);

            assertThat(running.model.lastRequest().header("authorization")).isEmpty();
        }
    }

    @Test
    void browser_thatLoggedIn_seesPagesAndForwardsNothing() throws Exception {
        try (RunningServer running = open();
                RawClient client = new RawClient(running.server.port())) {
            RawClient.Answer code =
                    client.post("/rest/login-code", new byte[0], "X-Ambit-Token: " + RunningServer.TOKEN);
            String path = Json.parse(code.body()).text("path");
            client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]);
            String head = client.read().head();
            int from = head.indexOf("Set-Cookie: ") + 12;
            String cookie = head.substring(from, head.indexOf(';', from));

            client.send("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n", new byte[0]);
            assertThat(client.read().status()).isEqualTo(200);
            assertThat(client.post("/v1/chat/completions", ASK, "Cookie: " + cookie)
                            .status())
                    .isEqualTo(401);
            assertThat(running.model.requests()).isEmpty();
        }
    }
}
