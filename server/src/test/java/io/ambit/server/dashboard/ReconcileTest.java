package io.ambit.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.item.ItemId;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A review from the list of epics to the curated context, and what of it a person has to say. */
class ReconcileTest {
    private static final String PAGE = "/reconcile?epic=EPIC-0001";
    private static final Map<String, String> EPIC = Map.of("space", "proj", "epic", "EPIC-0001");

    @TempDir
    Path folder;

    private Project project;
    private DashboardServer dashboard;
    private MemoryRecord kept;
    private MemoryRecord dropped;

    @BeforeEach
    void start() throws Exception {
        project = new Project(folder);
        project.item("EPIC-0001-login.md", "---\nid: EPIC-0001\ntype: epic\ntitle: Log in\n---\n\nWhy.\n");
        kept = insight("decision", "Sessions live for a day.");
        dropped = insight("learning", "<xss-tag>Coffee helps.");
        dashboard = project.serve();
    }

    @AfterEach
    void stop() {
        dashboard.close();
        project.close();
    }

    private MemoryRecord insight(String type, String said) {
        return project.remember(new Insight(type, said, "EPIC-0001", List.of("epic:EPIC-0001")));
    }

    private HttpResponse<String> post(String path, Map<String, String> decisions) throws Exception {
        Map<String, String> form = new HashMap<>(EPIC);
        form.putAll(decisions);
        return dashboard.post(path, PAGE, form);
    }

    private String curated() {
        return project.files.epicContext(new ItemId("EPIC-0001")).orElse("");
    }

    @Test
    void review_entries_areListedWithChoices() throws Exception {
        assertThat(dashboard.page("/reconcile").body()).contains("Log in", PAGE.replace("?", "?space=proj&amp;"));
        assertThat(dashboard.page(PAGE).body())
                .contains("Sessions live for a day.", "action:" + kept.id(), "2 entries, 2 not decided on yet")
                .doesNotContain("<xss-tag");
    }

    @Test
    void preview_decisions_changeNothingYet() throws Exception {
        HttpResponse<String> preview = post(
                "/reconcile/preview",
                Map.of(
                        "action:" + kept.id(), "edit",
                        "text:" + kept.id(), "Sessions live for a week.",
                        "action:" + dropped.id(), "later"));

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Sessions live for a week.", "1 entry stays undecided");
        assertThat(curated()).isEmpty();
    }

    @Test
    void apply_decisions_writeTheCuratedContext() throws Exception {
        HttpResponse<String> done = post(
                "/reconcile/apply",
                Map.of(
                        "entry",
                        kept.id().value(),
                        "action:" + kept.id(),
                        "edit",
                        "text:" + kept.id(),
                        "Sessions live for a week."));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("0 kept, 1 edited", "Sessions live for a week.");
        assertThat(curated()).contains("Sessions live for a week.").doesNotContain("Coffee");
    }

    @Test
    void apply_withoutCsrfTokenOrDecision_isRefused() throws Exception {
        String form = "space=proj&epic=EPIC-0001&entry=" + kept.id() + "&action%3A" + kept.id() + "=keep";

        assertThat(dashboard
                        .send("POST", "/reconcile/apply", form, Map.of("Cookie", dashboard.cookie()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(dashboard.send("POST", "/reconcile/apply", form, Map.of()).statusCode())
                .isEqualTo(401);
        assertThat(post("/reconcile/apply", Map.of()).statusCode()).isEqualTo(400);
        assertThat(post("/reconcile/preview", Map.of("action:" + kept.id(), "burn"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(curated()).isEmpty();
    }

    @Test
    void review_ofAnotherSpaceOrNoEpic_isRefused() throws Exception {
        assertThat(dashboard.page("/reconcile?epic=EPIC-0009").statusCode()).isEqualTo(400);
        assertThat(dashboard.page("/reconcile?space=other&epic=EPIC-0001").body())
                .contains("No backlog is known");
    }
}
