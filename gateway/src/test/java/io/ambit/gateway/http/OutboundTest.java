package io.ambit.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundTest {
    @Test
    void usesProxyFor_hosts_sparesThisMachineAndTheExceptions() {
        Outbound outbound = Outbound.DEFAULT.withProxy(
                URI.create("http://proxy.example:3128"), List.of("internal.example", ".lan", "10.0.0.7"));

        assertThat(outbound.usesProxyFor("api.example")).isTrue();
        assertThat(outbound.usesProxyFor("notinternal.example")).isTrue();
        for (String spared : List.of(
                "localhost", "127.0.0.1", "[::1]", "internal.example", "a.Internal.example", "box.lan", "10.0.0.7")) {
            assertThat(outbound.usesProxyFor(spared)).as(spared).isFalse();
        }
        assertThat(Outbound.DEFAULT.usesProxyFor("api.example")).isFalse();
        assertThat(Outbound.DEFAULT
                        .withProxy(URI.create("http://p"), List.of("*"))
                        .usesProxyFor("api.example"))
                .isFalse();
    }
}
