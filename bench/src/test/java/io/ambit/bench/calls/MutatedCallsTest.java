package io.ambit.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.check.CallCheck;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.check.Fault;
import io.ambit.testkit.Seed;
import io.ambit.wire.schema.JsonSchemaValidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of generated calls, made wrong in one place at any depth. */
class MutatedCallsTest {
    private static final CallCheck CHECK = new CallCheck(new JsonSchemaValidator());

    /** A place in arguments: the object or list that holds it, and what it is called there. */
    private record Place(Object holder, Object key) {
        Object value() {
            return holder instanceof Map<?, ?> map
                    ? Objects.requireNonNull(map.get(key))
                    : ((List<?>) holder).get((Integer) key);
        }

        @SuppressWarnings("unchecked")
        void set(Object value) {
            if (holder instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).put(key, value);
            } else {
                ((List<Object>) holder).set((Integer) key, value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void check_rightCall_findsNothing(Seed seed) {
        CalledTool right = new GeneratedCalls(seed).right();

        assertThat(CHECK.check(right.call(), right.tools()).findings())
                .as(seed.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void check_misspeltTool_isFoundAndMeant(Seed seed) {
        GeneratedCalls calls = new GeneratedCalls(seed);
        CalledTool right = calls.right();
        String name = calls.spelled(right.call().tool());
        if (!name.equals(right.call().tool())) {
            assertMeant(right, new Invocation(name, right.call().arguments()), Fault.UNKNOWN_TOOL, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void check_misspeltParameter_isFoundAndMeant(Seed seed) {
        GeneratedCalls calls = new GeneratedCalls(seed);
        CalledTool right = calls.right();
        Map<String, Object> wrong = copy(right.call().arguments());
        Place place = pick(
                places(wrong).stream()
                        .filter(each -> each.key() instanceof String)
                        .toList(),
                seed);
        String old = (String) place.key();
        String name = calls.spelled(old);
        if (name.equals(old)) {
            return;
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> holder = (Map<String, Object>) place.holder();
        holder.put(name, Objects.requireNonNull(holder.remove(old)));
        assertMeant(right, new Invocation(right.call().tool(), wrong), Fault.UNEXPECTED_PARAMETER, seed);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void check_valueOfAnotherType_isFoundAndMeant(Seed seed) {
        CalledTool right = new GeneratedCalls(seed).right();
        Map<String, Object> wrong = copy(right.call().arguments());
        Place place = pick(
                places(wrong).stream()
                        .filter(each -> !(each.value() instanceof List))
                        .toList(),
                seed);
        Object value = place.value();
        boolean quoted = value instanceof Map || (!(value instanceof String) && seed.value() % 2 == 0);
        place.set(quoted ? JsonTree.write(value) : List.of(value));
        assertMeant(right, new Invocation(right.call().tool(), wrong), Fault.WRONG_TYPE, seed);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void check_listedValueInAnotherSpelling_isFoundAndMeant(Seed seed) {
        GeneratedCalls calls = new GeneratedCalls(seed);
        CalledTool right = calls.right();
        Map<String, Object> wrong = copy(right.call().arguments());
        List<Place> listed = places(wrong).stream()
                .filter(each -> each.value() instanceof String text && !text.startsWith("text "))
                .toList();
        if (listed.isEmpty()) {
            return;
        }
        Place place = pick(listed, seed);
        String value = calls.spelled((String) place.value());
        if (!value.equals(place.value())) {
            place.set(value);
            assertMeant(right, new Invocation(right.call().tool(), wrong), Fault.BAD_ENUM, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void check_missingParameter_isFoundAndNotMadeUp(Seed seed) {
        CalledTool right = new GeneratedCalls(seed).right();
        Map<String, Object> wrong = copy(right.call().arguments());
        wrong.remove(wrong.keySet().iterator().next());

        Checked checked = CHECK.check(new Invocation(right.call().tool(), wrong), right.tools());

        assertThat(checked.cause()).as(seed.toString()).contains(Fault.MISSING_REQUIRED);
        assertThat(checked.proposed()).as(seed.toString()).isEmpty();
    }

    private static void assertMeant(CalledTool right, Invocation wrong, Fault fault, Seed seed) {
        Checked checked = CHECK.check(wrong, right.tools());

        assertThat(checked.cause()).as("%s: %s", seed, wrong.canonical()).contains(fault);
        assertThat(checked.proposed())
                .as("%s: %s", seed, wrong.canonical())
                .map(Invocation::canonical)
                .contains(right.call().canonical());
    }

    private static Place pick(List<Place> places, Seed seed) {
        return Seed.pick(new SplittableRandom(seed.value() + 1), places);
    }

    private static List<Place> places(Object tree) {
        List<Place> places = new ArrayList<>();
        collect(tree, places);
        return places;
    }

    private static void collect(Object tree, List<Place> into) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                into.add(new Place(map, key));
                collect(value, into);
            });
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                into.add(new Place(list, i));
                collect(list.get(i), into);
            }
        }
    }

    private static Map<String, Object> copy(Map<String, Object> tree) {
        return new LinkedHashMap<>(JsonTree.members((Json.Obj) Json.parse(JsonTree.write(tree))));
    }
}
