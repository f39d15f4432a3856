package io.ambit.mcp.tool.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.JsonTree;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final Parameter<List<String>> ID =
            Parameter.required("id", Forms.words(), "Which").such("\"TASK-0024\"");
    private static final Parameter<Integer> DEPTH =
            Parameter.optional("depth", Forms.whole(0, 3), "How far").or(1);
    private static final Parameter<Boolean> HYDRATE = Parameter.optional("hydrate", Forms.flag(), "");
    private static final Parameter<String> SORT =
            Parameter.optional("sort", Forms.choice("updated", "in_progress"), "");
    private static final Parameter<Instant> FROM = Parameter.optional("from", Forms.time(), "");
    private static final Parameter<Map<String, Object>> FIELDS = Parameter.optional("fields", Forms.object(), "");
    private static final Parameter<String> OLD = Parameter.required("old", Forms.text(), "");
    private static final Parameter<Arguments> REPLACE =
            Parameter.optional("replace", Forms.record(Parameters.of(OLD)), "");
    private static final Parameter<ListChange<String>> TAGS =
            Parameter.optional("tags", Forms.change(Forms.words()), "");
    private static final Parameters ALL = Parameters.of(ID, DEPTH, HYDRATE, SORT, FROM, FIELDS, REPLACE, TAGS);

    private static Arguments read(Object... namesAndValues) {
        Map<String, Object> raw = new HashMap<>(Map.of("id", "TASK-1"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ALL.read("tool", raw);
    }

    private static void assertWrong(String message, Object... namesAndValues) {
        assertThatThrownBy(() -> read(namesAndValues))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("tool: " + message);
    }

    @Test
    void schema_ofParameters_saysAllThatReadingHolds() {
        assertThat(JsonTree.write(Parameters.of(ID, DEPTH, SORT).schema()))
                .isEqualTo("{\"type\":\"object\",\"properties\":{"
                        + "\"id\":{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"description\":\"Which\"},"
                        + "\"depth\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":3,\"description\":\"How far\","
                        + "\"default\":1},\"sort\":{\"type\":\"string\",\"enum\":[\"updated\",\"in_progress\"]}},"
                        + "\"required\":[\"id\"],\"additionalProperties\":false}");
    }

    @Test
    void read_slipsWithoutHarm_areUnderstood() {
        assertThat(read("id", "TASK-1, TASK-2").get(ID)).containsExactly("TASK-1", "TASK-2");
        assertThat(read("id", "[\"TASK-1\",\"TASK-2\"]").get(ID)).containsExactly("TASK-1", "TASK-2");
        assertThat(read("depth", "2").get(DEPTH)).isEqualTo(2);
        assertThat(read("depth", 2.0).get(DEPTH)).isEqualTo(2);
        assertThat(read("depth", "").get(DEPTH)).isEqualTo(1);
        assertThat(read("hydrate", "True").get(HYDRATE)).isTrue();
        assertThat(read("sort", "In-Progress").get(SORT)).isEqualTo("in_progress");
        assertThat(read("from", "2026-01-05").get(FROM)).isEqualTo(Instant.parse("2026-01-05T00:00:00Z"));
        assertThat(read("fields", "{\"a\":{\"b\":[1]}}").get(FIELDS)).containsOnlyKeys("a");
        assertThat(read("replace", "{\"old\":\"x\"}").get(REPLACE).get(OLD)).isEqualTo("x");
        assertThat(read("tags", "a, b").get(TAGS)).isEqualTo(new ListChange<>(List.of("a", "b"), List.of(), List.of()));
        assertThat(read("tags", Map.of("add", "a", "remove", List.of("b"))).get(TAGS))
                .isEqualTo(new ListChange<>(null, List.of("a"), List.of("b")));
    }

    @Test
    void read_nullAndBlank_countAsNotGiven() {
        Map<String, Object> raw = new HashMap<>();
        raw.put("id", "TASK-1");
        raw.put("sort", null);
        raw.put("from", " ");

        Arguments read = ALL.read("tool", raw);

        assertThat(read.has(SORT)).isFalse();
        assertThat(read.has(FROM)).isFalse();
    }

    @Test
    void read_wrongKind_saysWhatWasExpectedWhatCameAndAnExample() {
        assertWrong("`id` expected a string or list of strings such as \"TASK-0024\", got number 24", "id", 24);
        assertWrong(
                "`id` expected a string or list of strings such as \"TASK-0024\", got true",
                "id",
                Arrays.asList("TASK-1", true));
        assertWrong("`depth` expected a whole number from 0 to 3, got number 4", "depth", 4);
        assertWrong("`depth` expected a whole number from 0 to 3, got \"deep\"", "depth", "deep");
        assertWrong("`sort` expected one of updated, in_progress, got \"date\"", "sort", "date");
        assertWrong("`replace.old` is missing, expected a string", "replace", Map.of());
        assertWrong("`tags.add` expected a string or list of strings, got number 3", "tags", Map.of("add", List.of(3)));
        assertWrong("`tags` expected set, or add and remove, got \"both\"", "tags", Map.of("set", "a", "add", "b"));
    }

    @Test
    void read_severalProblems_areAllTold() {
        assertThatThrownBy(() -> ALL.read("tool", Map.of("depth", true, "hydrates", true)))
                .hasMessage("tool: `id` is missing, expected a string or list of strings such as \"TASK-0024\"; `depth`"
                        + " expected a whole number from 0 to 3, got true; `hydrates` is unknown, expected `hydrate`");
    }

    @Test
    void read_unknownName_namesTheNearOne() {
        assertWrong("`Depth_` is unknown, expected `depth`", "Depth_", 1);
        assertWrong(
                "`colour` is unknown, expected one of id, depth, hydrate, sort, from, fields, replace, tags",
                "colour",
                "red");
        assertWrong("`replace.olds` is unknown, expected `replace.old`", "replace", Map.of("old", "a", "olds", "b"));
    }
}
