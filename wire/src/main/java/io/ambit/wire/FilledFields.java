package io.ambit.wire;

import io.ambit.core.routing.Sampling;
import io.ambit.core.text.JsonStrings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sampling fields as members of a JSON object. */
public final class FilledFields {
    private FilledFields() {}

    /**
     * The members, comma-separated; "" for none.
     *
     * @param names how the format spells temperature, top_p, top_k and stop, in this order; "" for a field that it does
     *     not have
     */
    public static String json(Sampling fill, List<String> names) {
        List<String> members = new ArrayList<>();
        add(members, names.get(0), fill.temperature());
        add(members, names.get(1), fill.topP());
        add(members, names.get(2), fill.topK());
        if (!fill.stop().isEmpty()) {
            add(
                    members,
                    names.get(3),
                    "["
                            + String.join(
                                    ",",
                                    fill.stop().stream().map(JsonStrings::quote).toList()) + "]");
        }
        return String.join(",", members);
    }

    private static void add(List<String> members, String name, @Nullable Object value) {
        if (!name.isEmpty() && value != null) {
            members.add(JsonStrings.quote(name) + ":" + value);
        }
    }
}
