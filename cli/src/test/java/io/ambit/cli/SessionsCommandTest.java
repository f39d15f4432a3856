package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Utf8;
import io.ambit.store.SqliteLedger;
import io.ambit.wire.chat.OpenAiChatMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionsCommandTest {
    private static final Space SHOP = new Space("shop");

    @TempDir
    private Path home;

    private Screen screen;

    @BeforeEach
    void screen() {
        screen = Screen.of(home);
    }

    @Test
    void list_nothingRecorded_saysSoOnStderr() {
        assertThat(screen.run("sessions", "list")).isZero();
        assertThat(screen.out()).isEmpty();
        assertThat(screen.err()).contains("no session");
    }

    @Test
    void list_severalSpaces_newestFirst() {
        SessionId old = record(Space.DEFAULT, "old", 0);
        SessionId fresh = record(SHOP, "new", 60);
        assertThat(screen.run("sessions", "list", "--json")).isZero();
        JsonNode sessions = screen.json().get("sessions");
        assertThat(sessions.findValuesAsString("id")).containsExactly(fresh.value(), old.value());
        assertThat(sessions.get(0).get("space").asString()).isEqualTo("shop");
        assertThat(sessions.get(0).get("steps").asInt()).isEqualTo(2);
        assertThat(sessions.get(0).get("model").asString()).isEqualTo("small-model");
    }

    @Test
    void list_oneSpace_showsNoOther() {
        record(Space.DEFAULT, "old", 0);
        SessionId fresh = record(SHOP, "new", 60);
        assertThat(screen.run("sessions", "list", "--space", "shop")).isZero();
        assertThat(screen.out()).hasLineCount(2).contains("SESSION").contains(fresh.value());
    }

    @Test
    void show_json_hasUsageSizesAndDecisions() {
        SessionId id = record(Space.DEFAULT, "question", 0);
        assertThat(screen.run("sessions", "show", id.value(), "--json")).isZero();
        JsonNode shown = screen.json();
        assertThat(shown.get("id").asString()).isEqualTo(id.value());
        JsonNode step = shown.get("steps").get(1);
        assertThat(step.get("bytesIn").asInt()).isEqualTo(900);
        assertThat(step.get("bytesOut").asInt()).isEqualTo(800);
        assertThat(step.get("policy").asString()).isEqualTo("safe");
        JsonNode usage = step.get("end").get("usage").get(0);
        assertThat(usage.get("input").asLong()).isEqualTo(124);
        assertThat(usage.get("cached").asLong()).isEqualTo(100);
        assertThat(usage.get("output").asLong()).isEqualTo(7);
        JsonNode route = step.get("end").get("route");
        assertThat(route.get("upstream").asString()).isEqualTo("near");
        assertThat(route.get("model").asString()).isEqualTo("small-model");
        assertThat(route.get("reason").asString()).isEqualTo("easy");
        assertThat(route.get("propensity").asDouble()).isEqualTo(0.9);
        assertThat(route.get("notes").get(0).asString()).isEqualTo("far answered 503");
        assertThat(route.get("failure").asString()).isEmpty();
        assertThat(shown.get("measures").get("iterations").asInt()).isEqualTo(2);
        assertThat(shown.get("measures").get("toolCalls").asInt()).isEqualTo(1);
        assertThat(shown.get("measures").get("averageContext").asDouble()).isEqualTo(110);
        assertThat(shown.get("alerts").isEmpty()).isTrue();
    }

    @Test
    void show_text_hasALineForEachStep() {
        SessionId id = record(Space.DEFAULT, "question", 0);
        assertThat(screen.run("sessions", "show", "last")).isZero();
        assertThat(screen.out()).contains(id.value()).contains("STEP").containsPattern("(?m)^ +1 .* 124 +100 +7 ");
    }

    @Test
    void show_text_saysOnceWhereStepsWereSentAndWhy() {
        record(Space.DEFAULT, "question", 0);
        assertThat(screen.run("sessions", "show", "last")).isZero();
        assertThat(screen.out())
                .containsOnlyOnce("sent to")
                .contains("step 0 sent to near, model small-model; easy (chance 0.90); far answered 503; temperature")
                .doesNotContain("\u001b");
    }

    @Test
    void show_prefix_findsTheOnlyOne() {
        SessionId id = record(Space.DEFAULT, "question", 0);
        String prefix = id.value().substring(0, id.value().length() - 2);
        assertThat(screen.run("sessions", "show", prefix, "--json")).isZero();
        assertThat(screen.json().get("id").asString()).isEqualTo(id.value());
    }

    @Test
    void show_ambiguousPrefix_namesTheCandidates() {
        SessionId first = record(Space.DEFAULT, "one", 0);
        SessionId second = record(Space.DEFAULT, "two", 60);
        assertThat(screen.run("sessions", "show", "s-")).isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1).contains(first.value()).contains(second.value());
    }

    @Test
    void show_sessionOfAnotherSpace_isUnknown() {
        SessionId id = record(SHOP, "question", 0);
        assertThat(screen.run("sessions", "show", id.value(), "--space", "default"))
                .isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1).contains("no session '" + id + "'");
    }

    @Test
    void export_recordedSession_givesEveryMessageBack() throws IOException {
        SessionId id = record(Space.DEFAULT, "question", 0);
        Path file = home.resolve("out.jsonl");
        assertThat(screen.run("sessions", "export", id.value(), "--out", file.toString()))
                .isZero();
        JsonNode line = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(line.get("id").asString()).isEqualTo(id.value());
        List<Message> messages =
                OpenAiChatMessages.readList(Utf8.encode(line.get("messages").toString()));
        try (Ledger ledger = SqliteLedger.open(home)) {
            assertThat(messages)
                    .extracting(Message::hash)
                    .isEqualTo(ledger.transcript(Space.DEFAULT, id).orElseThrow().messages().stream()
                            .map(Message::hash)
                            .toList());
        }
        assertThat(messages).hasSize(5);
        assertThat(messages.get(3).text()).isEqualTo("näin \"quoted\" 🙂\n");
        try (var files = Files.list(home)) {
            assertThat(files.filter(path -> path.toString().endsWith(".new"))).isEmpty();
        }
    }

    @Test
    void export_all_isOneLineEachOnStdout() {
        record(Space.DEFAULT, "one", 0);
        record(SHOP, "two", 60);
        assertThat(screen.run("sessions", "export", "--all")).isZero();
        assertThat(screen.out()).hasLineCount(2);
    }

    @Test
    void export_neitherSessionNorAll_isWrongUsage() {
        assertThat(screen.run("sessions", "export")).isEqualTo(2);
    }

    @Test
    void delete_withYes_forgets() {
        SessionId id = record(Space.DEFAULT, "one", 0);
        SessionId other = record(Space.DEFAULT, "two", 60);
        assertThat(screen.run("sessions", "delete", id.value(), "--yes")).isZero();
        assertThat(ids()).containsExactly(other.value());
    }

    @Test
    void delete_nobodyToAsk_keepsAndFails() {
        SessionId id = record(Space.DEFAULT, "one", 0);
        assertThat(screen.run("sessions", "delete", id.value())).isEqualTo(1);
        assertThat(screen.err()).contains("--yes");
        assertThat(ids()).containsExactly(id.value());
    }

    @Test
    void delete_onATerminal_asks() {
        SessionId id = record(Space.DEFAULT, "one", 0);
        Screen no = Screen.typing(home, "\n");
        assertThat(no.run("sessions", "delete", id.value())).isEqualTo(1);
        assertThat(ids()).containsExactly(id.value());
        Screen yes = Screen.typing(home, "y\n");
        assertThat(yes.run("sessions", "delete", id.value())).isZero();
        assertThat(ids()).isEmpty();
    }

    @Test
    void delete_oneNameUnknown_deletesNone() {
        SessionId id = record(Space.DEFAULT, "one", 0);
        assertThat(screen.run("sessions", "delete", id.value(), "nonesuch", "--yes"))
                .isEqualTo(1);
        assertThat(ids()).containsExactly(id.value());
    }

    private SessionId record(Space space, String question, int secondsLater) {
        return Recording.twoSteps(home, space, question, Recording.START.plusSeconds(secondsLater));
    }

    private List<String> ids() {
        Screen listed = Screen.of(home);
        listed.run("sessions", "list", "--json");
        return listed.json().get("sessions").findValuesAsString("id");
    }
}
