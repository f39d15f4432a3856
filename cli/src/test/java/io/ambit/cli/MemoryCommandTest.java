package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Memory as a user has it on the command line, without a model. */
class MemoryCommandTest {
    @TempDir
    private Path home;

    @Test
    void add_everyKind_isShownAsItWasGiven() throws IOException {
        Path skill = home.resolve("skill.json");
        Files.writeString(
                skill,
                "{\"name\":\"Release\",\"steps\":[\"Tag\",\"Push\"],\"commonErrors\":[{\"error\":\"No tag\",\"fix\":"
                        + "\"Tag first\"}],\"exitCriteria\":[\"The tag is on the server\"]}");
        assertThat(id(add("insight", "Builds need JDK 25", "--set", "type=decision", "--set", "tags=build")))
                .startsWith("ins-");
        assertThat(id(add("document", "Notes on the port\nIt is 8080"))).startsWith("doc-");
        assertThat(id(add("episode", "Fix the login", "--set", "outcome=success", "--happened", "2026-01-05")))
                .isEqualTo("ep-2026-01-05-001");
        assertThat(id(add("pattern", "Timeouts", "--set", "correctApproach=Set one", "--set", "conditions=slow net")))
                .isEqualTo("sem-001");
        assertThat(id(add("anti-pattern", "Sleeping in tests", "--set", "prevention=Wait for a condition")))
                .isEqualTo("anti-001");
        assertThat(id(add("fact", "--set", "subject=api", "--set", "predicate=port", "--set", "object=8080")))
                .isEqualTo("fact-001");
        JsonNode added = add("skill", "--file", skill.toString());
        JsonNode shown =
                ok("memory", "show", id(added), "--json").get("records").get(0);
        assertThat(shown.get("content").get("steps").size()).isEqualTo(2);
        assertThat(shown.get("content").get("commonErrors").get(0).get("fix").asString())
                .isEqualTo("Tag first");
        assertThat(shown.get("provenance").get("author").asString()).isEqualTo("user");
        assertThat(ok("memory", "list", "--json").get("total").asInt()).isEqualTo(7);
    }

    @Test
    void add_wrongRecord_saysWhatIsWrong() {
        assertThat(failure("memory", "add", "episode", "Fix it"))
                .contains("outcome")
                .contains("expected a text");
        assertThat(failure("memory", "add", "episode", "Fix it", "--set", "outcome=great"))
                .contains("'great'")
                .contains("success, failure or partial");
        assertThat(failure("memory", "add", "skill", "Release")).contains("no steps");
        assertThat(failure("memory", "add", "thought", "x"))
                .contains("kind 'thought'")
                .contains("insight");
        assertThat(failure("memory", "add", "insight", "x", "--importance", "3"))
                .contains("importance");
        assertThat(failure("memory", "add", "insight", "x", "--happened", "soon"))
                .contains("2026-01-05");
        assertThat(ok("memory", "list", "--json").get("total").asInt()).isZero();
    }

    @Test
    void add_parameters_changeTheRecord() {
        JsonNode record = add(
                "insight",
                "x",
                "--importance",
                "0.9",
                "--confidence",
                "0.4",
                "--author",
                "agent:reviewer",
                "--happened",
                "2026-01-05T09:30:00Z");
        assertThat(record.get("importance").asDouble()).isEqualTo(0.9);
        assertThat(record.get("confidence").asDouble()).isEqualTo(0.4);
        assertThat(record.get("provenance").get("author").asString()).isEqualTo("agent:reviewer");
        assertThat(record.get("time").asString()).isEqualTo("2026-01-05T09:30:00Z");
    }

    @Test
    void forget_record_leavesATombstone() {
        String id = id(add("insight", "The code word is heliotrope"));
        assertThat(run("memory", "forget", id).err()).contains("--yes");
        ok("memory", "forget", id, "--yes", "--json");
        assertThat(failure("memory", "show", id)).contains("was forgotten");
        assertThat(ok("memory", "search", "heliotrope", "--json").get("hits").isEmpty())
                .isTrue();
        assertThat(failure("memory", "restore", id)).contains("for good");
    }

    @Test
    void restore_archivedRecord_isFoundAgain() {
        String id = id(add("insight", "The code word is heliotrope"));
        ok("memory", "restore", "--archive", id);
        assertThat(ok("memory", "search", "heliotrope", "--json").get("hits").isEmpty())
                .isTrue();
        assertThat(hits("heliotrope", "--archived")).containsExactly(id);
        ok("memory", "restore", id);
        assertThat(hits("heliotrope")).containsExactly(id);
    }

    @Test
    void facts_singleValued_holdOneAfterTheOther() {
        fact("port", "8080", "2026-01-01");
        fact("port", "9090", "2026-02-01");
        assertThat(objects("--at", "2026-01-15")).containsExactly("8080");
        assertThat(objects("--at", "2026-03-01")).containsExactly("9090");
        assertThat(objects("--predicate", "name")).isEmpty();
        assertThat(objects("--known", "2020-01-01")).isEmpty();
    }

