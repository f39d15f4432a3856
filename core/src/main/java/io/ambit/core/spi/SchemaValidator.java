package io.ambit.core.spi;

import java.util.List;
import java.util.Map;

/** Says where a value breaks a JSON Schema. Thread-safe. */
public interface SchemaValidator {

    /**
     * Every place where a value breaks a schema, in the order of the value; none where it holds, or where the schema
     * itself cannot be read.
     *
     * @param schema JSON Schema as a tree
     * @param value a tree
     */
    List<Breach> breaches(Map<String, Object> schema, Map<String, Object> value);

    /**
     * A place where a value breaks its schema.
     *
     * @param path of the place in the value, as a JSON Pointer, "" for the whole
     * @param keyword of the schema that is broken, "required" say
     * @param property the name that is missing or too much, "" where the keyword speaks of none
     * @param message for a person
     */
    record Breach(String path, String keyword, String property, String message) {}
}
