package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.session.Decision;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepId;
import io.ambit.core.text.Hash;
import io.ambit.testkit.Conversation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One damaged record is named, and everything else is still read. */
class DamageTest {
    private static final String LONG = "a line of output\n".repeat(500);

    @TempDir
    Path folder;

    private SqliteLedger ledger;
    private StepId step;
    private Conversation talk;

    @BeforeEach
    void record() {
        ledger = SqliteLedger.open(folder);
        talk = Conversation.about(Space.DEFAULT, null, "task")
                .tool("c1", "read", "{\"a\":1}", "short")
                .tool("c2", "read", "{\"a\":2}", LONG)
                .tool("c3", "read", "{\"a\":3}", "third");
        step = talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Cut(new OutputId("abc123"), "t", 1)));
        ledger.finish(
                step,
                Conversation.end(Message.of(
                        Role.ASSISTANT, List.of(new Part.Text("a reply", Span.NONE)), "{\"x\":1}", Span.NONE)));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void damage(String sql) {
        try (Database database = new Database(folder.resolve("ambit.db"))) {
            assertThat((int) database.write(writer -> writer.run(sql)))
                    .as("%s", sql)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE blocks SET bytes = x'00' WHERE bytes = CAST('short' AS BLOB)",
                "UPDATE blocks SET bytes = CAST(substr(bytes, 1, 20) AS BLOB) WHERE packed = 1",
                "UPDATE blocks SET size = -1 WHERE packed = 1",
                "UPDATE blocks SET bytes = x'FFFF' WHERE packed = 1",
                "UPDATE blocks SET hash = x'00' WHERE bytes = CAST('short' AS BLOB)",
                "DELETE FROM blocks WHERE bytes = CAST('short' AS BLOB)",
                "UPDATE parts SET kind = 'nonsense' WHERE message = 4",
                "UPDATE parts SET block = 99999 WHERE message = 4",
                "DELETE FROM parts WHERE message = 4",
                "UPDATE messages SET role = 'nonsense' WHERE id = 4",
                "UPDATE messages SET hash = x'0000' WHERE id = 4",
                "DELETE FROM messages WHERE id = 4"
            })
    void reads_oneRecordDamaged_returnTheRestAndVerifyNamesIt(String sql) {
        damage(sql);

        List<LedgerOutput> outputs = ledger.outputs(Space.DEFAULT, step.session());
        assertThat(outputs)
                .hasSizeBetween(2, 3)
                .extracting(LedgerOutput::callId)
                .contains("c3");
        assertThat(ledger.transcript(Space.DEFAULT, step.session())
                        .orElseThrow()
                        .size())
                .isBetween(8, 9);
        assertThat(ledger.steps(Space.DEFAULT, step.session())).hasSize(1);
        assertThat(ledger.sessions(Space.DEFAULT)).hasSize(1);
        assertThat(ledger.output(Space.DEFAULT, null, new OutputId("abc123"))).contains("third");
        assertThat(ledger.verify().isClean()).as("%s", sql).isFalse();
        assertThat(talk.assistant("on").user("on").step(ledger).number()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE chain SET link = zeroblob(32) WHERE seq = 3",
                "UPDATE chain SET parent = 1 WHERE seq = 3",
                "DELETE FROM chain WHERE seq = 3",
                "DELETE FROM outputs WHERE id = 'abc123'",
                "UPDATE outputs SET block = 99999 WHERE id = 'abc123'",
                "UPDATE tool_calls SET result = 99999 WHERE seq = 3",
                "UPDATE tool_calls SET arguments = 99999 WHERE seq = 3",
                "DELETE FROM steps",
                "UPDATE steps SET reply = 99999",
                "UPDATE steps SET tip = zeroblob(32)",
                "UPDATE decisions SET kind = 'nonsense'"
            })
    void verify_oneReferenceDamaged_namesIt(String sql) {
        damage(sql);

        assertThat(ledger.verify().faults()).as("%s", sql).isNotEmpty();
        assertThat(ledger.sessions(Space.DEFAULT)).hasSize(1);
        ledger.steps(Space.DEFAULT, step.session());
        ledger.outputs(Space.DEFAULT, step.session());
        ledger.transcript(Space.DEFAULT, step.session());
        ledger.open(talk.assistant("on").user("on").arrival());
    }

    @Test
    void verify_nothingDamaged_countsWhatThereIs() {
        var report = ledger.verify();

        assertThat(report.faults()).isEmpty();
        assertThat(report.messages()).isEqualTo(9);
        // Seven texts of the conversation less none shared, three arguments, the reply and its extras.
        assertThat(report.blocks()).isEqualTo(10);
        assertThat(report.sessions()).isEqualTo(1);
        assertThat(report.steps()).isEqualTo(1);
        assertThat(ledger.output(Space.DEFAULT, step.session(), OutputId.of(Hash.of(LONG), 6)))
                .contains(LONG);
    }
}
