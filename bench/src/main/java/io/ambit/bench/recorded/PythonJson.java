package io.ambit.bench.recorded;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as Python's {@code json.dumps} prints what {@code json.loads} read, with default settings: the text by which
 * replay-metrics measures calls and structured content. Non-ASCII characters are escaped, separators are {@code ", "}
 * and {@code ": "}, of duplicate names the last value counts, at the first one's place.
 */
final class PythonJson {
    /** Below this depth values are taken as they are spelled: a bound for the thread's stack, not for the input. */
    private static final int MAX_DEPTH = 900;

    private PythonJson() {}

    /** @param source what {@code value} was parsed from */
    static String dumps(Json value, byte[] source) {
        StringBuilder out = new StringBuilder(value.end() - value.start());
        write(value, source, 0, out);
        return out.toString();
    }

    /** Adds the strings in {@code value} and its numbers, as Python's {@code str} prints them; names are left out. */
    static void collectStrings(Json value, List<String> into) {
        collectStrings(value, 0, into);
    }

    private static void collectStrings(Json value, int depth, List<String> into) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case Json.Str string -> into.add(string.value());
            case Json.Num number -> into.add(number(number.spelling()));
            case Json.Arr array -> array.items().forEach(item -> collectStrings(item, depth + 1, into));
            case Json.Obj object -> members(object).values().forEach(item -> collectStrings(item, depth + 1, into));
            case Json.Bool ignored -> {}
            case Json.Null ignored -> {}
        }
    }

    private static Map<String, Json> members(Json.Obj object) {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach(member -> members.put(member.name().value(), member.value()));
        return members;
    }

    private static void write(Json value, byte[] source, int depth, StringBuilder out) {
        if (depth > MAX_DEPTH) {
            out.append(Utf8.decode(source, value.start(), value.end()));
            return;
        }
        switch (value) {
            case Json.Obj object -> {
                String before = "{";
                for (Map.Entry<String, Json> member : members(object).entrySet()) {
                    out.append(before);
                    before = ", ";
                    quote(member.getKey(), out);
                    out.append(": ");
                    write(member.getValue(), source, depth + 1, out);
                }
                out.append(before.equals("{") ? "{}" : "}");
            }
            case Json.Arr array -> {
                String before = "[";
                for (Json item : array.items()) {
                    out.append(before);
                    before = ", ";
                    write(item, source, depth + 1, out);
                }
                out.append(before.equals("[") ? "[]" : "]");
            }
            case Json.Str string -> quote(string.value(), out);
            case Json.Num number -> out.append(jsonNumber(number.spelling()));
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null ignored -> out.append("null");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append(String.format("\\u%04x", (int) c));
                    }
                }
            }
        }
        out.append('"');
    }

    private static String jsonNumber(String spelling) {
        String text = number(spelling);
        return switch (text) {
            case "inf" -> "Infinity";
            case "-inf" -> "-Infinity";
            default -> text;
        };
    }

    /** A number as Python's {@code str} prints it. */
    static String number(String spelling) {
        boolean whole = spelling.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
        return whole ? new BigInteger(spelling).toString() : floating(Double.parseDouble(spelling));
    }

    private static String floating(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        // Where the point stands, counted from the first digit.
        int point = digits.length() - shortest.scale();
        if (point > 16 || point <= -4) {
            int exponent = point - 1;
            return sign
                    + digits.charAt(0)
                    + (digits.length() > 1 ? "." + digits.substring(1) : "")
                    + (exponent < 0 ? "e-" : "e+")
                    + (Math.abs(exponent) < 10 ? "0" : "")
                    + Math.abs(exponent);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? sign + digits + "0".repeat(point - digits.length()) + ".0"
                : sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** The fewest digits that read back as {@code value}: Java's own spelling has two where one would do. */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal one = decimal.round(new MathContext(1));
            if (one.doubleValue() == value) {
                return one.stripTrailingZeros();
            }
        }
        return decimal;
    }
}
