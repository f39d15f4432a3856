package io.ambit.mcp.tool.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a tool: all that schema, reading and messages need of it.
 *
 * @param description for models; "" where the name says it all
 * @param required whether a call without it is refused
 * @param fallback what counts where it is not given; null for nothing
 * @param example of a value, as JSON; "" for none
 */
public record Parameter<T>(
        String name,
        Form<T> form,
        String description,
        boolean required,
        @Nullable T fallback,
        String example) {

    /** One that may be left out. */
    public static <T> Parameter<T> optional(String name, Form<T> form, String description) {
        return new Parameter<>(name, form, description, false, null, "");
    }

    public static <T> Parameter<T> required(String name, Form<T> form, String description) {
        return new Parameter<>(name, form, description, true, null, "");
    }

    /** The same with a value that counts where none is given. */
    public Parameter<T> or(T value) {
        return new Parameter<>(name, form, description, false, value, example);
    }

    /** The same with an example for messages, as JSON. */
    public Parameter<T> such(String json) {
        return new Parameter<>(name, form, description, required, fallback, json);
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>(form.schema());
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        if (fallback != null) {
            schema.put("default", form.json(fallback));
        }
        return schema;
    }
}
