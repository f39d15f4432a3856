package io.ambit.core.tooluse.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.session.SessionId;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnusedToolsTest {
    private static ToolDefinition tool(String name, String description) {
        return new ToolDefinition(name, description, "", Map.of());
    }

    @Test
    void of_toolsThatNoSessionCalled_areTheDearestFirst() {
        List<ToolDefinition> offered =
                List.of(tool("read", "reads"), tool("ls", "x"), tool("find", "word ".repeat(50)));
        ObservedCall call = new ObservedCall(0, 0, "read", "{}", "", "", "ok", false);
        SessionCalls session = new SessionCalls(new SessionId("s"), Instant.EPOCH, "", "", 1, List.of(call), "");

        UnusedTools tools = UnusedTools.of(offered, List.of(session), new BpeTokenCounter());

        assertThat(tools.offered()).isEqualTo(3);
        assertThat(tools.unused().stream().map(UnusedTools.Priced::tool).toList())
                .containsExactly("find", "ls");
        assertThat(tools.unused().get(0).tokens()).isGreaterThan(40);
        assertThat(tools.tokens())
                .isEqualTo(
                        tools.unused().get(0).tokens() + tools.unused().get(1).tokens());
        assertThat(tools.names(1)).isEqualTo("find and 1 more");
        assertThat(tools.names(2)).isEqualTo("find, ls");
    }
}
