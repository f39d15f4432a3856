package io.ambit.mcp.transport;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text as maps, lists, strings, numbers and truth values, as the SDK hands parameters on. */
final class PlainJson {
    /** Deeper than anything that a message is made of; a bound for the stacks of all who walk through it. */
    private static final int MAX_DEPTH = 200;

    private static final int MAX_DIGITS = 40;

    private PlainJson() {}

    /**
     * Reads any JSON value.
     *
     * @throws BadMessageException where the text is no JSON, too deep, or a number is out of range
     */
    static @Nullable Object read(String text) throws BadMessageException {
        try {
            return plain(Json.parse(text), 0);
        } catch (JsonSyntaxException e) {
            throw bad("the message is not JSON");
        }
    }

    private static @Nullable Object plain(Json json, int depth) throws BadMessageException {
        if (depth > MAX_DEPTH) {
            throw bad("the message is nested more than " + MAX_DEPTH + " deep");
        }
        switch (json) {
            case Json.Obj object -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                for (Json.Member member : object.members()) {
                    members.put(member.name().value(), plain(member.value(), depth + 1));
                }
                return members;
            }
            case Json.Arr array -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (Json item : array.items()) {
                    items.add(plain(item, depth + 1));
                }
                return items;
            }
            case Json.Str string -> {
                return string.value();
            }
            case Json.Num number -> {
                return number(number.spelling());
            }
            case Json.Bool flag -> {
                return flag.value();
            }
            case Json.Null ignored -> {
                return null;
            }
        }
    }

    private static Object number(String spelling) throws BadMessageException {
        if (spelling.length() <= MAX_DIGITS) {
            double number = Double.parseDouble(spelling);
            if (Double.isFinite(number)) {
                return isWhole(spelling) ? whole(spelling) : (Object) number;
            }
        }
        throw bad("a number is out of range: " + spelling.substring(0, Math.min(spelling.length(), MAX_DIGITS)));
    }

    private static boolean isWhole(String spelling) {
        return spelling.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    private static Object whole(String spelling) {
        BigDecimal number = new BigDecimal(spelling);
        try {
            return number.intValueExact();
        } catch (ArithmeticException notAnInt) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException notALong) {
                return number.toBigInteger();
            }
        }
    }

    private static BadMessageException bad(String message) {
        return new BadMessageException(ErrorCodes.PARSE_ERROR, message, null);
    }
}
