package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.gateway.http.Headers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    private final Door door =
            new Door(new ServerSettings("127.0.0.1", 0, List.of("Box.example"), "secret", true, Duration.ofSeconds(1)));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:7411", "127.0.0.1:80", "[::1]:7411", "[::1]", "box.example:7411"})
    void refusal_hostOfThisMachineOrAllowed_isNone(String host) {
        assertThat(door.refusal(host, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]", "10.0.0.1"})
    void refusal_otherHost_isGiven(String host) {
        assertThat(door.refusal(host, null)).contains("Host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost.evil.example:7411", "::", "file://"})
    void refusal_otherOrigin_isGiven(String origin) {
        assertThat(door.refusal("localhost", origin)).contains("not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1:7411", "http://[::1]:1", "https://box.example"})
    void refusal_ownOrigin_isNone(String origin) {
        assertThat(door.refusal("localhost", origin)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer secret",
        "authorization, bearer secret",
        "Authorization, Bearer  secret ",
        "x-api-key, secret",
        "api-key, secret",
        "X-Ambit-Token, secret"
    })
    void hasToken_theRightOneInAnyFieldForKeys_opensAndGoesNoFurther(String name, String value) {
        Headers headers = Headers.NONE.with("Accept", "secret").with(name, value);

        assertThat(door.hasToken(headers)).isTrue();
        assertThat(door.forwardable(headers)).isEqualTo(Headers.NONE.with("Accept", "secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer wrong",
        "Authorization, secret",
        "Authorization, Basic secret",
        "x-api-key, secre",
        "x-api-key, secrets",
        "X-Other, secret",
        "X-Ambit-Token, ''"
    })
    void hasToken_anythingElse_doesNot(String name, String value) {
        assertThat(door.hasToken(Headers.NONE.with(name, value))).isFalse();
    }

    @Test
    void hasToken_ownFieldAndKey_ownFieldCounts() {
        Headers both = Headers.NONE.with("X-Ambit-Token", "secret").with("Authorization", "Bearer sk-own");

        assertThat(door.hasToken(both)).isTrue();
        assertThat(door.forwardable(both)).isEqualTo(Headers.NONE.with("Authorization", "Bearer sk-own"));
        assertThat(door.hasToken(
                        Headers.NONE.with("Authorization", "Bearer secret").with("X-Ambit-Token", "wrong")))
                .isFalse();
    }

    @Test
    void hasToken_authOff_isNotAskedFor() {
        Door open = new Door(new ServerSettings("127.0.0.1", 0, List.of(), "", false, Duration.ofSeconds(1)));

        assertThat(open.hasToken(Headers.NONE)).isTrue();
        assertThat(open.forwardable(Headers.NONE.with("x-api-key", ""))).isEqualTo(Headers.NONE.with("x-api-key", ""));
    }

    @Test
    void settings_openToOthersWithoutToken_areRefused() {
        assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, List.of(), "t", false, Duration.ofSeconds(1)))
                .hasMessageContaining("auth");
        assertThat(ServerSettings.local(0, "t").withHost("0.0.0.0").isOpenToOthers())
                .isTrue();
        assertThat(ServerSettings.local(0, "t").withHost("127.1.2.3").isOpenToOthers())
                .isFalse();
    }
}
