package io.ambit.core.tooluse.habit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of the same tool for the same kind of thing: what most of them give, such calls have. */
final class Siblings {
    /** So many are needed before they say anything. */
    static final int ENOUGH = 4;
    /** Parameters that tell kinds apart. */
    private static final Set<String> KINDS = Set.of("type", "kind", "category", "status", "state", "class", "template");

    private Siblings() {}

    /** Of the recorded calls of a tool those that succeeded and are of the same kind, by every argument that tells kinds. */
    static List<Seen> of(Seen call, ToolTraits traits) {
        return traits.calls(call.tool()).stream()
                .filter(each -> each.succeeded() && isSameKind(each.arguments(), call.arguments()))
                .filter(each -> !each.call().equals(call.call()))
                .toList();
    }

    /** Whether nine of ten give the parameter, and there are enough. */
    static boolean give(List<Seen> siblings, String parameter) {
        long given = siblings.stream().filter(each -> isGiven(each, parameter)).count();
        return given >= ENOUGH && given * 10 >= siblings.size() * 9L;
    }

    /** Whether the call says something for the parameter. */
    static boolean isGiven(Seen call, String parameter) {
        Object value = call.arguments().get(parameter);
        return value != null
                && !value.equals("")
                && !(value instanceof List<?> list && list.isEmpty())
                && !(value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static boolean isSameKind(Map<String, Object> one, Map<String, Object> other) {
        for (String kind : KINDS) {
            if (!String.valueOf(one.get(kind)).equalsIgnoreCase(String.valueOf(other.get(kind)))) {
                return false;
            }
        }
        return true;
    }
}
