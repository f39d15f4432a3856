package io.ambit.mcp.tool.backlog;

import io.ambit.mcp.tool.schema.Form;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Place;
import java.util.Map;
import java.util.Optional;

/** An item's id, a path or an address; {@code {url, title}} is one too. */
record ReferenceForm() implements Form<GivenReference> {
    private static final Form<String> TEXT = Forms.text();

    @Override
    public Map<String, Object> schema() {
        return TEXT.schema();
    }

    @Override
    public String expected() {
        return "an id, path or address";
    }

    @Override
    public Optional<GivenReference> read(Object value, Place place) {
        if (value instanceof Map<?, ?> object
                && object.get("url") instanceof String url
                && !url.isBlank()
                && (object.get("title") == null || object.get("title") instanceof String)
                && object.size() <= 2) {
            return Optional.of(
                    new GivenReference(url.strip(), object.get("title") instanceof String title ? title.strip() : ""));
        }
        return TEXT.read(value, place).map(url -> new GivenReference(url.strip(), ""));
    }
}
