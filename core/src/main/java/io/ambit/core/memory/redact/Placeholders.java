package io.ambit.core.memory.redact;

import java.util.Locale;
import java.util.Set;

/** Values that stand where a secret would: variables, blanks, words for types. */
final class Placeholders {
    private static final Set<String> WORDS = Set.of(
            "string",
            "str",
            "text",
            "bytes",
            "integer",
            "number",
            "boolean",
            "bool",
            "any",
            "unknown",
            "object",
            "null",
            "none",
            "nil",
            "undefined",
            "true",
            "false",
            "required",
            "optional",
            "hidden",
            "secret",
            "password",
            "passwd",
            "token",
            "invalid",
            "incorrect",
            "wrong",
            "expired",
            "missing",
            "empty",
            "default",
            "masked",
            "redacted",
            "removed",
            "omitted",
            "input",
            "field",
            "value",
            "changeme",
            "credentials",
            "bearer",
            "basic",
            "forgotten",
            "must",
            "should",
            "needed",
            "unset",
            "example",
            "placeholder",
            "test-token",
            "secretstr",
            "optionalstring",
            "varchar",
            "char",
            "binary",
            "uuid",
            "email",
            "username",
            "mandatory",
            "disabled",
            "enabled",
            "generated");

    private Placeholders() {}

    static boolean isOne(String value) {
        String trimmed = value.strip();
        if (trimmed.isEmpty() || trimmed.startsWith(Marks.OPENING) || "$<{%@#&!|".indexOf(trimmed.charAt(0)) >= 0) {
            // A password may begin with some of these; then a digit or a letter follows and no bracket or name does.
            return trimmed.isEmpty() || trimmed.startsWith(Marks.OPENING) || isVariable(trimmed);
        }
        String lower = trimmed.toLowerCase(Locale.ROOT);
        return WORDS.contains(lower)
                || isOneCharacter(trimmed)
                || (trimmed.startsWith("(") && trimmed.endsWith(")"))
                || (trimmed.indexOf('<') >= 0 && trimmed.endsWith(">"))
                || lower.startsWith("your")
                || lower.startsWith("<your")
                || lower.contains("...")
                || lower.contains("\u2026")
                || lower.startsWith("xxx")
                || lower.startsWith("***")
                || lower.startsWith("process.env")
                || lower.startsWith("os.environ")
                || lower.startsWith("env.")
                || lower.startsWith("secrets.")
                || lower.startsWith("import.meta");
    }

    /** {@code $NAME}, {@code ${...}}, {@code {{...}}}, {@code <...>}, {@code %NAME%}, {@code %s}. */
    private static boolean isVariable(String value) {
        char first = value.charAt(0);
        char second = value.length() > 1 ? value.charAt(1) : ' ';
        return switch (first) {
            case '$' -> second == '{' || second == '(' || isName(value.substring(1));
            case '{' -> true;
            case '<' -> value.indexOf('>') > 0 || value.indexOf(' ') < 0;
            case '%' -> value.endsWith("%") || value.length() <= 3 || second == '(';
            case '&', '|' -> true;
            default -> false;
        };
    }

    private static boolean isName(String text) {
        return text.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
                || text.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    private static boolean isOneCharacter(String text) {
        return text.chars().allMatch(c -> c == text.charAt(0));
    }
}
