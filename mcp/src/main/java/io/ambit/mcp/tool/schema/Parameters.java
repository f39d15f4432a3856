package io.ambit.mcp.tool.schema;

import io.ambit.core.error.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a tool, or the members of one of its parameters, in order. */
public final class Parameters {
    private final Map<String, Parameter<?>> byName = new LinkedHashMap<>();

    private Parameters(List<Parameter<?>> all) {
        for (Parameter<?> parameter : all) {
            if (byName.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("parameter " + parameter.name() + " is declared twice");
            }
        }
    }

    public static Parameters of(Parameter<?>... all) {
        return new Parameters(List.of(all));
    }

    /** JSON Schema of an object of them; no other member may stand in it. */
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        byName.values().forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        List<String> required = byName.values().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /**
     * Reads the arguments of a call.
     *
     * @throws InvalidInputException which tells everything that is wrong with them: what was expected, what came, and
     *     an example
     */
    public Arguments read(String tool, Map<String, ?> raw) {
        List<String> problems = new ArrayList<>();
        Arguments arguments = read(tool, raw, "", problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(tool + ": " + String.join("; ", problems));
        }
        return arguments;
    }

    Arguments read(String tool, Map<String, ?> raw, String before, List<String> problems) {
        Map<String, Object> values = new HashMap<>();
        for (Parameter<?> parameter : byName.values()) {
            read(parameter, raw.get(parameter.name()), before, problems, values);
        }
        for (String name : raw.keySet()) {
            if (!byName.containsKey(name)) {
                problems.add("`" + before + Place.line(name) + "` is unknown, expected "
                        + NearName.of(name, byName.keySet())
                                .map(near -> "`" + before + near + "`")
                                .orElse("one of " + String.join(", ", byName.keySet())));
            }
        }
        return new Arguments(tool, values);
    }

    private static <T> void read(
            Parameter<T> parameter,
            @Nullable Object raw,
            String before,
            List<String> problems,
            Map<String, Object> values) {
        Place place = new Place(before + parameter.name(), parameter.example(), problems);
        // Models fill what they do not mean with null or nothing.
        if (raw != null && !(raw instanceof String text && text.isBlank())) {
            parameter.form().read(raw, place).ifPresent(value -> values.put(parameter.name(), value));
        } else if (parameter.required()) {
            String such = parameter.example().isEmpty() ? "" : " such as " + parameter.example();
            problems.add("`" + place.path() + "` is missing, expected "
                    + parameter.form().expected() + such);
        } else if (parameter.fallback() != null) {
            values.put(parameter.name(), parameter.fallback());
        }
    }
}
