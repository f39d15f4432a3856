package io.ambit.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Header fields of a message in the order and the spelling in which they came; names are found in any case. */
public record Headers(List<Field> fields) {
    public static final Headers NONE = new Headers(List.of());

    /** One line of a header. */
    public record Field(String name, String value) {}

    public Headers {
        fields = List.copyOf(fields);
    }

    /** The first value of that name, "" where there is none. */
    public String get(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return "";
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    /** These without the fields whose name, in lower case, is one of {@code names}. */
    public Headers without(Predicate<String> names) {
        List<Field> kept = new ArrayList<>(fields.size());
        for (Field field : fields) {
            if (!names.test(field.name().toLowerCase(Locale.ROOT))) {
                kept.add(field);
            }
        }
        return new Headers(kept);
    }

    /** These with one more line. */
    public Headers with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(more);
    }
}
