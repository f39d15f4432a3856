package io.ambit.core.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One spelling for equal JSON values: members sorted by name (the last of duplicates counts), no white space, numbers
 * without trailing zeros, strings with the fewest escapes. Made for hashes and for comparing calls, nested values
 * included; it is never sent anywhere.
 */
public final class CanonicalJson {
    /** Below this depth values are taken as they are spelled: a bound for the thread's stack, not for the input. */
    private static final int MAX_DEPTH = 500;

    private static final int MAX_PLAIN_EXPONENT = 400;

    private CanonicalJson() {}

    /** The canonical spelling of {@code text}, or {@code text} itself where it is no JSON. */
    public static String ofText(String text) {
        byte[] source = Utf8.encode(text);
        try {
            return of(Json.parse(source), source, Set.of());
        } catch (JsonSyntaxException e) {
            return text;
        }
    }

    /**
     * The canonical spelling of {@code value}.
     *
     * @param source the bytes that {@code value} was parsed from
     * @param without names of members to leave out, at any depth
     */
    public static String of(Json value, byte[] source, Set<String> without) {
        StringBuilder out = new StringBuilder(value.end() - value.start());
        write(value, source, without, 0, out);
        return out.toString();
    }

    private static void write(Json value, byte[] source, Set<String> without, int depth, StringBuilder out) {
        if (depth > MAX_DEPTH) {
            out.append(Utf8.decode(source, value.start(), value.end()));
            return;
        }
        switch (value) {
            case Json.Obj object -> {
                Map<String, Json> sorted = new TreeMap<>();
                for (Json.Member member : object.members()) {
                    if (!without.contains(member.name().value())) {
                        sorted.put(member.name().value(), member.value());
                    }
                }
                char before = '{';
                for (Map.Entry<String, Json> member : sorted.entrySet()) {
                    out.append(before);
                    before = ',';
                    JsonStrings.quote(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), source, without, depth + 1, out);
                }
                out.append(before == '{' ? "{}" : "}");
            }
            case Json.Arr array -> {
                char before = '[';
                for (Json item : array.items()) {
                    out.append(before);
                    before = ',';
                    write(item, source, without, depth + 1, out);
                }
                out.append(before == '[' ? "[]" : "]");
            }
            case Json.Str string -> JsonStrings.quote(string.value(), out);
            case Json.Num number -> out.append(number(number.spelling()));
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null ignored -> out.append("null");
        }
    }

    private static String number(String spelling) {
        if (spelling.length() > MAX_PLAIN_EXPONENT) {
            return spelling;
        }
        try {
            BigDecimal number = new BigDecimal(spelling);
            if (number.signum() == 0) {
                return "0";
            }
            BigDecimal stripped = number.stripTrailingZeros();
            return Math.abs((long) stripped.scale()) > MAX_PLAIN_EXPONENT
                    ? stripped.toString()
                    : stripped.toPlainString();
        } catch (NumberFormatException e) {
            return spelling; // an exponent beyond what BigDecimal holds
        }
    }
}
