package io.ambit.core.memory.redact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys that nothing announces: runs of letters of both cases and digits that are as even as chance would have it. Hashes
 * and commits (of one case), UUIDs, ids that are known for what they are, paths, names in camel case, images and
 * certificates in base 64 are not. Measured by Shannon's entropy over the characters, and by how often neighbours are of
 * different classes: words stay in one class, keys do not.
 */
final class KeyLikeText {
    private static final int LEAST = 32;
    private static final int MOST = 160;
    private static final double MIN_BITS = 3.9;
    private static final double MIN_CHANGES = 0.42;

    /** What is public and begins so: ids of messages and calls, digests, public keys. */
    private static final List<String> PUBLIC = List.of(
            "call_",
            "toolu_",
            "msg_",
            "chatcmpl-",
            "req_",
            "resp_",
            "rs_",
            "fc_",
            "item_",
            "gen-",
            "run_",
            "thread_",
            "sha1-",
            "sha256-",
            "sha384-",
            "sha512-",
            "md5-",
            "AAAAB3NzaC",
            "AAAAC3NzaC",
            "AAAAE2VjZHNh",
            "pk_live_",
            "pk_test_",
            "data-",
            "v1.",
            "cache-");

    private static final List<String> BEFORE =
            List.of("base64,", "h1:", "sha256:", "sha512:", "SHA256:", "MD5:", "integrity=");

    private KeyLikeText() {}

    /** @param at where a run may begin; nothing of a key's characters stands before it */
    static @Nullable Finding at(String text, int at) {
        if (at > 0 && isOfKey(text.charAt(at - 1))) {
            return null;
        }
        int end = at;
        int most = Math.min(text.length(), at + MOST + 1);
        while (end < most && isOfKey(text.charAt(end))) {
            end++;
        }
        int length = end - at;
        if (length < LEAST || length > MOST || isPublic(text, at) || isPlace(text, at, end) || isBlock(text, at, end)) {
            return null;
        }
        return isEven(text, at, end) ? new Finding(at, end, Labels.LIKE_A_KEY) : null;
    }

    private static boolean isOfKey(char c) {
        return Alphabet.BASE64.has(c) || c == '_' || c == '-';
    }

    private static boolean isPublic(String text, int at) {
        return PUBLIC.stream().anyMatch(prefix -> text.startsWith(prefix, at))
                || BEFORE.stream()
                        .anyMatch(before -> at >= before.length() && text.startsWith(before, at - before.length()));
    }

    /** Part of a path, of an address or of a file's name. */
    private static boolean isPlace(String text, int at, int end) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        if (before == '.' || before == '~' || before == '@' || before == '#' || before == '%') {
            return true;
        }
        boolean dot = end + 1 < text.length() && text.charAt(end) == '.' && Alphabet.ALNUM.has(text.charAt(end + 1));
        String run = text.substring(at, end);
        boolean mixed = run.indexOf('/') >= 0 && (run.indexOf('_') >= 0 || run.indexOf('-') >= 0);
        return dot || mixed || run.charAt(0) == '/';
    }

    /** A line among lines of its length: a certificate, an attachment. */
    private static boolean isBlock(String text, int at, int end) {
        boolean startsLine = at == 0 || text.charAt(at - 1) == '\n';
        boolean endsLine = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
        if (!startsLine || !endsLine) {
            return false;
        }
        int length = end - at;
        int next = end + (text.startsWith("\r\n", end) ? 2 : 1);
        int before = at - 1 - (at > 1 && text.charAt(at - 2) == '\r' ? 1 : 0);
        return (next < text.length() && Alphabet.BASE64.runEnd(text, next, length) - next >= Math.min(length, LEAST))
                || (before >= length && isRun(text, before - length, before));
    }

    private static boolean isRun(String text, int from, int to) {
        return Alphabet.BASE64.runEnd(text, from, to - from) == to;
    }

    private static boolean isEven(String text, int at, int end) {
        int[] counts = new int[128];
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int changes = 0;
        int last = -1;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            counts[c]++;
            int kind = Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : 3;
            upper += kind == 1 ? 1 : 0;
            lower += kind == 2 ? 1 : 0;
            digits += kind == 0 ? 1 : 0;
            changes += last >= 0 && kind != last ? 1 : 0;
            last = kind;
        }
        int length = end - at;
        if (upper < 3 || lower < 3 || digits < 2 || changes < MIN_CHANGES * (length - 1)) {
            return false;
        }
        double bits = 0;
        for (int count : counts) {
            double share = (double) count / length;
            bits -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return bits >= MIN_BITS;
    }
}
