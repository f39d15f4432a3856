package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.cli.terminal.FolderSpace;
import io.ambit.testkit.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A backlog as a person has it on the command line. */
class BacklogCommandTest extends ShopBacklog {
    @Test
    void create_everyOption_isInTheFile() throws IOException {
        assertThat(id(json("create", "Vouchers", "--type", "epic"))).isEqualTo("EPIC-0001");
        Path text = Files.writeString(user.resolve("body.md"), "Cents,\nnot floats.\n");
        JsonNode task = json(
                "create",
                "Round half up",
                "--parent",
                "epic 1",
                "--tag",
                "money,api",
                "--status",
                "blocked",
                "--blocked-reason",
                "waits for the bank",
                "--reference",
                "https://example.org/x The rules",
                "--set",
                "priority=2",
                "--set",
                "labels=[\"a\"]",
                "--set",
                "owner=Ann, or Bob",
                "--body-file",
                text.toString());
        assertThat(id(task)).isEqualTo("TASK-0001");
        JsonNode shown = json("get", "task-1").get("items").get(0);
        assertThat(shown.get("parent_id").asString()).isEqualTo("EPIC-0001");
        assertThat(shown.at("/references/0/title").asString()).isEqualTo("The rules");
        assertThat(shown.at("/fields/priority").asInt()).isEqualTo(2);
        assertThat(shown.at("/fields/labels/0").asString()).isEqualTo("a");
        assertThat(shown.at("/fields/owner").asString()).isEqualTo("Ann, or Bob");
        assertThat(shown.get("body").asString()).isEqualTo("Cents,\nnot floats.\n");
        assertThat(Files.readString(shop.resolve(".backlog/docs/tasks/TASK-0001.md")))
                .contains("status: blocked")
                .contains("waits for the bank")
                .contains("- money");
        Screen plain = run("get", "TASK-0001");
        assertThat(plain.out())
                .contains("Round half up")
                .contains("waits for the bank")
                .contains("not floats.");
    }

    @Test
    void create_bodyFromStdin_isTaken() {
        Screen screen = Screen.told(home, "line one\nline two");
        assertThat(screen.run("backlog", "create", "Piped", "--body", "-", "--folder", shop.toString(), "--json"))
                .as(screen.err())
                .isZero();
        assertThat(screen.json().get("body").asString()).isEqualTo("line one\nline two\n");
    }

    @Test
    void create_wrong_saysWhatIsWrongAndWritesNothing() {
        assertThat(failure("create", "x", "--parent", "EPIC-9")).contains("EPIC-9");
        assertThat(failure("create", "x", "--status", "blocked")).contains("reason");
        assertThat(failure("create", "x", "--type", "A b")).contains("item type");
        assertThat(failure("create", "x", "--set", "id=TASK-9")).contains("keeps that key itself");
        assertThat(failure("create", "x", "--set", "novalue")).contains("KEY=VALUE");
        assertThat(shop.resolve(".backlog/docs")).doesNotExist();
    }

    @Test
    void update_eachOption_changesThatAlone() throws IOException {
        json("create", "One", "--tag", "a,b", "--body", "first\n", "--reference", "https://example.org/1");
        json("create", "Epic", "--type", "epic");
        json("update", "task 1", "--title", "Two");
        json("update", "task 1", "--append", "second");
        json("update", "task 1", "--replace", "first", "--with", "1st");
        json("update", "task 1", "--add-tag", "c");
        json("update", "task 1", "--remove-tag", "a", "--add-tag", "d");
        json("update", "task 1", "--add-reference", "https://example.org/2 Two");
        json("update", "task 1", "--remove-reference", "https://example.org/1");
        json("update", "task 1", "--parent", "epic-1");
        json("update", "task 1", "--set", "priority=1");
        json("update", "task 1", "--status", "done", "--evidence", "tests pass", "--evidence", "commit 1a2b");
        JsonNode shown = json("get", "task 1").get("items").get(0);
        assertThat(shown.get("title").asString()).isEqualTo("Two");
        assertThat(shown.get("body").asString()).isEqualTo("1st\nsecond\n");
        assertThat(texts(shown.get("tags"))).containsExactly("b", "c", "d");
        assertThat(shown.get("references").size()).isEqualTo(1);
        assertThat(shown.at("/references/0/url").asString()).isEqualTo("https://example.org/2");
        assertThat(shown.get("parent_id").asString()).isEqualTo("EPIC-0001");
        assertThat(shown.at("/fields/priority").asInt()).isEqualTo(1);
        assertThat(texts(shown.get("evidence"))).containsExactly("tests pass", "commit 1a2b");
        json("update", "task 1", "--tag", "only", "--parent", "", "--set", "priority=", "--body", "new\n");
        JsonNode last = json("get", "task 1").get("items").get(0);
        assertThat(texts(last.get("tags"))).containsExactly("only");
        assertThat(last.has("parent_id")).isFalse();
        assertThat(last.has("fields")).isFalse();
        assertThat(last.get("body").asString()).isEqualTo("new\n");
    }

