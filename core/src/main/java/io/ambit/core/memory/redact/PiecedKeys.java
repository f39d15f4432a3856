package io.ambit.core.memory.redact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys that are told by how their pieces stand together rather than by a prefix alone. */
final class PiecedKeys {
    private static final int MAX_JWT_PART = 600;

    /** Addresses whose path is the right to post. */
    private static final List<String> WEBHOOKS = List.of(
            "hooks.slack.com/services/",
            "hooks.slack.com/workflows/",
            "hooks.slack.com/triggers/",
            "discord.com/api/webhooks/",
            "discordapp.com/api/webhooks/",
            "hooks.zapier.com/hooks/catch/",
            "webhook.office.com/webhookb2/",
            "logic.azure.com/workflows/");

    private PiecedKeys() {}

    /** What starts with a letter or digit at {@code at}, or null. */
    static @Nullable Finding at(String text, int at) {
        char c = text.charAt(at);
        Finding found = null;
        switch (c) {
            case 'e' -> found = jwt(text, at);
            case 'M', 'N', 'O' -> found = discord(text, at);
            case 'S' -> found = dotted(text, at, "SG.", 22, 43, Labels.SENDGRID);
            case 'p' -> found = dotted(text, at, "pat", 14, 64, Labels.AIRTABLE);
            case 'h', 'd', 'w', 'l' -> found = webhook(text, at);
            default -> {}
        }
        if (found == null && c >= '0' && c <= '9') {
            found = telegram(text, at);
        }
        return found == null && Alphabet.HEX.has(c) ? mailchimp(text, at) : found;
    }

    /** Three runs of base 64 with dots between, the first of them a JSON object (RFC 7519). */
    private static @Nullable Finding jwt(String text, int at) {
        if (!text.startsWith("eyJ", at)) {
            return null;
        }
        int first = Alphabet.URL.runEnd(text, at, MAX_JWT_PART);
        if (first - at < 12 || !isDot(text, first)) {
            return null;
        }
        int second = Alphabet.URL.runEnd(text, first + 1, 10);
        // Where the signature is cut off, the claims are still there to read.
        return second - first - 1 < 10
                ? null
                : new Finding(at, Alphabet.DOTTED.runEnd(text, second, Integer.MAX_VALUE), Labels.JWT);
    }

    private static @Nullable Finding discord(String text, int at) {
        int id = Alphabet.URL.runEnd(text, at, 29);
        if (id - at < 24 || id - at > 28 || !isDot(text, id)) {
            return null;
        }
        int time = Alphabet.URL.runEnd(text, id + 1, 7);
        if (time - id - 1 != 6 || !isDot(text, time) || Alphabet.URL.runEnd(text, time + 1, 27) - time - 1 < 27) {
            return null;
        }
        return new Finding(at, Alphabet.URL.runEnd(text, time + 1, Integer.MAX_VALUE), Labels.DISCORD);
    }

    private static @Nullable Finding dotted(String text, int at, String prefix, int first, int second, String label) {
        if (!text.startsWith(prefix, at)) {
            return null;
        }
        int dot = Alphabet.URL.runEnd(text, at + prefix.length(), first + 1);
        if (dot - at - prefix.length() != first || !isDot(text, dot)) {
            return null;
        }
        int end = Alphabet.URL.runEnd(text, dot + 1, second);
        return end - dot - 1 < second
                ? null
                : new Finding(at, Alphabet.URL.runEnd(text, end, Integer.MAX_VALUE), label);
    }

    private static @Nullable Finding webhook(String text, int at) {
        for (String address : WEBHOOKS) {
            if (text.startsWith(address, at)) {
                int path = at + address.length();
                int end = Alphabet.DOTTED_BASE64.runEnd(text, path, Integer.MAX_VALUE);
                return end - path < 15 ? null : new Finding(path, end, Labels.WEBHOOK);
            }
        }
        return null;
    }

    /** The bot's number, a colon, 35 characters that begin with AA. */
    private static @Nullable Finding telegram(String text, int at) {
        int colon = at;
        while (colon < text.length() && colon - at < 11 && Character.isDigit(text.charAt(colon))) {
            colon++;
        }
        if (colon - at < 8 || colon - at > 10 || !text.startsWith(":AA", colon)) {
            return null;
        }
        int end = Alphabet.URL.runEnd(text, colon + 1, 36);
        return end - colon - 1 == 35 ? new Finding(at, end, Labels.TELEGRAM) : null;
    }

    /** 32 hexadecimal digits and the data centre. */
    private static @Nullable Finding mailchimp(String text, int at) {
        int end = Alphabet.HEX.runEnd(text, at, 33);
        if (end - at != 32 || !text.startsWith("-us", end)) {
            return null;
        }
        int centre = Alphabet.HEX.runEnd(text, end + 3, 3);
        return centre - end - 3 < 1 || centre - end - 3 > 2 ? null : new Finding(at, centre, Labels.MAILCHIMP);
    }

    /** Three characters, a digit, {@code Q~}, and 31 to 34 more; {@code at} is the Q. */
    static @Nullable Finding azure(String text, int at) {
        if (at < 4 || !text.startsWith("Q~", at) || !Character.isDigit(text.charAt(at - 1))) {
            return null;
        }
        for (int i = at - 4; i < at; i++) {
            if (!isOfAzure(text.charAt(i))) {
                return null;
            }
        }
        int end = at + 2;
        while (end < text.length() && end - at - 2 < 35 && isOfAzure(text.charAt(end))) {
            end++;
        }
        int length = end - at - 2;
        return length >= 31 && length <= 34 ? new Finding(at - 4, end, Labels.AZURE_CLIENT) : null;
    }

    private static boolean isOfAzure(char c) {
        return Alphabet.DOTTED.has(c) || c == '~';
    }

    /** 14 letters and digits, {@code .atlasv1.}, and 60 or more; {@code at} is the first dot. */
    static @Nullable Finding terraform(String text, int at) {
        String middle = ".atlasv1.";
        if (at < 14 || !text.startsWith(middle, at) || Alphabet.ALNUM.runEnd(text, at - 14, 14) != at) {
            return null;
        }
        int body = at + middle.length();
        return Alphabet.URL.runEnd(text, body, 60) - body < 60
                ? null
                : new Finding(at - 14, Alphabet.URL.runEnd(text, body, Integer.MAX_VALUE), Labels.TERRAFORM);
    }

    private static boolean isDot(String text, int at) {
        return at < text.length() && text.charAt(at) == '.';
    }
}
