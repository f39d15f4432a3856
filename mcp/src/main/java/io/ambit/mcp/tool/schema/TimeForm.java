package io.ambit.mcp.tool.schema;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

record TimeForm() implements Form<Instant> {
    private static final String MEMBER = "time";
    private static final int MAX_SPELLING = 60;

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String expected() {
        return "a time such as \"2026-01-05\" or \"2026-01-05T09:30:00Z\"";
    }

    @Override
    public Optional<Instant> read(Object value, Place place) {
        if (value instanceof String text && text.length() <= MAX_SPELLING) {
            try {
                Json json = Json.parse(JsonTree.write(Map.of(MEMBER, text.strip())));
                return Optional.ofNullable(new JsonFields(json).time(MEMBER));
            } catch (InvalidInputException e) {
                // told below, as for every other value that is none
            }
        }
        return place.wrong(this, value);
    }
}
