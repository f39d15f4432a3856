package io.ambit.mcp.tool.schema;

import io.ambit.core.error.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, read. */
public final class Arguments {
    private final String tool;
    private final Map<String, Object> values;

    Arguments(String tool, Map<String, Object> values) {
        this.tool = tool;
        this.values = Map.copyOf(values);
    }

    /** The value of a parameter that is required or has a default. */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .orElseThrow(() -> new IllegalArgumentException(
                        tool + " reads " + parameter.name() + ", which may be left out and has no default"));
    }

    /** The value of a parameter, where it was given or has a default. */
    @SuppressWarnings("unchecked") // the parameter's own form has read it
    public <T> Optional<T> find(Parameter<T> parameter) {
        return Optional.ofNullable((T) values.get(parameter.name()));
    }

    /** The value of a parameter, or null. */
    public <T> @Nullable T orNull(Parameter<T> parameter) {
        return find(parameter).orElse(null);
    }

    public boolean has(Parameter<?> parameter) {
        return values.containsKey(parameter.name());
    }

    /** What is wrong with the arguments together, where each by itself is right. */
    public InvalidInputException wrong(String message) {
        return new InvalidInputException(tool + ": " + message);
    }
}
