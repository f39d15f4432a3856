package io.ambit.mcp.tool.schema;

import java.util.Map;
import java.util.Optional;

/**
 * What the value of a parameter looks like: in a schema, in a message, and when it is read. Reading is lenient where a
 * model errs without harm (a list of one without its brackets, a number in quotes); all else is a problem.
 */
public interface Form<T> {

    /** JSON Schema of it, without description and default. */
    Map<String, Object> schema();

    /** The same in words: "a string or list of strings". */
    String expected();

    /**
     * Reads a value; empty where it does not fit, which {@code place} is told.
     *
     * @param value as it came; never null
     */
    Optional<T> read(Object value, Place place);

    /** The value as it stands in JSON, for a default. */
    default Object json(T value) {
        return value;
    }
}
