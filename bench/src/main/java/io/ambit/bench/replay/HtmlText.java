package io.ambit.bench.replay;

import java.util.Locale;
import java.util.stream.Collectors;

/** Text on its way into HTML: whatever came from outside is escaped here, in content and in attributes alike. */
final class HtmlText {
    private HtmlText() {}

    /** {@code text} with everything escaped that means something to HTML; control characters are shown as a space. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isPlain(text, i) ? c : c < ' ' || c == 0x7f ? ' ' : '\uFFFD');
            }
        }
        return out.toString();
    }

    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= ' ' && c != 0x7f;
    }

    /** {@code text} escaped, line by line. */
    static String lines(String text) {
        return text.lines().map(HtmlText::escaped).collect(Collectors.joining("<br>"));
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** An amount of US dollars: cents, or where it is less than one dollar, tenths of them. */
    static String dollars(double amount) {
        return String.format(Locale.ROOT, amount >= 1 || amount == 0 ? "$%,.2f" : "$%,.4f", amount);
    }
}
