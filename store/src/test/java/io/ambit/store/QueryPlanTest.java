package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepId;
import io.ambit.testkit.Conversation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No statement on the way of a request reads a whole table, or all of a space: SQLite itself says how it will go. */
class QueryPlanTest {
    /** Uses no index, or of an index no more than the space, which one user's whole history may share. */
    private static final String READS_TOO_MUCH = "(?s)SCAN .*|SEARCH .*\\(space=\\?\\)";

    @TempDir
    Path folder;

    @Test
    void statements_ofARequestsWay_useAnIndex() {
        try (Database database = new Database(Schema.CURRENT.prepare(folder));
                SqliteLedger ledger = SqliteLedger.on(database, new SplittableRandom(1))) {
            Conversation talk = Conversation.about(Space.DEFAULT, "name", "task");
            talk.step(ledger);
            OutputId id = new OutputId("abc123");
            talk.tool("c1", "read", "{}", "text");
            StepId step = talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Cut(id, "t", 1)));
            ledger.finish(step, Conversation.end(talk.transcript().messages().get(2)));
            talk.step(ledger);
            SessionId session = step.session();
            ledger.open(talk.backTo(3).arrival());
            Conversation.about(Space.DEFAULT, "name", "compacted").step(ledger);
            ledger.output(Space.DEFAULT, session, id);
            ledger.output(Space.DEFAULT, null, id);
            ledger.outputs(Space.DEFAULT, session);
            ledger.transcript(Space.DEFAULT, session);
            ledger.steps(Space.DEFAULT, session);
            List<String> bad = new ArrayList<>();
            for (String statement : database.statements()) {
                if (statement.startsWith("SELECT")
                        || statement.startsWith("UPDATE")
                        || statement.startsWith("DELETE")) {
                    database
                            .read(sql -> sql.list("EXPLAIN QUERY PLAN " + statement, row -> row.getString("detail")))
                            .stream()
                            .filter(plan -> plan.matches(READS_TOO_MUCH) && !plan.startsWith("SCAN CONSTANT"))
                            .forEach(plan -> bad.add(plan + " in " + statement));
                }
            }
            assertThat(database.statements()).hasSizeGreaterThan(30);
            assertThat(bad).isEmpty();
        }
    }
}
