package io.ambit.core.item;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed in an item; all else of its file stays as it is, byte for byte.
 *
 * @param body what becomes of the text, or null to leave it
 * @param fields what becomes of keys of the front matter, the title included
 */
public record ItemEdit(@Nullable BodyEdit body, Map<String, Change> fields) {
    public ItemEdit {
        fields = Map.copyOf(fields);
    }

    /** An edit of the front matter alone. */
    public static ItemEdit of(Map<String, Change> fields) {
        return new ItemEdit(null, fields);
    }

    /** An edit of the text alone. */
    public static ItemEdit of(BodyEdit body) {
        return new ItemEdit(body, Map.of());
    }

    /** What becomes of one key. */
    public sealed interface Change {
        /**
         * The value of the key after the change; empty where the key goes or stays away.
         *
         * @param now the value before, or null where the key is missing
         */
        Optional<Value> apply(@Nullable Value now);

        /** The value is this one from now on. */
        record Set(Value value) implements Change {
            @Override
            public Optional<Value> apply(@Nullable Value now) {
                return Optional.of(value);
            }
        }

        /** These are added to a list, each that is not in it yet; a single value is a list of one. */
        record Add(List<Value> values) implements Change {
            @Override
            public Optional<Value> apply(@Nullable Value now) {
                List<Value> items = items(now);
                List<Value> fresh = values.stream()
                        .filter(value -> items.stream().noneMatch(item -> isSame(item, value)))
                        .toList();
                items.addAll(fresh);
                return fresh.isEmpty() ? Optional.ofNullable(now) : Optional.of(new Value.Arr(items, false));
            }
        }

        /** These are taken out of a list. */
        record Remove(List<Value> values) implements Change {
            @Override
            public Optional<Value> apply(@Nullable Value now) {
                List<Value> items = items(now);
                boolean isFewer = items.removeIf(item -> values.stream().anyMatch(value -> isSame(item, value)));
                return isFewer ? Optional.of(new Value.Arr(items, false)) : Optional.ofNullable(now);
            }
        }

        /** The key goes. */
        record Clear() implements Change {
            @Override
            public Optional<Value> apply(@Nullable Value now) {
                return Optional.empty();
            }
        }

        private static List<Value> items(@Nullable Value now) {
            return switch (now) {
                case Value.Arr list -> new ArrayList<>(list.items());
                case Value.Null none -> new ArrayList<>();
                case null -> new ArrayList<>();
                case Value single -> new ArrayList<>(List.of(single));
            };
        }

        /** Whether two items of a list say the same: a number and its digits do, a reference and its address alone too. */
        private static boolean isSame(Value a, Value b) {
            return a.equals(b) || (!name(a).isEmpty() && name(a).equals(name(b)));
        }

        private static String name(Value value) {
            return switch (value) {
                case Value.Str text -> text.text();
                case Value.Num number -> number.spelling();
                case Value.Obj object -> object.get("url") instanceof Value.Str url ? url.text() : "";
                default -> "";
            };
        }
    }

    /** The front matter after the edit: keys stay in their order, new ones come last. */
    public FrontMatter applyTo(FrontMatter front) {
        List<Value.Field> after = new ArrayList<>();
        for (Value.Field field : front.fields().fields()) {
            Change change = fields.get(field.name());
            boolean isFirst = after.stream().noneMatch(done -> done.name().equals(field.name()));
            if (change == null || !isFirst) {
                after.add(field);
            } else {
                change.apply(field.value()).ifPresent(value -> after.add(new Value.Field(field.name(), value)));
            }
        }
        fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(change -> front.fields().get(change.getKey()) == null)
                .forEach(change -> change.getValue()
                        .apply(null)
                        .ifPresent(value -> after.add(new Value.Field(change.getKey(), value))));
        return new FrontMatter(new Value.Obj("", after, false));
    }
}
