package io.ambit.core.tool;

import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import java.util.Map;
import java.util.Optional;

/**
 * A tool with the arguments that it is, was or may be called with.
 *
 * @param arguments as a tree; compare by {@link #canonical}, to which 1 and 1.0 are one
 */
public record Invocation(String tool, Map<String, Object> arguments) {

    /** The call that a model spelled; empty where its arguments are no JSON object. No text at all is no arguments. */
    public static Optional<Invocation> parse(String tool, String arguments) {
        if (arguments.isBlank()) {
            return Optional.of(new Invocation(tool, Map.of()));
        }
        try {
            return Json.parse(arguments) instanceof Json.Obj object
                    ? Optional.of(new Invocation(tool, JsonTree.members(object)))
                    : Optional.empty();
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Name and all arguments, nested ones included, in one spelling: equal for equal calls. */
    public String canonical() {
        return tool + ' ' + CanonicalJson.ofText(JsonTree.write(arguments));
    }
}