    @Test
    void update_nothingOrTooMuch_isWrongUsage() {
        json("create", "One", "--body", "a a");
        assertThat(run("update", "task 1").err()).contains("Nothing to change");
        assertThat(run("update", "task 1", "--append", "x", "--body", "y").err())
                .contains("Expected one of");
        assertThat(run("update", "task 1", "--replace", "x").err()).contains("go together");
        assertThat(failure("update", "task 1", "--replace", "a", "--with", "b")).contains("more than once");
        assertThat(failure("update", "task 1", "--edit")).contains("needs a terminal");
        assertThat(failure("update", "task 9", "--append", "x")).contains("task 9");
        assertThat(failure("update", "task 1", "--status", "blocked")).contains("reason");
    }

    @Test
    void list_eachFilter_choosesAndCounts() {
        json("create", "Epic", "--type", "epic");
        json("create", "Round vouchers", "--parent", "EPIC-1", "--tag", "money");
        json("create", "Print vouchers", "--parent", "EPIC-1", "--status", "in_progress");
        json("create", "Else", "--tag", "money");
        assertThat(ids("list")).hasSize(4);
        assertThat(ids("list", "--type", "epic")).containsExactly("EPIC-0001");
        assertThat(ids("list", "--status", "in_progress")).containsExactly("TASK-0002");
        assertThat(ids("list", "--parent", "epic 1", "--sort", "id")).containsExactly("TASK-0001", "TASK-0002");
        assertThat(ids("list", "--tag", "money", "--sort", "title")).containsExactly("TASK-0003", "TASK-0001");
        assertThat(ids("list", "--text", "vouchers print")).containsExactly("TASK-0002");
        assertThat(ids("list", "--sort", "id", "--offset", "1", "--limit", "2"))
                .containsExactly("TASK-0001", "TASK-0002");
        assertThat(json("list", "--limit", "1").get("total").asInt()).isEqualTo(4);
        assertThat(json("list").at("/by_status/in_progress").asInt()).isEqualTo(1);
        Screen shown = run("list", "--limit", "3");
        assertThat(shown.out()).hasLineCount(4).contains("Print vouchers");
        assertThat(shown.err()).contains("1 in_progress").contains("1 more");
    }

    @Test
    void get_itemThatIsNotThere_failsAndShowsTheOthers() {
        json("create", "One");
        Screen screen = run("get", "TASK-1", "TASK-9");
        assertThat(screen.out()).contains("One");
        assertThat(screen.err()).contains("TASK-9");
        assertThat(screen.run("backlog", "get", "TASK-9", "--folder", shop.toString()))
                .isEqualTo(1);
    }

    @Test
    void get_hydrate_bringsTheEpicWithinTheBudget() {
        json("create", "Epic", "--type", "epic", "--body", "All about money");
        json("create", "One", "--parent", "EPIC-1", "--body", "text of one");
        assertThat(run("get", "TASK-1").out()).doesNotContain("All about money");
        assertThat(run("get", "TASK-1", "--hydrate").out())
                .contains("text of one")
                .contains("All about money");
        assertThat(run("get", "TASK-1", "--hydrate", "--depth", "0").out()).doesNotContain("All about money");
        assertThat(json("get", "TASK-1", "--hydrate", "--max-tokens", "10")
                        .get("tokens")
                        .asInt())
                .isLessThanOrEqualTo(10);
    }

