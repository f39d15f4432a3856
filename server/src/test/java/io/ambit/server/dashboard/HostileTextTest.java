package io.ambit.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.session.StepId;
import io.ambit.testkit.Conversation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored text is whoever's wrote it: on no page may it become markup, a script, or a load from elsewhere. */
class HostileTextTest {
    /** Breaks out of text, attributes, comments and script where it is not escaped. */
    private static final String HOSTILE =
            "x'\"><xss-tag onload=alert(1)></title></textarea></script><script>alert(2)</script><!--";

    private static final String LINKS = "[a](javascript:alert(3)) [b](JaVaScRiPt:alert(4)) [c](data:text/html,x)"
            + " [d](vbscript:x) ![e](https://evil.example/pixel.png) <javascript:alert(5)> [f](//evil.example/x)"
            + " [g]( javascript&colon;alert(6) ) <img src=x onerror=alert(7)> <https://ok.example/?a=%22onx=>"
            + "\n\n[r]\n\n[r]: javascript:alert(8) \"'><xss-tag>\"\n";

    @TempDir
    Path folder;

    private static void assertHarmless(String path, String page) {
        assertThat(page)
                .as(path)
                .contains("xss-tag")
                .doesNotContain("<xss-tag", "<script>", "<img", "</textarea>", "<!--")
                .doesNotContainPattern("(?i)(href|src|action)=[\"']?\\s*(javascript|data|vbscript|//)")
                .doesNotContainPattern("(?i)src=[\"']?https?:");
    }

    @Test
    void everyPage_hostileTextEverywhere_isOnlyText() throws Exception {
        try (Project project = new Project(folder);
                DashboardServer dashboard = project.serve()) {
            Conversation talk = Conversation.about(Project.SPACE, HOSTILE, HOSTILE + LINKS);
            StepId step = project.step(talk, HOSTILE + "\n" + LINKS, HOSTILE, Project.idOf(HOSTILE + "\n" + LINKS));
            MemoryRecord record = project.remember(new Insight(HOSTILE, HOSTILE + LINKS, HOSTILE, List.of(HOSTILE)));
            project.item(
                    "TASK-0001-a.md",
                    "---\nid: TASK-0001\ntitle: |-\n  " + HOSTILE + "\nstatus: blocked\ntags:\n  - |-\n    " + HOSTILE
                            + "\nblocked_reason:\n  - |-\n    " + HOSTILE + "\nevidence:\n  - |-\n    " + HOSTILE
                            + "\nreferences:\n  - url: javascript:alert(9)\n    title: |-\n      " + HOSTILE
                            + "\n---\n\n# " + HOSTILE + "\n\n" + LINKS + "\n\n" + HOSTILE + "\n\n    " + HOSTILE
                            + "\n\n> " + HOSTILE + "\n");
            String session = "/sessions/proj/" + step.session();
            for (String path : List.of(
                    session + "/steps/0",
                    "/memory",
                    "/memory?q=alert",
                    "/memory/proj/" + record.id(),
                    "/backlog",
                    "/backlog?q=alert",
                    "/backlog/item?id=TASK-0001")) {
                assertHarmless(path, dashboard.page(path).body());
            }
            // What the address carries is written back into the search field.
            String asked = "%22%3E%3Cxss-tag%3E%3Cscript%3E";
            assertHarmless("search", dashboard.page("/memory?q=" + asked).body());
            assertHarmless("board", dashboard.page("/backlog?q=" + asked).body());
            assertHarmless(
                    "missing item", dashboard.page("/backlog/item?id=" + asked).body());
            assertThat(dashboard
                            .page(session + "/outputs/" + Project.idOf(HOSTILE + "\n" + LINKS))
                            .headers()
                            .firstValue("Content-Type")
                            .orElse(""))
                    .startsWith("text/plain");
        }
    }

    @Test
    void item_deepAndLongText_isShownAllTheSame() throws Exception {
        try (Project project = new Project(folder);
                DashboardServer dashboard = project.serve()) {
            for (String part : List.of("> ", "- ", "*", "[", "**a", "`", "\\", "<a ", "![", "_a*")) {
                project.item(
                        "TASK-0001-a.md",
                        "---\nid: TASK-0001\ntitle: Deep\n---\n\n" + part.repeat(40_000 / part.length()) + "end\n");
                assertThat(dashboard.page("/backlog/item?id=TASK-0001").statusCode())
                        .as(part)
                        .isEqualTo(200);
            }
        }
    }
}
