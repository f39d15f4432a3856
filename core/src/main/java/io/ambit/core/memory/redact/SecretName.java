package io.ambit.core.memory.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a variable, field, header or option says about its value. */
enum SecretName {
    PASSWORD,
    /** A word such as "client_secret": any value is one. */
    SECRET,
    /** A token or a key: names of ordinary things end so too, so the value must look like one. */
    KEY,
    /** The header Authorization. */
    AUTHORIZATION,
    COOKIE,
    /** The signature in a signed address, where it is a parameter of one. */
    SIGNATURE,
    NONE;

    private static final Set<String> QUALIFIERS = Set.of(
            "prod",
            "production",
            "dev",
            "development",
            "staging",
            "stage",
            "test",
            "testing",
            "live",
            "local",
            "value",
            "raw",
            "base64",
            "b64",
            "plain",
            "plaintext",
            "text",
            "str",
            "string",
            "default",
            "old",
            "new",
            "current",
            "backup",
            "main");

    private static final Set<String> KEYS_OF = Set.of(
            "api",
            "secret",
            "access",
            "private",
            "account",
            "encryption",
            "signing",
            "auth",
            "master",
            "shared",
            "storage",
            "license",
            "service",
            "deploy",
            "ssh",
            "client",
            "webhook",
            "app",
            "application",
            "jwt",
            "subscription",
            "server",
            "signature",
            "hmac",
            "session",
            "admin",
            "bot",
            "consumer",
            "read",
            "write",
            "integration",
            "maps",
            "ingest",
            "project",
            "aes",
            "crypto",
            "vault",
            "host");

    /** Tokens of texts and of pages, not of trust. */
    private static final Set<String> OTHER_TOKENS = Set.of(
            "page",
            "next",
            "previous",
            "prev",
            "continuation",
            "pad",
            "eos",
            "bos",
            "unk",
            "stop",
            "end",
            "start",
            "first",
            "last",
            "max",
            "min",
            "special",
            "mask",
            "sep",
            "cls",
            "per",
            "each",
            "a",
            "the",
            "image",
            "text",
            "sync",
            "cancellation",
            "cancel",
            "lexer",
            "current",
            "lookahead");

    private static final List<String> PASSWORD_ENDS = List.of("password", "passwd", "passphrase", "passwort");
    private static final List<String> SECRET_ENDS = List.of("secret", "secretkey", "clientsecret");
    private static final List<String> KEY_ENDS = List.of(
            "apikey",
            "accesskey",
            "privatekey",
            "accountkey",
            "authkey",
            "appkey",
            "masterkey",
            "signingkey",
            "authtoken",
            "accesstoken",
            "refreshtoken",
            "bearertoken",
            "sessiontoken",
            "idtoken");

    /** The kind of {@code name}, which may be written in any of the ways in which programmers join words. */
    static SecretName of(String name) {
        List<String> parts = parts(name);
        while (parts.size() > 1 && isQualifier(parts.get(parts.size() - 1))) {
            parts.remove(parts.size() - 1);
        }
        if (parts.isEmpty()) {
            return NONE;
        }
        String last = parts.get(parts.size() - 1);
        String before = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
        if (endsWith(last, PASSWORD_ENDS) || last.equals("pwd") || (last.equals("pass") && !before.isEmpty())) {
            return PASSWORD;
        }
        if (endsWith(last, SECRET_ENDS) || (last.equals("key") && before.equals("secret"))) {
            return SECRET;
        }
        return switch (last) {
            case "authorization" -> AUTHORIZATION;
            case "cookie" -> before.isEmpty() || before.equals("set") ? COOKIE : NONE;
            case "sig", "signature" -> SIGNATURE;
            case "token" -> OTHER_TOKENS.contains(before) ? NONE : KEY;
            case "key" -> KEYS_OF.contains(before) ? KEY : NONE;
            case "auth", "credential", "credentials", "pat" -> KEY;
            default -> endsWith(last, KEY_ENDS) ? KEY : NONE;
        };
    }

    private static boolean isQualifier(String part) {
        return QUALIFIERS.contains(part) || part.chars().allMatch(Character::isDigit);
    }

    private static boolean endsWith(String word, List<String> ends) {
        return ends.stream().anyMatch(word::endsWith);
    }

    /** Words of snake case, kebab case, dotted names and camel case, in lower case. */
    static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Alphabet.ALNUM.has(c)) {
                flush(part, parts);
                continue;
            }
            boolean upper = c >= 'A' && c <= 'Z';
            boolean afterLower = i > 0 && Character.isLowerCase(name.charAt(i - 1));
            boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
            if (upper && (afterLower || (beforeLower && i > 0))) {
                flush(part, parts);
            }
            part.append(c);
        }
        flush(part, parts);
        return parts;
    }

    private static void flush(StringBuilder part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part.toString().toLowerCase(Locale.ROOT));
            part.setLength(0);
        }
    }
}