    @Test
    void delete_andRestore_giveTheSameBytesBack() throws IOException {
        json("create", "One", "--body", "text");
        Path file = shop.resolve(".backlog/docs/tasks/TASK-0001.md");
        byte[] before = Files.readAllBytes(file);
        json("delete", "task 1");
        assertThat(file).doesNotExist();
        assertThat(run("trash").out()).contains("TASK-0001").contains("One");
        assertThat(failure("delete", "task 1")).contains("task 1");
        json("restore", "task 1");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(run("trash").err()).contains("empty");
        assertThat(failure("restore", "task 1")).contains("task 1");
    }

    @Test
    void search_wordsAndFilters_findTheItem() {
        json("create", "Round vouchers half up", "--body", "Cents, not floats.", "--tag", "money");
        json("create", "Print labels", "--type", "adr");
        assertThat(found("search", "rounding of vouchers")).startsWith("TASK-0001");
        assertThat(found("search", "vuchers")).contains("TASK-0001");
        assertThat(found("search", "task 1")).startsWith("TASK-0001");
        assertThat(found("search", "print", "--type", "task")).doesNotContain("ADR-0001");
        assertThat(found("search", "vouchers", "--tag", "none")).isEmpty();
        assertThat(found("search", "vouchers", "--status", "done")).isEmpty();
        assertThat(found("search", "vouchers labels", "--limit", "1")).hasSize(1);
        assertThat(run("search", "vouchers").out()).contains("Round vouchers half up");
    }

    @Test
    void relations_blockedThroughOthers_areFollowed() {
        json("create", "Base");
        json("create", "Middle", "--set", "blocked_by=[\"TASK-0001\"]");
        json("create", "Top", "--set", "blocked_by=[\"TASK-0002\"]");
        JsonNode top = json("relations", "task 3");
        assertThat(top.at("/waitsFor/1/id").asString()).isEqualTo("TASK-0001");
        assertThat(json("relations", "task 1").get("blocks").size()).isEqualTo(2);
        assertThat(json("relations", "task 3").get("around").size()).isEqualTo(1);
        assertThat(json("relations", "task 3", "--hops", "2").get("around").size())
                .isEqualTo(2);
        assertThat(json("relations", "task 3", "--type", "references")
                        .get("around")
                        .size())
                .isZero();
        assertThat(run("relations", "task 3").out()).contains("Waits for:").contains("Base");
    }

    @Test
    void assemble_taskOrQuestion_staysWithinTheBudget() {
        json("create", "Vouchers", "--type", "epic", "--body", "All about money");
        json("create", "Round half up", "--parent", "EPIC-1", "--body", "Cents, not floats.");
        JsonNode task = json("assemble", "--task", "task 1", "--max-tokens", "400");
        assertThat(task.get("text").asString()).contains("Cents, not floats.").contains("All about money");
        assertThat(task.get("tokens").asInt()).isBetween(1, 400);
        assertThat(json("assemble", "--epic", "epic 1").get("text").asString()).contains("Round half up");
        assertThat(run("assemble", "how", "are", "cents", "rounded").out()).contains("Round half up");
        assertThat(failure("assemble")).contains("expected for_task");
        assertThat(failure("assemble", "--task", "TASK-77")).contains("TASK-77");
        assertThat(failure("assemble", "money", "--max-tokens", "3")).contains("max_tokens");
    }

    @Test
    void insight_withContext_isTiedToTheItemAndShownAsActive() {
        json("create", "Round half up", "--status", "in_progress");
        JsonNode kept =
                json("insight", "Half cents go up", "--type", "decision", "--context", "TASK-1", "--author", "Ann");
        assertThat(texts(kept.get("items"))).contains("TASK-0001");
        assertThat(kept.at("/provenance/author").asString()).isEqualTo("Ann");
        assertThat(run("active").out()).contains("Round half up").contains("Half cents go up");
        assertThat(json("active").get("version").asString()).isNotEmpty();
        assertThat(failure("insight", "x", "--type", "rumour")).contains("decision");
        assertThat(failure("insight", " ")).contains("empty");
    }

