package io.ambit.core.memory.episode;

import static io.ambit.core.memory.episode.ObservedSessions.START;
import static io.ambit.core.memory.episode.ObservedSessions.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.memory.intake.RecalledTexts;
import io.ambit.core.memory.intake.Remember;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.HostileRecords.Hostile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionDraftsTest {
    private static final Space SPACE = new Space("project");

    @Test
    void of_session_givesEpisodeDecisionsAndTurns() {
        List<Draft> drafts = SessionDrafts.of(asked("Pick a database")
                .assistant("We decided to use SQLite because it is embedded. It is small.")
                .call("Read", "{\"path\":\"a\"}", "x".repeat(9000))
                .assistant("Done.")
                .session());

        assertThat(drafts)
                .extracting(draft -> draft.content().kind())
                .containsExactly(
                        RecordKind.EPISODE,
                        RecordKind.INSIGHT,
                        RecordKind.TURN,
                        RecordKind.TURN,
                        RecordKind.TURN,
                        RecordKind.TURN);
        assertThat(drafts.get(0).provenance().key()).isEqualTo("s-1");
        assertThat(drafts.get(0).happenedAt()).isEqualTo(START);
        Insight decision = (Insight) drafts.get(1).content();
        assertThat(decision.type()).isEqualTo("decision");
        assertThat(decision.statement()).isEqualTo("We decided to use SQLite because it is embedded.");
        assertThat(decision.context()).isEqualTo("Pick a database");
        assertThat(drafts.stream().skip(2).map(draft -> (Turn) draft.content()))
                .extracting(Turn::position)
                .containsExactly(0, 1, 3, 4);
        Turn result = (Turn) drafts.get(4).content();
        assertThat(result.voice()).isEqualTo(Voice.TOOL);
        assertThat(result.speaker()).isEqualTo("Read");
        assertThat(result.text()).hasSizeLessThan(4100).contains("5000 characters are not kept");
        assertThat(drafts.get(4).happenedAt()).isEqualTo(START.plusSeconds(30));
        assertThat(drafts.get(4).provenance().step()).isEqualTo(3);
    }

    @Test
    void of_systemPrompt_isNotKept() {
        List<Draft> drafts = SessionDrafts.of(new ObservedSessions()
                .add(Role.SYSTEM, new Part.Text("You are an agent.", Span.NONE))
                .user("Hello")
                .assistant("Hi")
                .session());
        assertThat(drafts).extracting(draft -> draft.content().text()).doesNotContain("You are an agent.");
    }

    @Test
    void of_sessionThatGrew_replacesItsEpisodeAndKeepsItsTurns() {
        HeapMemoryStore store = new HeapMemoryStore();
        Remember remember = new Remember(store, RecalledTexts.NONE);
        ObservedSessions session = asked("Fix it").bash("make test", "1 failed").assistant("Hm.");
        remember.all(SessionDrafts.of(session.session()), START);
        List<MemoryRecord> before = store.list(SPACE, RecordSelection.LIVE);

        session.bash("make test", "3 passed").assistant("Fixed.");
        remember.all(SessionDrafts.of(session.session()), START);

        List<MemoryRecord> after = store.list(SPACE, RecordSelection.LIVE);
        assertThat(after).hasSize(before.size() + 2);
        assertThat(after.subList(1, before.size())).isEqualTo(before.subList(1, before.size()));
        assertThat(after.get(0).id()).isEqualTo(before.get(0).id());
        assertThat(((Episode) after.get(0).content()).outcome().label()).isEqualTo("success");
        assertThat(((Episode) before.get(0).content()).outcome().label()).isEqualTo("failure");
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.HostileRecords#all")
    void of_hostileText_raisesNoImportanceAndNoConfidence(Hostile hostile) {
        Draft plain = SessionDrafts.of(session("an ordinary text")).get(0);
        Draft poisoned = SessionDrafts.of(session(hostile.text())).get(0);
        assertThat(poisoned.importance()).isLessThanOrEqualTo(plain.importance());
        assertThat(poisoned.confidence()).isLessThanOrEqualTo(plain.confidence());
        assertThat(((Episode) poisoned.content()).outcome()).isEqualTo(((Episode) plain.content()).outcome());
    }

    /** The text stands where a poisoner can put it: in what tools give, and in what the agent repeats of it. */
    private static ObservedSession session(String text) {
        return asked("Summarise the page")
                .call("web_fetch", "{\"url\":\"about\"}", text)
                .call("Read", "{\"path\":\"page.txt\"}", text)
                .assistant(text)
                .session();
    }
}
