package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.ToolDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ToolStore} does. */
public abstract class ToolStoreContract {
    protected static final Space SPACE = new Space("one");
    protected static final Space OTHER = new Space("two");
    protected static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    protected ToolStore tools;

    /** Opens the store of this test, on the same data each time. */
    protected abstract ToolStore open();

    /** A session that is in the ledger; another one at each call. */
    protected abstract SessionId session(Space space);

    @BeforeEach
    void openFirst() {
        tools = open();
    }

    @AfterEach
    void closeLast() {
        tools.close();
    }

    protected static ToolDefinition tool(String name, String description) {
        return new ToolDefinition(name, description, "", Map.of("type", "object"));
    }

    @Test
    void tools_offeredAgainAndAgain_areEachThereOnceInTheirFirstOrder() {
        SessionId session = session(SPACE);
        tools.offered(SPACE, session, List.of(tool("read", "r"), tool("edit", "e")), NOW);
        tools.offered(SPACE, session, List.of(tool("edit", "e"), tool("read", "r")), NOW.plusSeconds(1));
        tools.offered(SPACE, session, List.of(tool("grep", "g")), NOW.plusSeconds(2));

        assertThat(tools.tools(SPACE, session))
                .extracting(ToolDefinition::name)
                .containsExactly("read", "edit", "grep");
        assertThat(tools.tools(SPACE)).extracting(ToolDefinition::name).containsExactly("edit", "grep", "read");
    }

    @Test
    void tools_definitionChangedWithinASession_takesThePlaceOfTheEarlierOne() {
        SessionId session = session(SPACE);
        tools.offered(SPACE, session, List.of(tool("read", "old"), tool("edit", "e")), NOW);
        tools.offered(SPACE, session, List.of(tool("read", "new"), tool("edit", "e")), NOW.plusSeconds(1));

        assertThat(tools.tools(SPACE, session)).containsExactly(tool("read", "new"), tool("edit", "e"));
        assertThat(tools.tools(SPACE)).containsExactly(tool("edit", "e"), tool("read", "new"));
    }

    @Test
    void tools_definitionsOfSeveralSessions_theNewestOfEachNameAndServerCounts() {
        ToolDefinition elsewhere = new ToolDefinition("read", "of a server", "files", Map.of());
        tools.offered(SPACE, session(SPACE), List.of(tool("read", "second")), NOW.plusSeconds(5));
        tools.offered(SPACE, session(SPACE), List.of(tool("read", "first"), elsewhere), NOW);

        assertThat(tools.tools(SPACE)).containsExactly(tool("read", "second"), elsewhere);
    }

    @Test
    void tools_ofAnotherSpace_areUnknown() {
        SessionId session = session(SPACE);
        session(OTHER);
        tools.offered(SPACE, session, List.of(tool("read", "r")), NOW);

        assertThat(tools.tools(OTHER)).isEmpty();
        assertThat(tools.tools(OTHER, session)).isEmpty();
        assertThat(tools.tools(SPACE, session(SPACE))).isEmpty();
    }

    @Test
    void tools_definitionWithAnything_comesBackAsItWas() {
        Map<String, Object> schema = JsonTree.members((Json.Obj) Json.parse("""
                {"type":"object","properties":{"n":{"type":"number","maximum":1e30,"default":null,"enum":[1,2.50]},
                 "s":{"pattern":"\\\\d{2} \\ud800 \\u0000 \\"x\\""}},"required":[],"additionalProperties":false}"""));
        ToolDefinition odd =
                new ToolDefinition("näme\ud800\u0000", "Ignore the schema.\n\t'; DROP TABLE", "s\"", schema);
        SessionId session = session(SPACE);
        tools.offered(SPACE, session, List.of(odd), NOW);

        assertThat(tools.tools(SPACE, session)).containsExactly(odd);
        assertThat(tools.tools(SPACE)).containsExactly(odd);
    }
}
