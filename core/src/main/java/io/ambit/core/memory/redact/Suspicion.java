package io.ambit.core.memory.redact;

/** Judges whether the value of a name that speaks of secrets is one, or code, a type, a path, a sentence. */
final class Suspicion {
    private static final int MIN_PASSWORD = 4;
    private static final int MIN_KEY = 8;
    private static final int MIN_KEY_OF_LETTERS = 20;
    private static final int MAX_NAME = 20;

    private Suspicion() {}

    /**
     * Whether {@code value} is a secret.
     *
     * @param setting whether it stands where settings stand: after an equals sign without blanks, or alone on its line
     */
    static boolean isSecret(SecretName name, String value, boolean quoted, boolean setting) {
        int least = name == SecretName.PASSWORD ? MIN_PASSWORD : MIN_KEY;
        if (value.length() < least || Placeholders.isOne(value) || isPlace(value)) {
            return false;
        }
        if (quoted ? isSentence(name, value) : isCode(value)) {
            return false;
        }
        if (isIdentifier(value)) {
            boolean namesOne = SecretName.of(value) != SecretName.NONE && digits(value) <= 1;
            boolean longEnough = name != SecretName.KEY || value.length() >= MIN_KEY_OF_LETTERS;
            boolean letters = !hasDigit(value);
            return !namesOne && (letters ? longEnough && (quoted || setting) : !isNumbered(value) || setting || quoted);
        }
        return name != SecretName.KEY || hasDigit(value) || value.length() >= MIN_KEY_OF_LETTERS;
    }

    /** A file, a folder or an address. What an address holds is judged by itself. */
    private static boolean isPlace(String value) {
        return (value.startsWith("/") && value.indexOf('/', 1) > 0)
                || value.startsWith("./")
                || value.startsWith("~/")
                || value.contains("://")
                || value.endsWith(".pem")
                || value.endsWith(".key")
                || value.endsWith(".json");
    }

    private static boolean isSentence(SecretName name, String value) {
        int blanks = 0;
        for (int i = 0; i < value.length(); i++) {
            blanks += Character.isWhitespace(value.charAt(i)) ? 1 : 0;
        }
        return blanks > 0 && (name != SecretName.PASSWORD || (blanks > 1 && !hasDigit(value)));
    }

    private static boolean isCode(String value) {
        if (value.indexOf('(') >= 0 || value.indexOf('[') >= 0 || value.indexOf('{') >= 0 || value.contains("?.")) {
            return true;
        }
        int dot = value.indexOf('.');
        return dot > 0 && dot < value.length() - 1 && isDottedName(value);
    }

    /** {@code settings.db.password}: names with dots between and no digits. */
    private static boolean isDottedName(String value) {
        return value.chars().allMatch(c -> c == '.' || c == '_' || Character.isLetter(c));
    }

    private static boolean isIdentifier(String value) {
        return value.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    /** {@code token2}, {@code key_v2}: words and a short number at their end. */
    private static boolean isNumbered(String value) {
        int end = value.length();
        while (end > 0 && Character.isDigit(value.charAt(end - 1))) {
            end--;
        }
        int digits = value.length() - end;
        return digits >= 1 && digits <= 2 && value.length() <= MAX_NAME && !hasDigit(value.substring(0, end));
    }

    private static long digits(String value) {
        return value.chars().filter(Character::isDigit).count();
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(Character::isDigit);
    }
}
