package io.ambit.core.memory.redact;

import org.jspecify.annotations.Nullable;

/**
 * Values that a name says are secret: settings, JSON, YAML, code, headers, parameters of addresses, elements of XML,
 * options of commands.
 */
final class Assignments {
    private static final int MAX_NAME = 64;
    private static final int MAX_HEADER = 2_000;
    private static final int MIN_SIGNATURE = 16;

    private Assignments() {}

    /** @param at an equals sign or a colon */
    static @Nullable Finding atSeparator(String text, int at) {
        if (at > 0 && isSeparator(text.charAt(at - 1))) {
            return null;
        }
        Name name = nameBefore(text, at);
        SecretName kind = name == null ? SecretName.NONE : SecretName.of(text.substring(name.start, name.end));
        if (name == null || kind == SecretName.NONE) {
            return null;
        }
        int value = at + 1;
        while (value < text.length() && value < at + 3 && isSeparator(text.charAt(value))) {
            value++;
        }
        return switch (kind) {
            case AUTHORIZATION -> Headers.authorization(text, value);
            case COOKIE -> Headers.cookie(text, value);
            case SIGNATURE -> signature(text, name, value);
            default -> assigned(text, name, kind, at, value);
        };
    }

    private static @Nullable Finding assigned(String text, Name name, SecretName kind, int separator, int from) {
        boolean line = !name.quoted && startsLine(text, name.start);
        boolean constant = line && text.charAt(separator) == '=' && isConstant(text, name);
        AssignedValue value = AssignedValue.read(text, from, constant);
        if (value == null) {
            return null;
        }
        boolean attached = text.charAt(separator) == '=' && value.start() == from && name.end == separator;
        boolean alone = line && endsLine(text, value.end());
        return Suspicion.isSecret(kind, value.in(text), value.quoted(), attached || constant || alone)
                ? new Finding(value.start(), value.whole(text, constant).end(), label(kind))
                : null;
    }

    private static @Nullable Finding signature(String text, Name name, int from) {
        char before = name.start == 0 ? ' ' : text.charAt(name.start - 1);
        if (before != '?' && before != '&' && before != ';') {
            return null;
        }
        AssignedValue value = AssignedValue.read(text, from, false);
        return value == null || value.end() - value.start() < MIN_SIGNATURE || Placeholders.isOne(value.in(text))
                ? null
                : new Finding(value.start(), value.whole(text, false).end(), Labels.SIGNATURE);
    }

    /** {@code <password>value</password>}; {@code at} is the first closing bracket. */
    static @Nullable Finding atTag(String text, int at) {
        int open = at - 1;
        int least = Math.max(0, at - MAX_NAME);
        while (open >= least && isOfName(text.charAt(open))) {
            open--;
        }
        if (open < 0 || open == at - 1 || text.charAt(open) != '<') {
            return null;
        }
        SecretName kind = SecretName.of(text.substring(open + 1, at));
        int end = text.indexOf("</", at + 1, Math.min(text.length(), at + MAX_HEADER));
        if (end <= at + 1 || !isJudgedByValue(kind)) {
            return null;
        }
        String value = text.substring(at + 1, end);
        return value.indexOf('\n') < 0 && Suspicion.isSecret(kind, value, true, true)
                ? new Finding(at + 1, end, label(kind))
                : null;
    }

    /** {@code --password value}; {@code at} is the first hyphen. */
    static @Nullable Finding atOption(String text, int at) {
        if (!text.startsWith("--", at) || (at > 0 && text.charAt(at - 1) > ' ')) {
            return null;
        }
        int end = at + 2;
        int most = Math.min(text.length(), end + MAX_NAME);
        while (end < most && isOfName(text.charAt(end))) {
            end++;
        }
        if (end == most || text.charAt(end) != ' ') {
            return null;
        }
        SecretName kind = SecretName.of(text.substring(at + 2, end));
        AssignedValue value = isJudgedByValue(kind) ? AssignedValue.read(text, end, false) : null;
        return value != null
                        && text.charAt(value.start()) != '-'
                        && Suspicion.isSecret(kind, value.in(text), value.quoted(), true)
                ? new Finding(value.start(), value.whole(text, false).end(), label(kind))
                : null;
    }

    private static boolean isJudgedByValue(SecretName kind) {
        return kind == SecretName.PASSWORD || kind == SecretName.SECRET || kind == SecretName.KEY;
    }

    private static String label(SecretName kind) {
        return kind == SecretName.PASSWORD ? Labels.PASSWORD : Labels.ASSIGNED;
    }

    private record Name(int start, int end, boolean quoted) {}

    /** The name before a separator, with its quotes, or brackets as in {@code env["NAME"]}, left out. */
    private static @Nullable Name nameBefore(String text, int separator) {
        int end = separator;
        int blanks = Math.max(0, separator - 3);
        while (end > blanks && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        int bare = end;
        if (end > 0 && text.charAt(end - 1) == ']') {
            end--;
        }
        if (end > 0 && "\"'`".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
            if (end > 0 && text.charAt(end - 1) == '\\') {
                end--;
            }
        }
        int start = end;
        int least = Math.max(0, end - MAX_NAME);
        while (start > least && isOfName(text.charAt(start - 1))) {
            start--;
        }
        return start == end ? null : new Name(start, end, bare != end);
    }

    private static boolean isOfName(char c) {
        return Alphabet.URL.has(c) || c == '.';
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':' || c == '>';
    }

    private static boolean isConstant(String text, Name name) {
        for (int i = name.start; i < name.end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether only white space, a list's hyphen or the word export stands before it on its line. */
    private static boolean startsLine(String text, int at) {
        int i = at;
        int least = Math.max(0, at - MAX_NAME);
        while (i > least && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t' || text.charAt(i - 1) == '-')) {
            i--;
        }
        if (i >= 6 && text.startsWith("export", i - 6)) {
            i -= 6;
        }
        return i == 0 || text.charAt(i - 1) == '\n';
    }

    private static boolean endsLine(String text, int at) {
        int i = at;
        int most = Math.min(text.length(), at + MAX_NAME);
        while (i < most && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n';
    }
}