    @Test
    void heal_twoFilesOfOneId_givesOneAnother() throws IOException {
        json("create", "One");
        Path tasks = shop.resolve(".backlog/docs/tasks");
        Files.writeString(tasks.resolve("TASK-0001-copy.md"), "---\nid: TASK-0001\ntitle: Other\n---\nText\n");
        Screen doctor = Screen.of(home, Map.of("HOME", user.toString()));
        assertThat(run("heal", "--dry-run").out()).contains("TASK-0001");
        assertThat(ids("list")).hasSize(2).containsOnly("TASK-0001");
        assertThat(doctor.run("doctor", "--json")).isNotNegative();
        Screen healed = run("heal", "--json");
        assertThat(healed.json().get("done").size()).isPositive();
        assertThat(ids("list")).doesNotHaveDuplicates().hasSize(2);
        assertThat(run("heal").err()).contains("nothing is wrong");
    }

    @Test
    void preferences_nothingLearned_saysSo() {
        assertThat(run("preferences").err()).contains("nothing was learned");
        assertThat(json("preferences", "--reset").get("preferences").size()).isZero();
    }

    @Test
    void backlog_spaceThatWasWorkedIn_isReachedByItsName() {
        json("create", "One");
        String space = FolderSpace.of(shop).id();
        Screen named = Screen.of(home, Map.of("HOME", user.toString()));
        assertThat(named.run("backlog", "list", "--space", space, "--json")).isZero();
        assertThat(named.json().get("total").asInt()).isEqualTo(1);
        Screen unknown = Screen.of(home, Map.of("HOME", user.toString()));
        assertThat(unknown.run("backlog", "list", "--space", "never-seen")).isEqualTo(1);
        assertThat(unknown.err()).contains("no folder of space never-seen");
        Screen gone = Screen.of(home, Map.of("HOME", user.toString()));
        assertThat(gone.run("backlog", "list", "--folder", user.resolve("none").toString()))
                .isEqualTo(1);
    }

    @Test
    void get_hostileText_cannotSteerTheTerminal() throws IOException {
        json("create", "One");
        Files.writeString(
                shop.resolve(".backlog/docs/tasks/TASK-0002.md"),
                "---\nid: TASK-0002\ntitle: \"a\\u001b[2Jb\"\n---\n\u001b[31mred\u001b[0m\r\u202Eover\n");
        assertThat(run("get", "TASK-2").out()).contains("red").doesNotContain("\u001b", "\r", "\u202E");
        assertThat(run("list").out()).doesNotContain("\u001b");
        assertThat(run("search", "red").out()).doesNotContain("\u001b");
    }

    @Test
    void update_edit_takesWhatTheEditorLeft() throws IOException {
        json("create", "One", "--body", "first\n");
        Path editor = Files.writeString(
                user.resolve("an editor"), "#!/bin/sh\nsed 's/first/1st/' \"$2\" >x && mv x \"$2\"\n");
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        Screen edited = Screen.typing(home, "", Map.of("HOME", user.toString(), "EDITOR", "'" + editor + "' -w"));
        assertThat(edited.run(inShop("update", "task 1", "--edit")))
                .as(edited.err())
                .isZero();
        assertThat(json("get", "task 1").at("/items/0/body").asString()).isEqualTo("1st\n");
        Screen failing = Screen.typing(home, "", Map.of("HOME", user.toString(), "EDITOR", "false"));
        assertThat(failing.run(inShop("update", "task 1", "--edit"))).isEqualTo(1);
        assertThat(failing.err()).contains("nothing was changed");
    }

    @Test
    void create_twoProcesses_giveEachItemAnIdOfItsOwn() throws Exception {
        List<String> printed = ChildJvm.printedByAll(List.of(
                ChildJvm.start(BacklogCommandTest.class, home, shop, "a"),
                ChildJvm.start(BacklogCommandTest.class, home, shop, "b")));
        assertThat(printed).hasSize(20).doesNotHaveDuplicates();
        assertThat(ids("list")).containsExactlyInAnyOrderElementsOf(printed);
    }

    /** Creates ten items and prints their ids: one of two processes. */
    public static void main(String[] args) {
        for (int i = 0; i < 10; i++) {
            Screen screen = Screen.of(Path.of(args[0]));
            screen.run("backlog", "create", args[2] + i, "--folder", args[1], "--json");
            System.out.println(id(screen.json()));
        }
    }

    private List<String> found(String... args) {
        return ids(args);
    }
}
