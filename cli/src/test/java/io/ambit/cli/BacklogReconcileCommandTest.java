package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was captured for an epic, as a person goes through it at the terminal. */
class BacklogReconcileCommandTest extends ShopBacklog {
    @Test
    void reconcile_withoutATerminal_onlyShowsTheReview() {
        twoInsights();
        Screen shown = run("reconcile", "epic 1");
        assertThat(shown.out())
                .contains("Half cents go up")
                .contains("Vouchers expire")
                .contains("2 entries, 2");
        assertThat(shown.err()).contains("a person decides");
        assertThat(json("reconcile", "epic 1").get("new").asInt()).isEqualTo(2);
        assertThat(curated()).doesNotExist();
        assertThat(failure("reconcile", "EPIC-9")).contains("EPIC-9");
    }

    @Test
    void reconcile_decisionsFromAFile_areCarriedOut() throws IOException {
        List<String> ids = twoInsights();
        Path file = Files.writeString(
                user.resolve("decisions.json"),
                "[{\"id\":\"" + ids.get(0) + "\",\"action\":\"edit\",\"text\":\"Half cents go up, always\"},{\"id\":\""
                        + ids.get(1) + "\",\"action\":\"drop\"}]");
        JsonNode done = json("reconcile", "epic 1", "--decisions", file.toString());
        assertThat(done.get("edited").asInt()).isEqualTo(1);
        assertThat(done.get("dropped").asInt()).isEqualTo(1);
        assertThat(curated()).content().contains("Half cents go up, always").doesNotContain("Vouchers expire");
        assertThat(json("reconcile", "epic 1").get("new").asInt()).isZero();
    }

    @Test
    void reconcile_wrongDecisions_saysWhichAndWritesNothing() throws IOException {
        twoInsights();
        Path file = user.resolve("decisions.json");
        for (String wrong : List.of(
                "{}",
                "[{}]",
                "no",
                "[{\"id\":\"ins-001\",\"action\":\"burn\"}]",
                "[{\"id\":\"ins-001\",\"action\":\"edit\"}]")) {
            Files.writeString(file, wrong);
            assertThat(failure("reconcile", "epic 1", "--decisions", file.toString()))
                    .isNotBlank();
        }
        assertThat(curated()).doesNotExist();
    }

    @Test
    void reconcile_atATerminal_doesWhatThePersonConfirms() {
        twoInsights();
        Screen left = typing("\n\n");
        assertThat(left.run(inShop("reconcile", "epic 1"))).isZero();
        assertThat(left.err()).contains("nothing was decided");
        Screen declined = typing("k\nk\nn\n");
        assertThat(declined.run(inShop("reconcile", "epic 1"))).isZero();
        Screen cutOff = typing("k\n");
        assertThat(cutOff.run(inShop("reconcile", "epic 1"))).isZero();
        assertThat(curated()).doesNotExist();
        Screen kept = typing("x\nk\ne\nVouchers live for three years\n.\ny\n");
        assertThat(kept.run(inShop("reconcile", "epic 1"))).as(kept.err()).isZero();
        assertThat(kept.err()).contains("expected k, e, m").contains("1 kept, 1 edited");
        assertThat(curated()).content().contains("Vouchers live for three years");
    }

    @Test
    void reconcile_atATerminal_mergesOnlyIntoAnEntry() {
        List<String> ids = twoInsights();
        Screen merged = typing("m\nins-999\nm\n" + ids.get(1) + "\nk\ny\n");
        assertThat(merged.run(inShop("reconcile", "epic 1"))).as(merged.err()).isZero();
        assertThat(merged.err()).contains("no entry 'ins-999'");
    }

    private List<String> twoInsights() {
        json("create", "Vouchers", "--type", "epic");
        json("create", "Round half up", "--parent", "EPIC-1");
        json("insight", "Half cents go up", "--type", "decision", "--context", "TASK-1");
        json("insight", "Vouchers expire after three years", "--type", "decision", "--context", "TASK-1");
        List<String> ids = new ArrayList<>();
        json("reconcile", "epic 1").at("/groups/0/entries").forEach(entry -> ids.add(id(entry)));
        assertThat(ids).hasSize(2);
        return ids;
    }

    private Path curated() {
        return shop.resolve(".backlog/docs/epic-contexts/EPIC-0001.md");
    }
}
