package io.ambit.core.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as some tool printed it, in whichever notation: JSON, a language's own spelling, block YAML. Unlike
 * {@link Json} it knows no byte ranges and need not be complete: {@code cut} marks what the source breaks off in.
 * Nothing is normalised: fields keep their order and their duplicates, numbers their spelling.
 */
public sealed interface Value {

    /** Whether it says nothing: null, an empty text, a container without content; what was cut off is never empty. */
    default boolean isEmpty() {
        return false;
    }

    /** The value of the first field of that name, or null where there is none. */
    default @Nullable Value get(String name) {
        return null;
    }

    record Field(String name, Value value) {}

    /** An object; {@code type} is the name that a language's spelling gives it, or "". */
    record Obj(String type, List<Field> fields, boolean cut) implements Value {
        @Override
        public boolean isEmpty() {
            return fields.isEmpty() && !cut;
        }

        @Override
        public @Nullable Value get(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return field.value();
                }
            }
            return null;
        }
    }

    record Arr(List<Value> items, boolean cut) implements Value {
        @Override
        public boolean isEmpty() {
            return items.isEmpty() && !cut;
        }
    }

    /** Text; also a value of any other kind that the source breaks off in. */
    record Str(String text, boolean cut) implements Value {
        @Override
        public boolean isEmpty() {
            return text.isEmpty() && !cut;
        }
    }

    /** A number, in the spelling it came in. */
    record Num(String spelling) implements Value {}

    record Bool(boolean value) implements Value {}

    record Null() implements Value {
        public static final Null VALUE = new Null();

        @Override
        public boolean isEmpty() {
            return true;
        }
    }
}
