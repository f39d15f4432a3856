package io.ambit.wire.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.ambit.core.spi.SchemaValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Checks values by schemas that somebody else wrote, in the draft that a schema names, 2020-12 where it names none.
 * Nothing is ever fetched; a reference that leads out of the schema, or nowhere, is none. A schema takes a bounded
 * number of steps for a value: one that wants more breaks nothing.
 *
 * <p>Schemas are read once and kept, the last {@value #MOST_KEPT} of them.
 */
public final class JsonSchemaValidator implements SchemaValidator {
    private static final int MOST_KEPT = 512;
    private static final int MOST_BREACHES = 1_000;

    private final Map<Map<String, Object>, Optional<Schema>> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, Object>, Optional<Schema>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    @Override
    public List<Breach> breaches(Map<String, Object> schema, Map<String, Object> value) {
        Optional<Schema> known = known(schema);
        if (known.isEmpty()) {
            return List.of();
        }
        try {
            JsonNode tree = Trees.of(value);
            List<Error> errors = Steps.counted(() -> known.get().validate(tree));
            return Alternatives.joined(errors.stream().limit(MOST_BREACHES).toList());
        } catch (RuntimeException | StackOverflowError e) {
            // The library fails in many ways on what is no schema: what cannot be judged is not blamed on the value.
            return List.of();
        }
    }

    private Optional<Schema> known(Map<String, Object> schema) {
        synchronized (read) {
            Optional<Schema> known = read.get(schema);
            if (known != null) {
                return known;
            }
        }
        Optional<Schema> made = compile(schema);
        synchronized (read) {
            read.put(schema, made);
        }
        return made;
    }

    private static Optional<Schema> compile(Map<String, Object> schema) {
        try {
            return Optional.of(Draft.registry(schema).getSchema(ClosedSchema.of(schema)));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
