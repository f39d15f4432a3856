package io.ambit.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.VolatilePrefix;
import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.StepId;
import io.ambit.core.spi.Ledger;
import io.ambit.testkit.Conversation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages show of empty and of filled data. */
class PagesTest {
    private static final String OUTPUT = "first line\nsecond line\nthird line\nlast line";
    private static final String SHOWN = "first line\n[cut from 45 characters; context_retrieve id=abc]\nlast line";
    private static final OutputId ID = Project.idOf(OUTPUT);

    @TempDir
    Path folder;

    private Project project;
    private DashboardServer dashboard;

    @BeforeEach
    void start() throws Exception {
        project = new Project(folder);
        dashboard = project.serve();
    }

    @AfterEach
    void stop() {
        dashboard.close();
        project.close();
    }

    private String body(String path) throws Exception {
        HttpResponse<String> got = dashboard.page(path);
        assertThat(got.statusCode()).as(path).isEqualTo(200);
        return got.body();
    }

    private StepId step() {
        return project.step(Conversation.about(Project.SPACE, null, "read a file"), OUTPUT, SHOWN, ID);
    }

    private void items() throws Exception {
        project.item(
                "EPIC-0001-login.md", "---\nid: EPIC-0001\ntype: epic\ntitle: Log in\nstatus: open\n---\n\nWhy.\n");
        project.item(
                "TASK-0001-form.md",
                "---\nid: TASK-0001\ntitle: Build the form\nstatus: in_progress\nparent_id: EPIC-0001\ntags: [ui]\n"
                        + "references:\n  - https://example.org/forms\n---\n\n# Goal\n\nA **form**; see [the other]"
                        + "(TASK-0002-mail.md).\n");
        project.item("TASK-0002-mail.md", """
                ---
                id: TASK-0002
                title: Send a mail
                status: blocked
                parent_id: EPIC-0001
                blocked_reason: [waits for TASK-0001]
                ---

                Text.
                """);
    }

    @Test
    void everyPage_nothingStored_saysWhatToDo() throws Exception {
        assertThat(body("/")).contains("No session in the", "/v1</code>");
        assertThat(body("/memory")).contains("Nothing is remembered in proj yet", "ambit memory add");
        assertThat(body("/backlog")).contains("This backlog is empty", "ambit backlog create");
        assertThat(body("/backlog?space=elsewhere")).contains("No backlog is known for elsewhere");
        assertThat(dashboard.page("/sessions/proj/s-none").statusCode()).isEqualTo(404);
        assertThat(dashboard.page("/memory/proj/ins-001").statusCode()).isEqualTo(404);
        assertThat(dashboard.page("/backlog/item?id=TASK-0099").statusCode()).isEqualTo(404);
        assertThat(dashboard.page("/?space=%20bad").statusCode()).isEqualTo(400);
        assertThat(dashboard.page("/memory?kind=nonsense").statusCode()).isEqualTo(400);
        assertThat(dashboard.page("/?page=0").statusCode()).isEqualTo(400);
    }

    @Test
    void sessions_recorded_showSumsAndLosses() throws Exception {
        StepId step = step();

        String page = body("/");

        assertThat(page)
                .contains(step.session().value(), "40 (11.8 %)", "1 retrieved", "<td class=\"n\" data-value=\"300\">");
        assertThat(body("/?space=other")).doesNotContain(step.session().value());
        assertThat(body("/?space=proj")).contains(step.session().value());
    }

    @Test
    void step_ofAChosenUpstream_saysWhereItWentAndWhy() throws Exception {
        StepId step = step();

        String page = body("/sessions/proj/" + step.session().value() + "/steps/0");

        assertThat(page)
                .contains("<strong>upstream near, model small</strong>: easy (chance 0.90)")
                .contains("<li>far answered 503</li>")
                .contains("What was wrong with its answer: no JSON");
    }

    @Test
    void sessions_stepWithoutEnd_isRunningUnlessItIsOld() throws Exception {
        Conversation old = Conversation.about(Project.SPACE, null, "an old one");
        Arrival arrival = old.arrival();
        Ledger ledger = project.stores.ledger();
        for (int hours : new int[] {5, 0}) {
            Arrival at = new Arrival(
                    arrival.space(),
                    arrival.transcript(),
                    "session " + hours,
                    null,
                    arrival.body(),
                    "agent",
                    "m",
                    Instant.now().minus(Duration.ofHours(hours)));
            ledger.begin(Conversation.start(ledger.open(at), at, Map.of()));
        }

        assertThat(body("/").split("badge live", -1)).as("badges").hasSize(2);
    }

