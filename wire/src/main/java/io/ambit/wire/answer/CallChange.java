package io.ambit.wire.answer;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.wire.CallRepair;
import io.ambit.wire.Splice;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a call.
 *
 * @param name that it gets, as it was where that is right
 * @param arguments that it gets as JSON, null where they are right
 */
public record CallChange(String name, @Nullable String arguments) {

    /** The change to a call that is whole; empty where nothing changes. */
    public static Optional<CallChange> of(CallRepair repair, String name, String arguments) {
        if (!repair.holds(name)) {
            return Optional.empty();
        }
        return repair.repaired(name, arguments).flatMap(meant -> between(name, arguments, meant));
    }

    private static Optional<CallChange> between(String name, String arguments, Invocation meant) {
        @Nullable Map<String, Object> before =
                Invocation.parse(name, arguments).map(Invocation::arguments).orElse(null);
        boolean same = meant.arguments().equals(before);
        return same && meant.tool().equals(name)
                ? Optional.empty()
                : Optional.of(new CallChange(meant.tool(), same ? null : JsonTree.write(meant.arguments())));
    }

    /**
     * Makes the change to a call that stands in one piece.
     *
     * @param function the object that has its name and arguments
     * @param member what the format calls the arguments
     * @param quoted whether the format has them as a text, where the call has none yet
     */
    public void make(Json function, String member, boolean quoted, Splice splice) {
        Json name = function.get("name");
        if (name instanceof Json.Str said && !said.value().equals(this.name)) {
            splice.replace(said.start(), said.end(), JsonStrings.quote(this.name));
        }
        if (arguments == null) {
            return;
        }
        Json said = function.get(member);
        if (said != null) {
            splice.replace(
                    said.start(), said.end(), said instanceof Json.Str ? JsonStrings.quote(arguments) : arguments);
        } else if (name != null) {
            splice.insert(name.end(), ",\"" + member + "\":" + (quoted ? JsonStrings.quote(arguments) : arguments));
        }
    }
}
