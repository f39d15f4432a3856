package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void hasToken_onlyTheRightOne_opens() {
        assertThat(door.hasToken(null, null)).isFalse();
        assertThat(door.hasToken("Bearer wrong", null)).isFalse();
        assertThat(door.hasToken("Bearer secret", null)).isTrue();
        assertThat(door.hasToken("bearer secret", null)).isTrue();
        assertThat(door.hasToken("secret", null)).isFalse();
        assertThat(door.hasToken(null, "secret")).isTrue();
        assertThat(door.hasToken("Bearer secret", "wrong")).isFalse();
        Door open = new Door(new ServerSettings("127.0.0.1", 0, List.of(), "", false, Duration.ofSeconds(1)));
        assertThat(open.hasToken(null, null)).isTrue();
    }
}
