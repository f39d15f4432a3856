package io.ambit.core.tooluse.suggest.values;

import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.suggest.values.Mention.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settles the arguments of a call, as far as they can be told: from the schema where it allows one value only, from
 * values that stand in the request and fit by form or by name, and from calls that worked where all of them agree.
 * Nothing is made up, and no id is taken from another call.
 */
public final class ParameterFilling {
    private static final int AGREEING = 2;
    private static final int LONGEST_LEARNED = 60;

    private final List<Property> properties;
    private final List<Map<String, Object>> worked;
    private final Map<String, Object> filled = new LinkedHashMap<>();

    private ParameterFilling(List<Property> properties, List<Map<String, Object>> worked) {
        this.properties = properties;
        this.worked = worked;
    }

    /**
     * The arguments for a request.
     *
     * @param context what it stands in, looked at where the request settles nothing; "" for none
     * @param worked arguments of calls that worked for requests like it, nearest first
     */
    public static Filled of(ToolDefinition tool, String request, String context, List<Map<String, Object>> worked) {
        List<Property> properties = properties(tool);
        ParameterFilling filling = new ParameterFilling(properties, worked);
        filling.fill(request);
        if (!context.isBlank()) {
            filling.fillFrom(new Offer(context));
        }
        filling.learn();
        Map<String, Object> ordered = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Property property : properties) {
            Object value = filling.filled.get(property.name());
            if (value != null) {
                ordered.put(property.name(), value);
            } else if (property.required()) {
                missing.add(property.name());
            }
        }
        return new Filled(ordered, missing);
    }

    private static List<Property> properties(ToolDefinition tool) {
        List<?> required = tool.inputSchema().get("required") instanceof List<?> names ? names : List.of();
        List<Property> properties = new ArrayList<>();
        if (tool.inputSchema().get("properties") instanceof Map<?, ?> found) {
            found.forEach((name, schema) -> properties.add(new Property(
                    String.valueOf(name),
                    schema instanceof Map<?, ?> known ? known : Map.of(),
                    required.contains(name))));
        }
        return properties;
    }

    private void fill(String request) {
        for (Property property : properties) {
            if (property.schema().containsKey("const")) {
                put(property, property.schema().get("const"));
            } else if (property.required() && property.choices().size() == 1) {
                put(property, property.choices().getFirst());
            }
        }
        fillFrom(new Offer(request));
        for (Property property : properties) {
            if (property.isQuery() && !property.type().equals("array") && !property.isNumber()) {
                put(property, request.strip());
            }
        }
    }

    private void put(Property property, @Nullable Object value) {
        if (value != null) {
            filled.putIfAbsent(property.name(), value);
        }
    }

    private List<Property> open() {
        return properties.stream()
                .filter(property -> !filled.containsKey(property.name()))
                .toList();
    }

    private void fillFrom(Offer offer) {
        for (Property property : open()) {
            if (!property.choices().isEmpty()) {
                put(property, offer.choice(property));
            } else if (property.type().equals("boolean")) {
                put(property, offer.flag(property));
            }
        }
        byForm(offer, Kind.EMAIL, open().stream().filter(Property::isEmail).toList());
        byForm(offer, Kind.URL, open().stream().filter(Property::isUrl).toList());
        byForm(offer, Kind.DATE, open().stream().filter(Property::isDate).toList());
        byForm(offer, Kind.PATH, open().stream().filter(Property::isPath).toList());
        byForm(offer, Kind.ID, open().stream().filter(Property::isId).toList());
        numbers(offer);
        texts(offer);
    }

    /** Where one property asks for such a value and one is there, or the names tell which is which. */
    private void byForm(Offer offer, Kind kind, List<Property> asking) {
        List<Property> fitting = asking.stream()
                .filter(property -> property.choices().isEmpty() && !property.isNumber() && isText(property))
                .toList();
        for (Property property : fitting) {
            List<Mention> near = offer.beside(property, kind);
            List<Mention> all = near.isEmpty() && fitting.size() == 1 ? offer.left(kind) : near;
            if (property.type().equals("array")) {
                List<String> items = all.stream().map(Mention::text).distinct().toList();
                put(property, items.isEmpty() ? null : items);
                all.forEach(offer::take);
            } else if (offer.distinct(all) == 1) {
                put(property, all.getFirst().text());
                all.forEach(offer::take);
            }
        }
    }

    private static boolean isText(Property property) {
        String type = property.type().equals("array") ? property.item().type() : property.type();
        return type.isEmpty() || type.equals("string");
    }

    private void numbers(Offer offer) {
        List<Property> asking = open().stream()
                .filter(property -> property.isNumber() && property.choices().isEmpty())
                .toList();
        for (Property property : asking) {
            List<Mention> near = offer.beside(property, Kind.NUMBER);
            if (offer.distinct(near) == 1) {
                put(property, number(property, near.getFirst()));
                near.forEach(offer::take);
            }
        }
        List<Property> still = asking.stream()
                .filter(property -> property.required() && !filled.containsKey(property.name()))
                .toList();
        List<Mention> left = offer.left(Kind.NUMBER);
        if (still.size() == 1 && left.size() == 1) {
            put(still.getFirst(), number(still.getFirst(), left.getFirst()));
            left.forEach(offer::take);
        }
    }

    private static @Nullable Object number(Property property, Mention mention) {
        String spelled = Objects.requireNonNull(Forms.number(mention.text()), "a number");
        BigDecimal exact = new BigDecimal(spelled);
        if (exact.scale() <= 0) {
            return exact.longValueExact();
        }
        return property.type().equals("integer") ? null : exact;
    }

    private void texts(Offer offer) {
        List<Property> asking = open().stream()
                .filter(property -> property.choices().isEmpty()
                        && property.type().equals("string")
                        && !property.isEmail()
                        && !property.isUrl()
                        && !property.isDate()
                        && !property.isId())
                .toList();
        for (Property property : asking) {
            List<Mention> near = offer.beside(property, Kind.QUOTED);
            if (offer.distinct(near) == 1) {
                put(property, near.getFirst().text());
                near.forEach(offer::take);
            } else if (property.isPlace()) {
                Mention place = offer.place(property);
                if (place != null) {
                    put(property, place.text());
                    offer.take(place);
                }
            }
        }
        List<Property> still = asking.stream()
                .filter(property -> property.required() && !filled.containsKey(property.name()) && !property.isPath())
                .toList();
        List<Mention> left = offer.left(Kind.QUOTED);
        if (still.size() == 1 && left.size() == 1) {
            put(still.getFirst(), left.getFirst().text());
            left.forEach(offer::take);
        }
    }

    /** Takes over what calls that worked agree on; nothing that names one thing of many. */
    private void learn() {
        if (worked.size() < AGREEING) {
            return;
        }
        for (Property property : open()) {
            Object value = worked.getFirst().get(property.name());
            boolean plain = value instanceof Boolean
                    || value instanceof Number
                    || (value instanceof String text
                            && text.length() <= LONGEST_LEARNED
                            && Forms.of(text).isEmpty());
            boolean agreed = plain
                    && worked.stream()
                            .allMatch(one -> one.containsKey(property.name())
                                    && JsonTree.write(one.get(property.name())).equals(JsonTree.write(value)));
            if (agreed && !property.isId() && !property.isDate() && !property.isQuery()) {
                put(property, value);
            }
        }
    }
}
