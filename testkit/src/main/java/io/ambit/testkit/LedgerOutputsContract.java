package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.session.Decision;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.StepId;
import io.ambit.core.text.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a {@link io.ambit.core.spi.Ledger} keeps the originals of outputs retrievable. */
public abstract class LedgerOutputsContract extends LedgerContract {
    @Test
    void outputs_callsAndResults_arePaired() {
        Conversation talk = task("a")
                .tool("c1", "read", "{\"path\":\"x\"}", "text of x")
                .tool("c2", "bash", "{}", "Error: no such thing")
                .add(Role.TOOL, new Part.ToolResult("nobody", "stray", Span.NONE));
        StepId step = talk.step(ledger);

        List<LedgerOutput> outputs = ledger.outputs(SPACE, step.session());

        Hash content = Hash.of("text of x");
        assertThat(outputs.get(0))
                .isEqualTo(new LedgerOutput(
                        0, "c1", "read", "{\"path\":\"x\"}", OutputId.of(content, 6), content, "text of x", false));
        assertThat(outputs.get(1).failed()).isTrue();
        assertThat(outputs.get(1).iteration()).isEqualTo(1);
        assertThat(outputs.get(2).toolName()).isEmpty();
        assertThat(outputs.get(2).arguments()).isEmpty();
    }

    @Test
    void outputs_ofTwoBranches_eachOnce() {
        Conversation talk = task("a").tool("c1", "read", "{}", "one");
        talk.step(ledger);
        talk.tool("c2", "read", "{}", "two").step(ledger);
        StepId step = talk.backTo(4)
                .user("forget that")
                .tool("c2", "read", "{}", "two")
                .tool("c3", "read", "{}", "three")
                .step(ledger);

        assertThat(ledger.outputs(SPACE, step.session()).stream().map(LedgerOutput::callId))
                .containsExactly("c1", "c2", "c3");
    }

    @Test
    void outputs_equalCallsInOneBranch_areEachThere() {
        Conversation talk = task("a").tool("same", "bash", "{}", "ok").tool("same", "bash", "{}", "ok");
        StepId step = talk.step(ledger);

        assertThat(ledger.outputs(SPACE, step.session()).stream().map(LedgerOutput::iteration))
                .containsExactly(0, 1);
    }

    @Test
    void output_oddTexts_comeBackAsTheyWere() {
        String large = "0123456789abcdef".repeat(1 << 16) + "\ud83d";
        Conversation talk = task("a");
        List<String> texts = List.of("", "\ud800", "a\u0000b\r\n\u001b[0m", "é🙂\udc01x", large, " ", "\ufffd");
        for (int t = 0; t < texts.size(); t++) {
            talk.tool("c" + t, "read", "{}", texts.get(t));
        }
        StepId step = talk.step(ledger);

        restart();

        for (String text : texts) {
            OutputId id = OutputId.of(Hash.of(text), 6);
            assertThat(ledger.output(SPACE, step.session(), id)).contains(text);
            assertThat(ledger.output(SPACE, null, id)).contains(text);
        }
        assertThat(ledger.outputs(SPACE, step.session()).stream().map(LedgerOutput::text))
                .containsExactlyElementsOf(texts);
    }

