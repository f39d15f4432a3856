package io.ambit.core.memory.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.event.RecalledText;
import io.ambit.core.record.Content;
import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.text.JsonTree;
import io.ambit.testkit.HeapMemoryJournal;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.HostileRecords;
import io.ambit.testkit.HostileRecords.Hostile;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RememberTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Space SPACE = new Space("project");
    private static final String SECRET = "gh" + "p_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY2zA4";

    private final HeapMemoryStore store = new HeapMemoryStore();
    private final HeapMemoryJournal journal = new HeapMemoryJournal();
    private final Remember remember = new Remember(store, journal::wasRecalled);

    static Stream<Content> contentsWithSecrets() {
        return HostileRecords.contents(new Hostile("secret", "use " + SECRET + " <private>hidden</private> here"))
                .stream();
    }

    static Stream<Content> privateContents() {
        return HostileRecords.contents(new Hostile("private", "<private>all of it</private >\n")).stream();
    }

    @ParameterizedTest
    @MethodSource("contentsWithSecrets")
    void one_secretsAndPrivateTextInAnyField_areNotStored(Content content) {
        MemoryRecord record = remember.one(draft(content, "k"), NOW);
        String json = JsonTree.write(ContentJson.tree(record.content()));
        assertThat(json).doesNotContain(SECRET).doesNotContain("hidden").contains("[redacted: github token]");
        assertThat(store.find(SPACE, record.id())).contains(record);
    }

    @Test
    void all_secrets_areReportedByName() {
        Remembered remembered = remember.all(List.of(draft(note("token " + SECRET), "k")), NOW);
        assertThat(remembered.redacted()).containsOnly("github token");
    }

    @ParameterizedTest
    @MethodSource("privateContents")
    void one_onlyPrivateText_isRefused(Content content) {
        assertThatThrownBy(() -> remember.one(draft(content, "k"), NOW))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("private text");
        assertThat(store.spaces()).isEmpty();
    }

    @Test
    void one_provenanceWithSecret_isClean() {
        Provenance from = new Provenance("agent:x", "file:" + SECRET, "path/" + SECRET, SECRET, 3);
        MemoryRecord record = remember.one(Draft.of(SPACE, note("a note"), from, null), NOW);
        assertThat(record.provenance().toString()).doesNotContain(SECRET);
        assertThat(record.provenance().key()).hasSize(64);
        assertThat(remember.all(List.of(Draft.of(SPACE, note("a note"), from, null)), NOW)
                        .added())
                .isZero();
    }

    @Test
    void all_recalledText_isNeverNew() {
        MemoryRecord shown =
                remember.one(draft(note("The staging server listens on port 7411 behind the proxy."), "a"), NOW);
        journal.recalled(SPACE, RecalledText.hashes(shown), NOW);

        Remembered again = remember.all(
                List.of(
                        draft(note("the staging server  listens on port 7411\nbehind the proxy"), "b"),
                        draft(note("The staging server listens on port 7412 behind the proxy."), "c"),
                        draft(
                                turn("> The staging server listens on port 7411 behind the proxy.\nWhy is that so?"),
                                "d")),
                NOW);

        assertThat(again.refused()).extracting(Refusal::reason).containsExactly(Refusal.Reason.RECALLED);
        assertThat(again.refused())
                .extracting(refusal -> refusal.draft().provenance().key())
                .containsExactly("b");
        assertThat(again.records())
                .extracting(record -> record.content().text())
                .containsExactly("The staging server listens on port 7412 behind the proxy.", "Why is that so?");
    }

    @Test
    void all_recalledInAnotherSpace_isNewHere() {
        Content content = note("The staging server listens on port 7411 behind the proxy.");
        RecalledText.hash(content.text()).ifPresent(hash -> journal.recalled(new Space("other"), List.of(hash), NOW));
        assertThat(remember.all(List.of(draft(content, "a")), NOW).added()).isOne();
    }

    @Test
    void all_forgotten_staysForgottenAndIsNamed() {
        MemoryRecord first = remember.one(draft(note("one"), "a"), NOW);
        store.forget(SPACE, first.id(), NOW);

        Remembered again = remember.all(List.of(draft(note("one"), "a"), draft(note("two"), "b")), NOW);

        assertThat(again.records())
                .extracting(record -> record.content().text())
                .containsExactly("two");
        assertThat(again.refused()).extracting(Refusal::reason).containsExactly(Refusal.Reason.FORGOTTEN);
    }

    @Test
    void all_namesThatLookLikeKeys_stayApart() {
        String a = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY";
        Turn turn = new Turn(a, 0, "user", Voice.PERSON, "hello");
        assertThat(((Turn) remember.one(draft(turn, "k"), NOW).content()).session())
                .isEqualTo(a);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.HostileRecords#all")
    void all_whatTextSaysOfItself_raisesNothing(Hostile hostile) {
        for (Content content : HostileRecords.contents(hostile)) {
            Draft draft = new Draft(SPACE, content, Provenance.by("agent:x", "cli"), null, 0.3, 0.4);
            for (MemoryRecord record : remember.all(List.of(draft), NOW).records()) {
                assertThat(record.draft().importance()).isEqualTo(0.3);
                assertThat(record.draft().confidence()).isEqualTo(0.4);
                assertThat(record.provenance().author()).isEqualTo("agent:x");
                assertThat(record.uses()).isZero();
            }
        }
    }

    @Test
    void replace_secret_isCleaned() {
        MemoryRecord first = remember.one(draft(note("one"), "a"), NOW);
        remember.replace(SPACE, first.id(), note("now " + SECRET), 1, NOW);
        assertThat(store.find(SPACE, first.id()).orElseThrow().content().text()).doesNotContain(SECRET);
        assertThatThrownBy(() -> remember.replace(SPACE, first.id(), note("<private>x"), 1, NOW))
                .hasMessageContaining("private text");
    }

    @Test
    void all_facts_areCleanedAsAnyOther() {
        Fact fact = new Fact("deploy", "uses_token", SECRET, true, null, null);
        assertThat(((Fact) remember.one(draft(fact, "f"), NOW).content()).object())
                .isEqualTo("[redacted: github token]");
    }

    private static Draft draft(Content content, String key) {
        return Draft.of(SPACE, content, Provenance.imported("test", key), null);
    }

    private static Insight note(String text) {
        return new Insight("note", text, "", List.of());
    }

    private static Turn turn(String text) {
        return new Turn("s", 0, "user", Voice.PERSON, text);
    }

    @Test
    void one_document_keepsItsName() {
        MemoryRecord record = remember.one(draft(new Document("README", "text"), "d"), NOW);
        assertThat(record.content()).isEqualTo(new Document("README", "text"));
    }
}
