package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call in place of several that read one item each. There is one where the tool itself takes a list where it takes a
 * single value, or where another tool on the same subject takes a list of the same values.
 *
 * @param call that reads all
 * @param parameter of the single calls in which they differ
 */
public record BatchCall(Invocation call, String parameter) {
    /** In these, calls differ that want different things, one after another: pages, and questions. */
    private static final Set<String> NO_ITEMS = Set.of(
            "page",
            "offset",
            "cursor",
            "start",
            "limit",
            "skip",
            "after",
            "before",
            "line",
            "lines",
            "from",
            "to",
            "end",
            "since",
            "until",
            "count",
            "size",
            "token",
            "q",
            "query",
            "question",
            "pattern",
            "search",
            "text",
            "keyword",
            "expression",
            "command",
            "sql",
            "prompt",
            "thought",
            "date",
            "day",
            "month",
            "year",
            "time",
            "depth",
            "level");

    /** The one call that reads what these read; empty where there is none, or it is not certain. */
    public static Optional<BatchCall> of(List<Invocation> singles, ToolTraits traits) {
        if (singles.size() < 2) {
            return Optional.empty();
        }
        String parameter = differing(singles);
        ToolDefinition own = traits.definition(singles.get(0).tool());
        if (parameter == null || own == null || ToolName.of(parameter).has(NO_ITEMS)) {
            return Optional.empty();
        }
        Map<String, Object> schema = Schemas.parameters(own).get(parameter);
        if (schema != null && Schemas.takesList(schema) && singles.size() <= Schemas.maxItems(schema)) {
            return Optional.of(new BatchCall(batch(own.name(), parameter, parameter, singles), parameter));
        }
        for (ToolDefinition other : traits.definitions()) {
            boolean isOwn = other.name().equals(own.name());
            String list = isOwn || isTwin(own, other, traits) ? listFor(own, other, parameter) : null;
            if (list == null || singles.size() > Schemas.maxItems(Schemas.parameter(other, list))) {
                continue;
            }
            Invocation call = batch(other.name(), parameter, list, singles);
            Set<String> given = call.arguments().keySet();
            if (given.containsAll(Schemas.required(other))
                    && Schemas.parameters(other).keySet().containsAll(given)) {
                return Optional.of(new BatchCall(call, parameter));
            }
        }
        return Optional.empty();
    }

    /** The parameter in which they differ, where it is one and each gives one text or number for it; else null. */
    public static @Nullable String differing(List<Invocation> singles) {
        Map<String, Object> first = singles.get(0).arguments();
        String found = null;
        Set<Object> values = new LinkedHashSet<>();
        for (Invocation each : singles) {
            if (!each.tool().equals(singles.get(0).tool())
                    || !each.arguments().keySet().equals(first.keySet())) {
                return null;
            }
        }
        for (String name : first.keySet()) {
            boolean isSame = singles.stream()
                    .allMatch(
                            each -> String.valueOf(each.arguments().get(name)).equals(String.valueOf(first.get(name))));
            if (!isSame && found != null) {
                return null;
            }
            found = isSame ? found : name;
        }
        if (found == null) {
            return null;
        }
        for (Invocation each : singles) {
            Object value = each.arguments().get(found);
            if (!(value instanceof String || value instanceof Number) || !values.add(value)) {
                return null;
            }
        }
        return found;
    }

    /** The parameter of {@code other} that lists what {@code parameter} of {@code own} gives one of. */
    private static @Nullable String listFor(ToolDefinition own, ToolDefinition other, String parameter) {
        Set<String> wanted = singulars(parameter);
        Set<String> subject = ToolName.of(own.name()).subject();
        for (Map.Entry<String, Map<String, Object>> each :
                Schemas.parameters(other).entrySet()) {
            if (each.getKey().equals(parameter) && other.name().equals(own.name())) {
                continue;
            }
            Set<String> words = singulars(each.getKey());
            // get_user(id) beside get_users(user_ids): what one leaves out stands in the tool's name.
            boolean isSame = words.equals(wanted) || without(words, subject).equals(without(wanted, subject));
            if (isSame && !words.isEmpty() && Schemas.takesList(each.getValue())) {
                return each.getKey();
            }
        }
        return null;
    }

    private static boolean isTwin(ToolDefinition own, ToolDefinition other, ToolTraits traits) {
        return other.server().equals(own.server())
                && !ToolName.of(own.name()).subject().isEmpty()
                && ToolName.of(own.name())
                        .subject()
                        .equals(ToolName.of(other.name()).subject())
                && traits.effect(new Invocation(other.name(), Map.of())).repeats();
    }

    private static Set<String> singulars(String parameter) {
        Set<String> words = new LinkedHashSet<>();
        ToolName.of(parameter).words().forEach(word -> words.add(ToolName.singular(word)));
        return words;
    }

    private static Set<String> without(Set<String> words, Set<String> subject) {
        Set<String> rest = new LinkedHashSet<>(words);
        rest.removeAll(subject);
        return rest;
    }

    private static Invocation batch(String tool, String parameter, String list, List<Invocation> singles) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        List<Object> values = new ArrayList<>();
        singles.forEach(each -> values.add(each.arguments().get(parameter)));
        singles.get(0)
                .arguments()
                .forEach((name, value) -> arguments.put(
                        name.equals(parameter) ? list : name, name.equals(parameter) ? (Object) values : value));
        return new Invocation(tool, arguments);
    }
}
