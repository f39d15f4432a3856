package io.ambit.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextPageTest {
    @TempDir
    Path folder;

    @Test
    void context_ofAnItem_showsPiecesWithinTheBudget() throws Exception {
        try (Project project = new Project(folder);
                DashboardServer dashboard = project.serve()) {
            project.item("EPIC-0001-a.md", "---\nid: EPIC-0001\ntype: epic\ntitle: Log in\n---\n\nWhy.\n");
            project.item("TASK-0001-a.md", """
                    ---
                    id: TASK-0001
                    title: A form <xss-tag>
                    parent_id: EPIC-0001
                    references:
                      - https://example.org/forms
                    ---

                    A form.
                    """);

            String page =
                    dashboard.page("/backlog/context?id=task-1&tokens=500").body();
            assertThat(page)
                    .contains("of 500 tokens", ">focus<", ">epic<", "id=EPIC-0001")
                    .doesNotContain("<xss-tag");
            assertThat(dashboard.page("/backlog/context?id=EPIC-0001").body()).contains("of 4,000 tokens");
            assertThat(dashboard.page("/backlog/context?q=log+in").body()).contains("Context for log in");
            assertThat(dashboard.page("/backlog/context").statusCode()).isEqualTo(400);
            assertThat(dashboard.page("/backlog/context?id=TASK-0001&tokens=5").statusCode())
                    .isEqualTo(400);
            assertThat(dashboard.page("/backlog/context?id=TASK-0404").statusCode())
                    .isEqualTo(400);
        }
    }
}
