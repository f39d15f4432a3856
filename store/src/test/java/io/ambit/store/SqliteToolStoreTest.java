package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Retention;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.testkit.Conversation;
import io.ambit.testkit.ToolStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteToolStoreTest extends ToolStoreContract {
    @TempDir
    Path folder;

    private @Nullable Database database;
    private @Nullable SqliteLedger ledger;
    private int sessions;

    private Database database() {
        if (database == null) {
            database = new Database(Schema.CURRENT.prepare(folder));
        }
        return database;
    }

    private SqliteLedger ledger() {
        if (ledger == null) {
            ledger = SqliteLedger.open(folder);
        }
        return ledger;
    }

    @Override
    protected ToolStore open() {
        return SqliteToolStore.on(database().shared());
    }

    @Override
    protected SessionId session(Space space) {
        return Conversation.about(space, "client-" + ++sessions, "task " + sessions)
                .step(ledger())
                .session();
    }

    @AfterEach
    void closeAll() {
        database().close();
        ledger().close();
    }

    private long rows(String table) {
        return database().read(sql -> sql.number("SELECT COUNT(*) FROM " + table, -1));
    }

    @Test
    void delete_session_takesItsOffersAndTheDefinitionsThatOnlyItHad() {
        SessionId first = session(SPACE);
        SessionId second = session(SPACE);
        tools.offered(SPACE, first, List.of(tool("read", "r"), tool("edit", "e")), NOW);
        tools.offered(SPACE, second, List.of(tool("read", "r")), NOW);

        ledger().delete(SPACE, first);

        assertThat(tools.tools(SPACE)).containsExactly(tool("read", "r"));
        assertThat(rows("tool_definitions")).isOne();
        assertThat(rows("tool_offers")).isOne();
        ledger().expire(new Retention(Duration.ofDays(1), Long.MAX_VALUE), NOW.plus(Duration.ofDays(300)));
        assertThat(rows("tool_definitions")).isZero();
        assertThat(rows("tool_offers")).isZero();
    }

    @Test
    void offered_sessionDeletedMeanwhile_leavesNothing() {
        SessionId gone = session(SPACE);
        tools.offered(SPACE, gone, List.of(tool("read", "r")), NOW);
        ledger().delete(SPACE, gone);
        tools.offered(SPACE, gone, List.of(tool("edit", "e")), NOW);

        assertThat(tools.tools(SPACE)).isEmpty();
        assertThat(rows("tool_offers")).isZero();
    }

    @Test
    void offered_changedDefinition_leavesNoRowOfTheOldOne() {
        SessionId session = session(SPACE);
        tools.offered(SPACE, session, List.of(tool("read", "old")), NOW);
        tools.offered(SPACE, session, List.of(tool("read", "new")), NOW.plusSeconds(1));

        assertThat(rows("tool_definitions")).isOne();
    }

    @Test
    void offered_privateText_isNotKept() {
        SessionId session = session(SPACE);
        tools.offered(SPACE, session, List.of(tool("read", "a <private>secret</private> b")), NOW);

        assertThat(tools.tools(SPACE)).containsExactly(tool("read", "a <private></private> b"));
    }

    @Test
    void tools_damagedDefinition_isLeftOutAndTheRestRead() {
        SessionId session = session(SPACE);
        tools.offered(SPACE, session, List.of(tool("read", "r"), tool("edit", "e")), NOW);
        database().write(sql -> sql.run("UPDATE tool_definitions SET bytes = x'7b' WHERE name = x'72656164'"));

        assertThat(tools.tools(SPACE)).extracting(ToolDefinition::name).containsExactly("edit");
        assertThat(tools.tools(SPACE, session)).containsExactly(tool("edit", "e"));
    }

    @Test
    void open_again_knowsWhatWasOffered() {
        SessionId session = session(SPACE);
        tools.offered(SPACE, session, List.of(tool("read", "r")), NOW);

        try (SqliteStores stores = SqliteStores.open(folder)) {
            assertThat(stores.tools().tools(SPACE, session)).containsExactly(tool("read", "r"));
        }
    }
}
