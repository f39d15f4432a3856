package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people see of patterns, and what their decisions change. */
class LearnCommandTest {
    private static final Space SPACE = new Space("shop");

    @TempDir
    private Path home;

    @BeforeEach
    void record() {
        Recording.recovered(home, SPACE, "A-1", Recording.START);
        Recording.recovered(home, SPACE, "A-2", Recording.START.plusSeconds(60));
    }

    private Screen learn(int expected, String... args) {
        Screen screen = Screen.of(home);
        List<String> all = new ArrayList<>(List.of("learn"));
        all.addAll(List.of(args));
        all.addAll(List.of("--space", "shop"));
        assertThat(screen.run(all.toArray(String[]::new)))
                .as("%s: %s", all, screen.err())
                .isEqualTo(expected);
        return screen;
    }

    private JsonNode patterns(String state) {
        return learn(0, "status", "--state", state, "--json").json().path("patterns");
    }

    private String proposed() {
        return patterns("proposed").path(0).path("id").asString();
    }

    private JsonNode reflect() {
        Screen screen = Screen.of(home);
        screen.run(
                "tools",
                "reflect",
                "get_item",
                "--params",
                "{\"name\":\"A-99\"}",
                "--error",
                "Error: unknown parameter 'name'",
                "--space",
                "shop",
                "--json");
        return screen.json();
    }

    @Test
    void status_recordedRecoveries_areShownAsProposedBesideWhatShips() {
        JsonNode proposed = patterns("proposed");

        assertThat(proposed.size()).isOne();
        assertThat(proposed.path(0).path("tool").asString()).isEqualTo("get_item");
        assertThat(proposed.path(0).path("evidence").path("worked").asInt()).isEqualTo(2);
        assertThat(patterns("approved").size()).isEqualTo(11);
        assertThat(learn(0, "status").out()).contains("CONFIDENCE", "seed-loop", proposed());
        Screen elsewhere = Screen.of(home);
        elsewhere.run("learn", "status", "--state", "proposed", "--space", "other", "--json");
        assertThat(elsewhere.json().path("patterns").size()).isZero();
    }

    @Test
    void approve_proposedPattern_correctsFailuresAndCallsBeforeTheyAreMade() throws Exception {
        Path tools = Files.writeString(home.resolve("tools.jsonl"), """
                {"name":"get_item","inputSchema":{"type":"object","additionalProperties":true}}
                """);
        String id = proposed();
        assertThat(reflect().path("corrected").isMissingNode()).isTrue();
        assertThat(validate(tools).path("findings").size()).isZero();

        learn(0, "approve", id);

        assertThat(reflect().path("corrected").path("params").path("id").asString())
                .isEqualTo("A-99");
        assertThat(reflect().path("patterns").path(0).asString()).isEqualTo(id);
        JsonNode finding = validate(tools).path("findings").path(0);
        assertThat(finding.path("class").asString()).isEqualTo("failed_before");
        assertThat(finding.path("reason").asString()).contains(id);
        assertThat(validate(tools)
                        .path("corrected")
                        .path("arguments")
                        .path("id")
                        .asString())
                .isEqualTo("A-99");
    }

    private JsonNode validate(Path tools) {
        Screen screen = Screen.of(home);
        int code = screen.run(
                "tools",
                "validate",
                "get_item",
                "--params",
                "{\"name\":\"A-99\"}",
                "--tools",
                tools.toString(),
                "--space",
                "shop",
                "--json");
        assertThat(code).as(screen.err()).isZero();
        return screen.json();
    }

    @Test
    void reject_proposedPattern_takesNoPartAndIsNotProposedAgain() {
        String id = proposed();

        assertThat(learn(0, "reject", id, "--json").json().path("state").asString())
                .isEqualTo("rejected");

        assertThat(patterns("proposed").size()).isZero();
        assertThat(reflect().path("corrected").isMissingNode()).isTrue();
        assertThat(learn(1, "reject", "tp-none").err()).contains("tp-none");
    }

    @Test
    void reject_habit_silencesFindingsOfThatKindInThisSpaceOnly() {
        Space other = new Space("garden");
        Recording.repeatedRead(home, SPACE, "Read the plan.", Recording.START.plusSeconds(120));
        Recording.repeatedRead(home, other, "Read the plan.", Recording.START.plusSeconds(120));
        assertThat(habits("shop")).isOne();

        learn(0, "reject", "seed-loop");
        assertThat(habits("shop")).isOne();
        learn(0, "reject", "seed-redundant-query");

        assertThat(habits("shop")).isZero();
        assertThat(habits("garden")).isOne();
        learn(0, "approve", "seed-redundant-query");
        assertThat(habits("shop")).isOne();
    }

    private int habits(String space) {
        Screen screen = Screen.of(home);
        screen.run("tools", "habits", "--space", space, "--json");
        return screen.json().path("habits").size();
    }

    @Test
    void prune_patternsBorneOut_areLeft() {
        learn(0, "approve", proposed());

        assertThat(learn(0, "prune", "--json").json().path("pruned").size()).isZero();
        assertThat(learn(0, "prune").err()).contains("nothing to prune");
    }

    @Test
    void reset_decisionsAndLearned_areTakenOutAfterYes() {
        learn(0, "approve", proposed());
        learn(0, "reject", "seed-loop");

        assertThat(learn(1, "reset").err()).contains("--yes");
        assertThat(patterns("rejected").size()).isOne();

        learn(0, "reset", "--yes");

        assertThat(patterns("rejected").size()).isZero();
        // The recorded calls are still there to learn from: as a proposal again, not as approved.
        assertThat(patterns("proposed").size()).isOne();
    }

    @Test
    void purge_askedAndDenied_changesNothingAndByYesForgetsAll() throws Exception {
        learn(0, "approve", proposed());
        Path history = home.resolve("learning/spaces/shop/optimization-history.json");
        assertThat(history).content().contains("approved");

        Screen asked = Screen.typing(home, "n\n");
        assertThat(asked.run("learn", "purge", "--space", "shop")).isOne();
        assertThat(history).content().contains("approved");

        Screen agreed = Screen.typing(home, "y\n");
        assertThat(agreed.run("learn", "purge", "--space", "shop")).isZero();
        assertThat(history).content().doesNotContain("approved");
        assertThat(home.resolve("learning/spaces/shop/tool-patterns.json"))
                .content()
                .doesNotContain("get_item");
    }

    @Test
    void mirrors_changedByHand_areNeverReadBack() throws Exception {
        String id = proposed();
        Path mirror = home.resolve("learning/spaces/shop/tool-patterns.json");
        String forged = Files.readString(mirror).replace("\"proposed\"", "\"approved\"");
        Files.writeString(mirror, forged);

        assertThat(patterns("proposed").path(0).path("id").asString()).isEqualTo(id);
        assertThat(reflect().path("corrected").isMissingNode()).isTrue();

        learn(0, "reject", id);
        assertThat(mirror).content().contains("\"rejected\"").isNotEqualTo(forged);
    }
}
