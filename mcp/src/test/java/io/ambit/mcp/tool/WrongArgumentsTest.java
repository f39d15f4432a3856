package io.ambit.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ambit.core.error.InvalidInputException;
import io.ambit.mcp.tool.set.ToolSet;
import io.ambit.testkit.HostileRecords;
import io.ambit.testkit.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments that do not fit are told in a sentence that names them, and never end otherwise. */
class WrongArgumentsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void call_argumentOfAnotherKind_isToldByName(Seed seed) {
        try (ToolBench bench = ToolFixture.fill(new ToolBench(folder))) {
            SplittableRandom random = seed.random();
            for (Tool tool : ToolSet.all().tools()) {
                Map<?, ?> properties = (Map<?, ?>) tool.inputSchema().get("properties");
                String name = Seed.pick(
                        random,
                        properties.keySet().stream().map(String::valueOf).toList());
                Map<?, ?> property = (Map<?, ?>) properties.get(name);
                // A list of one without its brackets is understood where a list may be given.
                boolean isChange =
                        property.get("properties") instanceof Map<?, ?> members && members.containsKey("set");
                String type = isChange ? "array" : String.valueOf(property.get("type"));
                Object wrong = wrong(random, type);

                assertThatThrownBy(() -> tool.call(new HashMap<>(Map.of(name, wrong)), bench))
                        .as("%s %s=%s, %s", tool.name(), name, wrong, seed)
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageStartingWith(tool.name() + ": ")
                        .hasMessageContaining("`" + name);
            }
        }
    }

    /** A value that none of the slips that are understood explains. */
    private static Object wrong(SplittableRandom random, String type) {
        List<Object> wrong = new ArrayList<>(List.of(true, 3.5, new Object[] {}, Map.of("a", 1), "\u0000 no ", -7));
        switch (type) {
            case "string" -> wrong.removeIf(value -> value instanceof String);
            case "array" -> wrong.removeIf(value -> value instanceof String);
            case "boolean" -> wrong.removeIf(value -> value instanceof Boolean);
            case "number" -> wrong.removeIf(value -> false);
            default -> {
                if (type.equals("object")) {
                    wrong.removeIf(value -> value instanceof Map || value instanceof String);
                    wrong.add("{not json");
                }
            }
        }
        Object chosen = Seed.pick(random, wrong);
        return chosen instanceof Object[] ? List.of(List.of(Map.of())) : chosen;
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void call_anything_answersOrSaysWhatIsWrong(Seed seed) {
        try (ToolBench bench = ToolFixture.fill(new ToolBench(folder))) {
            SplittableRandom random = seed.random();
            for (Tool tool : ToolSet.all().tools()) {
                Map<String, Object> arguments = arguments(random, tool.inputSchema());

                Throwable thrown =
                        catchThrowable(() -> AnswerSchemas.assertFits(tool.name(), tool.call(arguments, bench)));

                if (thrown != null) {
                    assertThat(thrown)
                            .as("%s %s, %s", tool.name(), arguments, seed)
                            .isInstanceOf(InvalidInputException.class);
                    assertThat(thrown.getMessage())
                            .doesNotContain("\n", "io.ambit", "java.", "Exception")
                            .hasSizeLessThan(4_001);
                }
            }
        }
    }

    private static Map<String, Object> arguments(SplittableRandom random, Map<String, Object> schema) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        properties.forEach((name, property) -> {
            if (random.nextInt(3) == 0) {
                arguments.put(String.valueOf(name), value(random, (Map<?, ?>) property));
            }
        });
        return arguments;
    }

    /** Mostly what the schema asks for, sometimes anything. */
    private static Object value(SplittableRandom random, Map<?, ?> schema) {
        if (random.nextInt(8) == 0) {
            return Seed.pick(
                    random, Arrays.asList(1, -1, 1e300, true, List.of(), Map.of(), "", "\ud800", List.of(1, "a")));
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> random.nextInt(1, 300);
            case "number" -> random.nextDouble();
            case "boolean" -> random.nextBoolean();
            case "array" -> List.of(value(random, (Map<?, ?>) schema.get("items")));
            case "object" ->
                schema.containsKey("properties")
                        ? arguments(random, cast(schema))
                        : Map.of(text(random), Seed.pick(random, List.of("x", 1, List.of(Map.of("a", 1)))));
            default ->
                schema.get("enum") instanceof List<?> words ? words.get(random.nextInt(words.size())) : text(random);
        };
    }

    private static Map<String, Object> cast(Map<?, ?> schema) {
        Map<String, Object> cast = new LinkedHashMap<>();
        schema.forEach((name, value) -> cast.put(String.valueOf(name), value));
        return cast;
    }

    private static String text(SplittableRandom random) {
        List<String> texts = new ArrayList<>(List.of(
                "TASK-0001",
                "EPIC-0001",
                "task",
                "open",
                "ins-001",
                "2026-01-01",
                "login",
                "10-20",
                "(",
                "../../etc/passwd",
                "mcp://backlog/../x",
                "ERROR",
                "a,b",
                "[\"TASK-0002\"]"));
        HostileRecords.all().limit(20).forEach(hostile -> texts.add(hostile.text()));
        return Seed.pick(random, texts);
    }

    @Test
    void call_idAsNumber_saysWhatToSend() {
        try (ToolBench bench = ToolFixture.fill(new ToolBench(folder))) {
            assertThatThrownBy(() -> bench.call("backlog_get", "id", 24))
                    .hasMessage(
                            "backlog_get: `id` expected a string or list of strings such as \"TASK-0024\", got number 24");
        }
    }
}
