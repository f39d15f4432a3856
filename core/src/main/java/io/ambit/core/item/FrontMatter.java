package io.ambit.core.item;

import io.ambit.core.text.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys that stand before an item's text, in their order, those that nobody here knows included. */
public record FrontMatter(Value.Obj fields) {
    public static final FrontMatter NONE = new FrontMatter(new Value.Obj("", List.of(), false));

    public static final String ID = "id";
    public static final String TYPE = "type";
    public static final String TITLE = "title";
    public static final String STATUS = "status";
    public static final String PARENT = "parent_id";
    public static final String REFERENCES = "references";
    public static final String TAGS = "tags";
    public static final String BLOCKED_REASON = "blocked_reason";
    public static final String EVIDENCE = "evidence";
    public static final String CREATED = "created_at";
    public static final String UPDATED = "updated_at";

    /** The text of a key; empty where it is missing, or no single value. */
    public Optional<String> text(String key) {
        return switch (fields.get(key)) {
            case Value.Str text -> Optional.of(text.text());
            case Value.Num number -> Optional.of(number.spelling());
            case Value.Bool flag -> Optional.of(String.valueOf(flag.value()));
            case null, default -> Optional.empty();
        };
    }

    /** The texts of a key that holds a list; a single value is a list of one. */
    public List<String> texts(String key) {
        Value value = fields.get(key);
        if (!(value instanceof Value.Arr list)) {
            return text(key).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (Value item : list.items()) {
            switch (item) {
                case Value.Str text -> texts.add(text.text());
                case Value.Num number -> texts.add(number.spelling());
                default -> {
                    // What is no text is not one of the texts; the file keeps it.
                }
            }
        }
        return texts;
    }

    /** The references: addresses alone, or each with a title. */
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (fields.get(REFERENCES) instanceof Value.Arr list) {
            for (Value item : list.items()) {
                if (item instanceof Value.Str url) {
                    references.add(new Reference(url.text(), ""));
                } else if (item instanceof Value.Obj object && object.get("url") instanceof Value.Str url) {
                    String title = object.get("title") instanceof Value.Str name ? name.text() : "";
                    references.add(new Reference(url.text(), title));
                }
            }
        }
        return references;
    }

    /** A point in time; a day is its beginning. Empty where it is missing or cannot be read. */
    public Optional<Instant> time(String key) {
        return text(key).flatMap(FrontMatter::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