    @Test
    void link_betweenRecords_isShownWithBoth() {
        String one = id(add("insight", "One"));
        String two = id(add("insight", "Two"));
        ok("memory", "link", one, "supports", two);
        JsonNode links =
                ok("memory", "show", two, "--json").get("records").get(0).get("links");
        assertThat(links.get(0).get("from").asString()).isEqualTo(one);
        assertThat(links.get(0).get("type").asString()).isEqualTo("supports");
        assertThat(failure("memory", "link", one, "supports", "ins-999")).contains("no record ins-999");
        ok("memory", "link", one, "supports", two, "--remove");
        assertThat(ok("memory", "show", two, "--json")
                        .get("records")
                        .get(0)
                        .get("links")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void block_written_keepsItsHistoryAndItsLimit() {
        ok("memory", "block", "project", "--value", "First", "--limit", "20");
        ok("memory", "block", "project", "--value", "Second");
        assertThat(blocks("project").findValuesAsString("value")).containsExactly("Second");
        assertThat(blocks("project", "--history").findValuesAsString("value")).containsExactly("First");
        assertThat(failure("memory", "block", "project", "--value", "x".repeat(21)))
                .contains("at most 20");
        ok("memory", "block", "project", "--delete");
        assertThat(failure("memory", "block", "project")).contains("no block 'project'");
    }

    @Test
    void space_otherThanTheRecords_knowsNothingOfThem() {
        String id = id(add("insight", "The code word is heliotrope"));
        Screen other = Screen.of(home);
        assertThat(other.run("memory", "show", id, "--space", "other")).isEqualTo(1);
        Screen search = Screen.of(home);
        assertThat(search.run("memory", "search", "heliotrope", "--space", "other", "--json"))
                .isZero();
        assertThat(search.json().get("hits").isEmpty()).isTrue();
    }

    @Test
    void search_spaceThatMayReadAnother_findsWhatThatHolds() {
        Screen other = Screen.of(home);
        assertThat(other.run("memory", "add", "insight", "The code word is heliotrope", "--space", "common"))
                .isZero();
        assertThat(hits("heliotrope")).isEmpty();
        Screen reader = Screen.of(home, Map.of("AMBIT_MEMORY_READS", "shop:common"));
        assertThat(reader.run("memory", "search", "heliotrope", "--space", "shop", "--json"))
                .isZero();
        assertThat(reader.json().get("hits").get(0).get("space").asString()).isEqualTo("common");
    }

    @Test
    void verify_repair_buildsTheIndexAgain() {
        String id = id(add("insight", "The code word is heliotrope"));
        JsonNode report = ok("memory", "verify", "--repair", "--json");
        assertThat(report.get("records").asInt()).isEqualTo(1);
        assertThat(report.get("indexed").asInt()).isEqualTo(1);
        assertThat(report.get("faults").isEmpty()).isTrue();
        assertThat(hits("heliotrope")).containsExactly(id);
    }

    private void fact(String predicate, String object, String from) {
        add(
                "fact",
                "--set",
                "subject=api",
                "--set",
                "predicate=" + predicate,
                "--set",
                "object=" + object,
                "--set",
                "single=true",
                "--set",
                "validAt=" + from);
    }

    private List<String> objects(String... options) {
        return ok(with(new String[] {"memory", "facts", "--json"}, options))
                .get("facts")
                .findValuesAsString("object");
    }

    private List<String> hits(String question, String... options) {
        return ok(with(new String[] {"memory", "search", question, "--json"}, options))
                .get("hits")
                .findValuesAsString("id");
    }

    private JsonNode blocks(String label, String... options) {
        return ok(with(new String[] {"memory", "block", label, "--json"}, options))
                .get("blocks");
    }

    private JsonNode add(String... arguments) {
        return ok(with(new String[] {"memory", "add", "--json"}, arguments));
    }

    private static String id(JsonNode record) {
        return record.get("id").asString();
    }

    private static String[] with(String[] first, String... then) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(then));
        return all.toArray(String[]::new);
    }

    private JsonNode ok(String... arguments) {
        Screen screen = Screen.of(home);
        assertThat(screen.run(inSpace(arguments)))
                .as("%s: %s", List.of(arguments), screen.err())
                .isZero();
        return List.of(arguments).contains("--json") ? screen.json() : NullNode.instance;
    }

    private String failure(String... arguments) {
        Screen screen = Screen.of(home);
        assertThat(screen.run(inSpace(arguments))).as("%s", List.of(arguments)).isEqualTo(1);
        return screen.err();
    }

    private Screen run(String... arguments) {
        Screen screen = Screen.of(home);
        screen.run(inSpace(arguments));
        return screen;
    }

    private static String[] inSpace(String... arguments) {
        return arguments[1].equals("verify") ? arguments : with(arguments, "--space", "shop");
    }
}
