package io.ambit.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionId;
import io.ambit.testkit.Conversation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsagePageTest {
    @TempDir
    Path folder;

    private static SessionId record(Project project) {
        return Conversation.about(Project.SPACE, "a", "Look at <xss-tag> things of TASK-0001")
                .tool("1", "read_<xss-tag>", "{\"path\":\"/nope\"}", "Error: no such file <xss-tag>")
                .tool("2", "run_tests", "{}", "42 passed")
                .step(project.stores.ledger())
                .session();
    }

    @Test
    void tools_callsOfSessions_areShownWithSavingsAndMeasures() throws Exception {
        try (Project project = new Project(folder);
                DashboardServer dashboard = project.serve()) {
            project.item("EPIC-0001-a.md", "---\nid: EPIC-0001\ntype: epic\ntitle: Log in\n---\n\nWhy.\n");
            project.item("TASK-0001-a.md", "---\nid: TASK-0001\ntitle: A form\nparent_id: EPIC-0001\n---\n\nA form.\n");
            SessionId session = record(project);

            String page = dashboard.page("/tools?range=all").body();

            assertThat(page)
                    .contains("data-chart=\"month-table\"", "data-chart=\"tool-table\"", "Largest savings")
                    .contains(session.value(), "run_tests", "50.0 %", "not enough data", "EPIC-0001")
                    .doesNotContain("<xss-tag");
            assertThat(dashboard.page("/tools?range=2020-01").body()).contains("No session in this time");
            assertThat(dashboard.page("/tools?range=soon").statusCode()).isEqualTo(400);
            assertThat(dashboard.page("/tools?range=all&epic=EPIC-0001").body()).contains("run_tests");
            assertThat(dashboard.page("/tools?range=all&epic=EPIC-0404").statusCode())
                    .isEqualTo(400);
            assertThat(dashboard.page("/tools?space=made-up").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void stars_forASessionAndAnItem_areKeptAndShown() throws Exception {
        try (Project project = new Project(folder);
                DashboardServer dashboard = project.serve()) {
            project.item("TASK-0001-a.md", "---\nid: TASK-0001\ntitle: A form\n---\n\nA form.\n");
            SessionId session = record(project);
            String space = Project.SPACE.id();
            String page = "/sessions/" + space + "/" + session.value();
            assertThat(dashboard.page(page).body()).contains("action=\"/tools/stars\"", "4 of 5");
            assertThat(dashboard.page("/backlog/context?id=TASK-0001").body()).contains("action=\"/tools/stars\"");

            HttpResponse<String> done =
                    dashboard.post("/tools/stars", page, Map.of("space", space, "id", session.value(), "stars", "4"));

            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(dashboard
                            .page("/tools/stars?space=" + space + "&id=" + session.value())
                            .body())
                    .contains("4 of 5, thank you");
            dashboard.post("/tools/stars", page, Map.of("space", space, "id", "task-1", "stars", "2"));
            assertThat(dashboard.page("/tools?range=all").body())
                    .contains("/backlog/item?space=" + space + "&amp;id=TASK-0001");
            assertThat(dashboard
                            .post("/tools/stars", page, Map.of("space", space, "id", "TASK-0001", "stars", "6"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(dashboard
                            .post("/tools/stars", page, Map.of("space", space, "id", "nobody", "stars", "3"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(dashboard
                            .send("POST", "/tools/stars", "space=" + space + "&id=TASK-0001&stars=3", Map.of())
                            .statusCode())
                    .isNotEqualTo(303);
        }
    }
}
