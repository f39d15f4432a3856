package io.ambit.core.tooluse.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every plan: it does the same and reads the same, however much shorter it got. */
class SequenceOptimizerLawTest {
    private static final String ID = "{\"id\":{\"type\":\"string\"},\"hydrate\":{\"type\":\"boolean\"}}";
    private static final List<ToolDefinition> TOOLS = List.of(
            tool("get_item", ID),
            tool("get_items", "{\"ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"maxItems\":3}}"),
            tool("list_items", "{}"),
            tool("set_item", "{\"id\":{},\"value\":{}}"),
            tool("append_item", "{\"id\":{},\"value\":{}}"));
    private static final List<String> IDS = List.of("a", "b", "c", "d");

    private static ToolDefinition tool(String name, String properties) {
        return new ToolDefinition(
                name, "", "", JsonTree.members((Json.Obj) Json.parse("{\"properties\":" + properties + "}")));
    }

    /** A store of texts by id, which answers calls. */
    private static final class Store {
        private final Map<String, String> values = new TreeMap<>(Map.of("a", "1", "b", "2"));
        private int clock;

        Object run(Invocation call) {
            Map<String, Object> arguments = call.arguments();
            String id = String.valueOf(arguments.get("id"));
            return switch (call.tool()) {
                case "get_item" -> Boolean.TRUE.equals(arguments.get("hydrate")) ? read(id) + " with all" : read(id);
                case "get_items" -> {
                    Map<String, String> found = new HashMap<>();
                    ((List<?>) arguments.get("ids")).forEach(each -> found.put(each.toString(), read(each.toString())));
                    yield found;
                }
                case "list_items" -> values.toString();
                case "set_item" -> String.valueOf(values.put(id, String.valueOf(arguments.get("value"))));
                case "append_item" -> values.merge(id, String.valueOf(arguments.get("value")), String::concat);
                case "drop_item" -> String.valueOf(values.remove(id));
                case "calculate" -> "sum of " + arguments.get("expression");
                case "get_clock_now" -> Integer.toString(clock++);
                default -> throw new IllegalArgumentException(call.tool());
            };
        }

        private String read(String id) {
            return String.valueOf(values.get(id));
        }
    }

    /** What a planned call would have answered, told from the answer of the call that stands for it. */
    private static Object told(OptimizedCall made, Object answer, Invocation planned) {
        if (made.call().tool().equals("get_items") && planned.tool().equals("get_item")) {
            return String.valueOf(((Map<?, ?>) answer).get(planned.arguments().get("id")));
        }
        boolean isHydrated = Boolean.TRUE.equals(made.call().arguments().get("hydrate"));
        boolean wasHydrated = Boolean.TRUE.equals(planned.arguments().get("hydrate"));
        return isHydrated && !wasHydrated ? answer.toString().replace(" with all", "") : answer;
    }

    private static boolean isWrite(Invocation call) {
        return List.of("set_item", "append_item", "drop_item", "get_clock_now").contains(call.tool());
    }

    private static Invocation draw(SplittableRandom random) {
        String id = Seed.pick(random, IDS);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new Invocation("get_item", Map.of("id", id));
            case 4 -> new Invocation("get_item", Map.of("id", id, "hydrate", random.nextBoolean()));
            case 5 -> new Invocation("get_items", Map.of("ids", List.of(id)));
            case 6 -> new Invocation("list_items", Map.of());
            case 7 -> new Invocation("calculate", Map.of("expression", id));
            case 8 -> new Invocation("get_clock_now", Map.of());
            case 9 -> new Invocation("set_item", Map.of("id", id, "value", Integer.toString(random.nextInt(3))));
            case 10 -> new Invocation("append_item", Map.of("id", id, "value", "x"));
            default -> new Invocation("drop_item", Map.of("id", id));
        };
    }

    private static List<PlannedCall> plan(Seed seed) {
        SplittableRandom random = seed.random();
        int size = 1 + random.nextInt(14);
        int made = random.nextInt(3) == 0 ? random.nextInt(size) : 0;
        List<PlannedCall> plan = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            plan.add(new PlannedCall(draw(random), i < made));
        }
        return plan;
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void optimize_anyPlan_leavesTheSameStateAndReadsTheSameValues(Seed seed) {
        List<PlannedCall> plan = plan(seed);
        Store one = new Store();
        List<Object> wanted = plan.stream().map(each -> one.run(each.call())).toList();

        OptimizedPlan better = SequenceOptimizer.of(TOOLS, List.of()).optimize(new OptimizeRequest("", plan));
        Store other = new Store();
        Map<Integer, Object> got = new HashMap<>();
        for (int i = 0; i < plan.size() && plan.get(i).made(); i++) {
            got.put(i, other.run(plan.get(i).call()));
        }
        for (List<OptimizedCall> step : better.steps()) {
            for (OptimizedCall call : step) {
                Object answer = other.run(call.call());
                for (int position : call.stands()) {
                    assertThat(got.put(
                                    position,
                                    told(call, answer, plan.get(position).call())))
                            .as("planned call %s answered once, %s", position, seed)
                            .isNull();
                }
            }
        }
        for (int i = 0; i < plan.size(); i++) {
            Invocation asked = plan.get(i).call();
            Object answer = got.get(i);
            for (int m = i - 1; answer == null && m >= 0; m--) {
                if (plan.get(m).made() && plan.get(m).call().canonical().equals(asked.canonical())) {
                    answer = got.get(m);
                }
            }
            assertThat(answer).as("planned call %s, %s", i, seed).isEqualTo(wanted.get(i));
        }
        assertThat(other.values).as("%s", seed).isEqualTo(one.values);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void optimize_anyPlan_keepsEveryWriteAloneAndInOrder(Seed seed) {
        List<PlannedCall> plan = plan(seed);
        OptimizedPlan better = SequenceOptimizer.of(TOOLS, List.of()).optimize(new OptimizeRequest("", plan));
        assertThat(better.steps().stream()
                        .flatMap(List::stream)
                        .map(OptimizedCall::call)
                        .filter(SequenceOptimizerLawTest::isWrite))
                .as("%s", seed)
                .containsExactlyElementsOf(plan.stream()
                        .filter(each -> !each.made())
                        .map(PlannedCall::call)
                        .filter(SequenceOptimizerLawTest::isWrite)
                        .toList());
        assertThat(better.steps().stream().filter(step -> step.size() > 1))
                .as("%s", seed)
                .allSatisfy(step -> assertThat(step).noneMatch(call -> isWrite(call.call())));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void optimize_anyPlan_isNeverLongerAndOnceIsEnough(Seed seed) {
        SequenceOptimizer optimizer = SequenceOptimizer.of(TOOLS, List.of());
        OptimizedPlan better = optimizer.optimize(new OptimizeRequest("", plan(seed)));
        assertThat(better.savedCalls()).as("%s", seed).isNotNegative();
        assertThat(better.savedRounds()).as("%s", seed).isGreaterThanOrEqualTo(better.savedCalls());
        List<PlannedCall> again = better.steps().stream()
                .flatMap(List::stream)
                .map(call -> new PlannedCall(call.call(), false))
                .toList();
        assertThat(optimizer.optimize(new OptimizeRequest("", again)).savedCalls())
                .as("%s", seed)
                .isZero();
    }
}
