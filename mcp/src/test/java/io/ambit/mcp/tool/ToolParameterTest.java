package io.ambit.mcp.tool;

import static io.ambit.mcp.tool.ToolBench.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.RecordJson;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.set.ToolSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every parameter of every tool, alone, changes what a call does: the same call is made in two equal projects, without
 * and with it, and something is there afterwards in one of them only.
 */
class ToolParameterTest {

    /**
     * A parameter and what it changes.
     *
     * @param with what is added to {@code without}; the parameter, and nothing else
     * @param only what the answer, or what was written, holds in one of the two only
     * @param appears whether that is the one with the parameter
     */
    record Case(
            String tool,
            String parameter,
            Function<ToolBench, Map<String, Object>> without,
            Function<ToolBench, Object> with,
            String only,
            boolean appears) {
        @Override
        public String toString() {
            return tool + " " + parameter;
        }
    }

    @TempDir
    private Path folder;

    static Stream<Case> cases() {
        return ToolParameterCases.all().stream();
    }

    @Test
    void cases_ofEveryTool_areThereForEveryParameter() {
        TreeSet<String> declared = new TreeSet<>();
        for (Tool tool : ToolSet.all().tools()) {
            names(tool.inputSchema(), "").forEach(name -> declared.add(tool.name() + " " + name));
        }

        assertThat(new TreeSet<>(cases().map(Case::toString).toList())).isEqualTo(declared);
    }

    /** Parameters and, with a point between, their members. */
    private static List<String> names(Map<String, Object> schema, String before) {
        List<String> names = new ArrayList<>();
        if (schema.get("items") instanceof Map<?, ?> items) {
            return names(tree(items), before);
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> {
                List<String> members = names(tree((Map<?, ?>) property), before + name + ".");
                names.addAll(members.isEmpty() ? List.of(before + name) : members);
            });
        }
        return names;
    }

    private static Map<String, Object> tree(Map<?, ?> map) {
        Map<String, Object> tree = new LinkedHashMap<>();
        map.forEach((name, value) -> tree.put(String.valueOf(name), value));
        return tree;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void call_withTheParameter_doesSomethingElse(Case one) {
        String without = run("without", one, bench -> one.without().apply(bench));
        String with = run("with", one, bench -> {
            Map<String, Object> arguments = new HashMap<>(one.without().apply(bench));
            put(arguments, one.parameter(), one.with().apply(bench));
            return arguments;
        });

        assertThat(one.appears() ? with : without).contains(one.only());
        assertThat(one.appears() ? without : with).doesNotContain(one.only());
    }

    private static void put(Map<String, Object> arguments, String name, Object value) {
        int point = name.indexOf('.');
        if (point < 0) {
            arguments.put(name, value);
            return;
        }
        String outer = name.substring(0, point);
        Object given = arguments.get(outer);
        boolean list = given instanceof List<?>;
        Map<String, Object> inner =
                tree(given instanceof Map<?, ?> map ? map : list ? (Map<?, ?>) ((List<?>) given).getFirst() : Map.of());
        put(inner, name.substring(point + 1), value);
        arguments.put(outer, list ? List.of(inner) : inner);
    }

    /** What is there after the call: the answer or the error, and all of backlog and memory. */
    private String run(String name, Case one, Function<ToolBench, Map<String, Object>> arguments) {
        try (ToolBench bench = ToolFixture.fill(new ToolBench(folder.resolve(name)))) {
            if (one.tool().equals("context_retrieve")) {
                ToolFixture.record(bench);
            } else if (one.tool().equals("backlog_suggest_tool")) {
                ToolFixture.offer(bench);
            }
            Map<String, Object> given = arguments.apply(bench);
            String said = said(one.tool(), given, bench);
            return said + "\n"
                    + JsonTree.write(bench.forms)
                    + (ToolParameterCases.READS.contains(one.tool()) ? "" : written(bench))
                    + bench.project().memory().journal().queries(ToolBench.SPACE, 10);
        }
    }

    private static String said(String name, Map<String, Object> arguments, ToolBench bench) {
        try {
            ToolResult result = bench.call(name, arguments);
            AnswerSchemas.assertFits(name, result);
            return ToolBench.said(result);
        } catch (InvalidInputException e) {
            return "FAILED " + e.getMessage();
        }
    }

    private static String written(ToolBench bench) {
        StringBuilder out = new StringBuilder();
        bench.project()
                .backlog()
                .items()
                .forEach(item -> out.append(
                        bench.call("backlog_get", with("id", item.id().value())).text()));
        bench.store
                .list(ToolBench.SPACE, RecordSelection.LIVE)
                .forEach(record -> out.append(JsonTree.write(RecordJson.tree(record))));
        return out.toString();
    }
}