    @Test
    void output_ofCut_isTheOriginalOnceBeginReturned() {
        Conversation talk = task("a").tool("c1", "read", "{}", "the whole text");
        OutputId id = new OutputId("zzzzzz");

        StepId step = talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Cut(id, "the", 3)));

        assertThat(ledger.output(SPACE, step.session(), id)).contains("the whole text");
        assertThat(only(ledger.outputs(SPACE, step.session())).id()).isEqualTo(id);
    }

    @Test
    void begin_cutOfUnknownPart_throwsAndRecordsNothing() {
        Conversation talk = task("a").tool("c1", "read", "{}", "text");
        PartKey nowhere = new PartKey(Hash.of("nowhere"), 0);
        Decision cut = new Decision.Cut(new OutputId("abc123"), "t", 1);

        assertThatThrownBy(() -> talk.begin(ledger, Map.of(nowhere, cut))).isInstanceOf(AmbitException.class);

        assertThat(only(ledger.sessions(SPACE)).steps()).isZero();
        assertThat(ledger.verify().faults()).isEmpty();
        assertThat(ledger.verify().messages()).isZero();
    }

    @Test
    void outputs_idsThatCollide_takeMoreDigits() {
        List<String> pair = collidingTexts();
        Conversation talk = task("a").tool("c1", "read", "{}", pair.get(0)).tool("c2", "read", "{}", pair.get(1));
        StepId step = talk.step(ledger);

        List<LedgerOutput> outputs = ledger.outputs(SPACE, step.session());

        assertThat(outputs.stream().map(output -> output.id().value().length())).containsExactly(6, 7);
        for (LedgerOutput output : outputs) {
            assertThat(ledger.output(SPACE, step.session(), output.id())).contains(output.text());
        }
    }

    @Test
    void begin_cutTakesAnIdThatAnUncutOutputHas_bothStayRetrievable() {
        List<String> pair = collidingTexts();
        Conversation talk = task("a").tool("c1", "read", "{}", pair.get(0));
        talk.step(ledger);
        talk.tool("c2", "read", "{}", pair.get(1));
        OutputId id = OutputId.of(Hash.of(pair.get(1)), 6);

        StepId step = talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Cut(id, "", 1)));

        assertThat(ledger.output(SPACE, step.session(), id)).contains(pair.get(1));
        LedgerOutput first = ledger.outputs(SPACE, step.session()).get(0);
        assertThat(first.text()).isEqualTo(pair.get(0));
        assertThat(ledger.output(SPACE, step.session(), first.id())).contains(pair.get(0));
    }

    @Test
    void output_knownToTwoSessions_newestWins() {
        OutputId id = new OutputId("abc123");
        Conversation one = task("a").tool("c1", "read", "{}", "one");
        one.begin(ledger, Map.of(one.lastPart(), new Decision.Cut(id, "", 1)));
        Conversation two = task("b").tool("c1", "read", "{}", "-").tool("c2", "read", "{}", "two");
        two.begin(ledger, Map.of(two.lastPart(), new Decision.Cut(id, "", 1)));

        assertThat(ledger.output(SPACE, null, id)).contains("two");
        assertThat(ledger.output(SPACE, new SessionId("s-none"), id)).isEmpty();
    }

    @Test
    void open_outputWithPrivateText_isStoredBlanked() {
        Conversation talk = task("my key is <private>hunter2</private>, use it")
                .tool("c1", "read", "{\"k\":\"<private>hunter2</private>\"}", "a<private>hunter2</private>b");
        StepId step = talk.step(ledger);

        assertThat(only(ledger.outputs(SPACE, step.session())).text()).isEqualTo("a<private></private>b");
        assertThat(ledger.transcript(SPACE, step.session()).orElseThrow().toString())
                .isNotEmpty();
        assertThat(ledger.transcript(SPACE, step.session()).orElseThrow().messages().stream()
                        .map(Message::text))
                .noneMatch(text -> text.contains("hunter2"));
        assertThat(ledger.transcript(SPACE, step.session()).orElseThrow().chain())
                .isEqualTo(talk.transcript().chain());
        assertThat(ledger.verify().faults()).isEmpty();
        // The chain is that of the original, so the session goes on.
        assertThat(talk.assistant("x").user("y").step(ledger).session()).isEqualTo(step.session());
    }

    /** Two texts whose hashes end in the same six digits; some seventy thousand tries find a pair. */
    private static List<String> collidingTexts() {
        Map<OutputId, String> seen = new HashMap<>();
        for (int i = 0; ; i++) {
            String text = "output " + i;
            Optional<String> other = Optional.ofNullable(seen.put(OutputId.of(Hash.of(text), 6), text));
            if (other.isPresent()) {
                return List.of(other.get(), text);
            }
        }
    }
}
