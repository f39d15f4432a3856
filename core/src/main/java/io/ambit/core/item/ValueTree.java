package io.ambit.core.item;

import io.ambit.core.text.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of front matter as a tree for {@link io.ambit.core.text.JsonTree}. */
public final class ValueTree {
    private static final int LONGEST_NUMBER = 40;

    private ValueTree() {}

    /** Numbers that JSON has no form for stay text in their own spelling; of duplicate keys the first counts. */
    public static @Nullable Object of(Value value) {
        return switch (value) {
            case Value.Str text -> text.text();
            case Value.Num number -> number(number.spelling());
            case Value.Bool flag -> flag.value();
            case Value.Null none -> null;
            case Value.Arr list -> list.items().stream().map(ValueTree::of).toList();
            case Value.Obj map -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                map.fields().forEach(field -> {
                    if (!members.containsKey(field.name())) {
                        members.put(field.name(), of(field.value()));
                    }
                });
                yield members;
            }
        };
    }

    private static Object number(String spelling) {
        boolean isDecimal = spelling.length() <= LONGEST_NUMBER
                && !spelling.startsWith("0x")
                && !spelling.startsWith("0o")
                // An id such as 0012 is no twelve.
                && !(spelling.length() > 1 && spelling.charAt(0) == '0' && Character.isDigit(spelling.charAt(1)));
        try {
            BigDecimal number = isDecimal ? new BigDecimal(spelling) : BigDecimal.ZERO;
            boolean isShort = isDecimal && Math.abs((long) number.scale()) <= LONGEST_NUMBER;
            return isShort ? number : spelling;
        } catch (NumberFormatException e) {
            return spelling;
        }
    }
}