    @Test
    void live_nothingChanged_isEmpty_andElseOnlyWhatChanged() throws Exception {
        Conversation one = Conversation.about(Project.SPACE, null, "one");
        StepId first = project.step(one, OUTPUT, SHOWN, ID);
        Matcher version = Pattern.compile("name=\"v\" value=\"([^\"]+)\"").matcher(body("/"));
        assertThat(version.find()).isTrue();
        String live = "/sessions/live?v=" + version.group(1);

        assertThat(dashboard.page(live).statusCode()).isEqualTo(204);
        StepId second = project.step(Conversation.about(Project.SPACE, null, "two"), OUTPUT, SHOWN, ID);
        assertThat(body(live))
                .contains(second.session().value(), "afterbegin:#session-rows")
                .doesNotContain(">" + first.session().value() + "<");
        project.step(one.assistant("done").user("more"), OUTPUT + "!", SHOWN, Project.idOf(OUTPUT + "!"));
        assertThat(body(live)).contains(">" + first.session().value() + "<", "hx-swap-oob=\"true\"");
    }

    @Test
    void session_steps_areListedWithFigures() throws Exception {
        StepId step = step();
        String path = "/sessions/proj/" + step.session();

        String page = body(path);

        assertThat(page).contains(path + "/steps/0", "400 ms", "cut 1, retrieved 1");
        Matcher seen = Pattern.compile("seen=([0-9a-f]+)").matcher(page);
        assertThat(seen.find()).isTrue();
        assertThat(dashboard.page(path + "?seen=" + seen.group(1)).statusCode()).isEqualTo(204);
        assertThat(dashboard.page("/sessions/other/" + step.session()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void step_withACut_showsBothSides() throws Exception {
        StepId step = step();
        String session = "/sessions/proj/" + step.session();

        String page = body(session + "/steps/0");

        assertThat(page)
                .contains("<del>second line\nthird line\n</del>", "<mark>[cut from 45 characters", "saved 40 tokens")
                .contains(session + "/outputs/" + ID, "Read it.");
        assertThat(body(session + "/outputs/" + ID)).isEqualTo(OUTPUT);
        assertThat(dashboard
                        .page("/sessions/other/" + step.session() + "/outputs/" + ID)
                        .statusCode())
                .isEqualTo(404);
        assertThat(dashboard.page(session + "/steps/7").statusCode()).isEqualTo(404);
    }

    @Test
    void memory_search_givesReasons() throws Exception {
        MemoryRecord found = project.remember(
                new Insight("decision", "The cache lives in Redis.", "while planning", List.of("cache")));
        project.remember(new AntiPattern("Flushing the cache in a loop", "it stampedes", "lock it", List.of()));

        assertThat(body("/memory")).contains("Stored last", "The cache lives in Redis.");
        String page = body("/memory?q=where+does+the+cache+live");
        assertThat(page)
                .contains("The cache lives in Redis.", "by user from test", "<dt>words</dt>", "How it was searched");
        assertThat(body("/memory?q=cache&kind=anti-pattern"))
                .contains("Flushing")
                .doesNotContain("Redis");
        assertThat(body("/memory?q=cache&space=other")).contains("Nothing in memory on this");
        String record = body("/memory/proj/" + found.id());
        assertThat(record).contains("while planning", "<li class=\"said\">cache</li>", "written by");
        assertThat(dashboard.page("/memory/other/" + found.id()).statusCode()).isEqualTo(404);
        assertThat(project.memory
                        .store()
                        .find(Project.SPACE, found.id())
                        .orElseThrow()
                        .uses())
                .as("looking leaves no trace")
                .isZero();
    }

    @Test
    void board_items_standInColumnsAndAreFiltered() throws Exception {
        items();

        assertThat(body("/backlog"))
                .contains("Build the form", "Send a mail", "blocked: waits for TASK-0001", "task (2)", "3 items");
        assertThat(body("/backlog?type=epic")).doesNotContain("Send a mail").contains(">Log in</a>");
        assertThat(body("/backlog?status=blocked")).contains("Send a mail").doesNotContain("Build the form");
        assertThat(body("/backlog?epic=EPIC-0001")).contains("3 items");
        assertThat(body("/backlog?q=send")).contains("Send a mail").doesNotContain("Build the form</a>");
        assertThat(body("/backlog?q=zzzz")).contains("No item is like that");
    }

    @Test
    void item_page_showsTextAndRelations() throws Exception {
        items();

        String page = body("/backlog/item?id=TASK-0001");

        assertThat(page)
                .contains("<strong>form</strong>", "<h3>Goal</h3>", "Belongs to", "Log in", ">ui<")
                .contains("href=\"https://example.org/forms\"", "rel=\"noopener noreferrer nofollow\"")
                .contains("id=TASK-0002");
        assertThat(body("/backlog/item?id=TASK-0002")).contains("Blocked:", "waits for TASK-0001", "Waits for");
        assertThat(body("/backlog/item?id=EPIC-0001")).contains("Reconcile what was learned", "Holds");
    }

    @Test
    void session_promptThatDefeatsANearCache_saysSoAndHowItIsSwitchedOff() throws Exception {
        StepId step = step();
        String path = "/sessions/proj/" + step.session();
        assertThat(body(path)).doesNotContain("CLAUDE_CODE_ATTRIBUTION_HEADER");
        project.note(step, VolatilePrefix.BILLING_LINE.note());
        assertThat(body(path)).contains("billing line:").contains("CLAUDE_CODE_ATTRIBUTION_HEADER=0");
    }
}
