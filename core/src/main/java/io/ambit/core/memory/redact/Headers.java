package io.ambit.core.memory.redact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials in headers of HTTP, in curl's options, and after the word Bearer. */
final class Headers {
    private static final int MAX_LINE = 1_000;
    private static final int MIN_CREDENTIAL = 8;
    private static final int MIN_BARE = 16;
    private static final int MIN_BEARER = 20;
    private static final int LOOK_BACK = 300;
    private static final String QUOTES = "\"'`\\";

    /** Schemes (RFC 9110) that a token follows. */
    private static final List<String> SCHEMES =
            List.of("Bearer ", "Basic ", "Token ", "Bot ", "ApiKey ", "Api-Key ", "Negotiate ", "GenieKey ", "Key ");

    /** Schemes that parameters follow. */
    private static final List<String> WITH_PARAMETERS = List.of("Digest ", "AWS4-HMAC-SHA256 ", "Hawk ", "OAuth ");

    private Headers() {}

    /** The credentials after {@code Authorization:}, without the name of their scheme. */
    static @Nullable Finding authorization(String text, int from) {
        int start = value(text, from);
        for (String scheme : WITH_PARAMETERS) {
            if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
                int body = start + scheme.length();
                int end = lineEnd(text, body, "'`\\");
                return text.substring(body, end).indexOf('=') < 0 ? null : found(text, body, end, MIN_BARE);
            }
        }
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
                int body = start + scheme.length();
                return found(text, body, tokenEnd(text, body), MIN_CREDENTIAL);
            }
        }
        int end = tokenEnd(text, start);
        return text.substring(start, end).chars().anyMatch(Character::isDigit)
                ? found(text, start, end, MIN_BARE)
                : null;
    }

    /** All of a header's cookies. */
    static @Nullable Finding cookie(String text, int from) {
        int start = value(text, from);
        int end = lineEnd(text, start, QUOTES);
        int pair = text.indexOf('=', start, end);
        return pair < 0 || text.substring(start, pair).indexOf(' ') >= 0
                ? null
                : found(text, start, end, MIN_CREDENTIAL, Labels.COOKIE);
    }

    /** {@code Bearer} and a token, wherever it stands; {@code at} is the word. */
    static @Nullable Finding bearer(String text, int at) {
        String word = "Bearer ";
        if (!text.regionMatches(true, at, word, 0, word.length())) {
            return null;
        }
        int start = at + word.length();
        int end = Alphabet.DOTTED_BASE64.runEnd(text, start, Integer.MAX_VALUE);
        return text.substring(start, Math.min(end, start + MIN_BEARER)).chars().anyMatch(Character::isDigit)
                ? found(text, start, end, MIN_BEARER)
                : null;
    }

    /** {@code -u name:password} of curl; {@code at} is the hyphen. */
    static @Nullable Finding curlUser(String text, int at) {
        int name = text.startsWith("-u ", at) ? at + 3 : text.startsWith("--user ", at) ? at + 7 : -1;
        if (name < 0 || !text.substring(Math.max(0, at - LOOK_BACK), at).contains("curl")) {
            return null;
        }
        int start = value(text, name);
        int end = tokenEnd(text, start);
        int colon = text.indexOf(':', start, end);
        return colon < 0 || Placeholders.isOne(text.substring(colon + 1, end))
                ? null
                : found(text, colon + 1, end, 4, Labels.PASSWORD);
    }

    /** {@code password is ...}; {@code at} is the word. A value in prose must look like a password or stand in quotes. */
    static @Nullable Finding spoken(String text, int at) {
        for (String opening : List.of("password is ", "password was ", "passphrase is ", "password: is ")) {
            if (text.regionMatches(true, at, opening, 0, opening.length())) {
                AssignedValue value = AssignedValue.read(text, at + opening.length(), false);
                if (value == null) {
                    return null;
                }
                int end = value.end();
                while (end > value.start() && ".!?:".indexOf(text.charAt(end - 1)) >= 0 && !value.quoted()) {
                    end--;
                }
                String said = text.substring(value.start(), end);
                boolean looksSo = value.quoted()
                        ? said.indexOf(' ') < 0
                        : said.chars().anyMatch(Character::isDigit) && said.length() >= 6;
                return looksSo && !Placeholders.isOne(said)
                        ? found(text, value.start(), end, 4, Labels.PASSWORD)
                        : null;
            }
        }
        return null;
    }

    /** Where the value begins: after blanks and a quote. */
    private static int value(String text, int from) {
        int i = from;
        int most = Math.min(text.length(), from + MIN_CREDENTIAL);
        while (i < most
                && (text.charAt(i) == ' ' || QUOTES.indexOf(text.charAt(i)) >= 0 || text.startsWith("[\"", i))) {
            i++;
        }
        return i;
    }

    private static int tokenEnd(String text, int from) {
        int i = from;
        int most = (int) Math.min(text.length(), (long) from + MAX_LINE);
        while (i < most && text.charAt(i) > ' ' && QUOTES.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static int lineEnd(String text, int from, String ends) {
        int i = from;
        int most = (int) Math.min(text.length(), (long) from + MAX_LINE);
        while (i < most && text.charAt(i) != '\n' && text.charAt(i) != '\r' && ends.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static @Nullable Finding found(String text, int start, int end, int least) {
        return found(text, start, end, least, Labels.AUTHORIZATION);
    }

    private static @Nullable Finding found(String text, int start, int end, int least, String label) {
        return end - start < least || Placeholders.isOne(text.substring(start, Math.min(end, start + MAX_LINE)))
                ? null
                : new Finding(start, end, label);
    }
}
