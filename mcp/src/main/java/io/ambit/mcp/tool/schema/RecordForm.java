package io.ambit.mcp.tool.schema;

import java.util.Map;
import java.util.Optional;

/** An object of declared members. */
record RecordForm(Parameters members) implements Form<Arguments> {
    @Override
    public Map<String, Object> schema() {
        return members.schema();
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public Optional<Arguments> read(Object value, Place place) {
        Optional<Map<String, Object>> object = new ObjectForm().read(value, place);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        int before = place.problems().size();
        Arguments read = members.read(place.path(), object.get(), place.path() + ".", place.problems());
        return place.problems().size() == before ? Optional.of(read) : Optional.empty();
    }
}
