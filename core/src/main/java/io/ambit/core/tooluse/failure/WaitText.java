package io.ambit.core.tooluse.failure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long an error says to wait. */
final class WaitText {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Set<String> LEADS = Set.of("after", "in", "wait", "reset", "resets", "available", "backoff");
    private static final Set<String> CONTEXTS =
            Set.of("retry", "again", "wait", "reset", "resets", "ratelimit", "available", "backoff", "delay");
    private static final int NEAR = 8;
    private static final int MAX_DIGITS = 7;

    private WaitText() {}

    /** The time in "Retry-After: 12", "try again in 1m30s", "wait 500 ms"; null where nothing says. At most a day. */
    static @Nullable Duration of(List<ErrorReading.Line> lines) {
        for (ErrorReading.Line line : lines) {
            Duration found = of(line.text());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Duration of(String line) {
        List<String> tokens = Tokens.of(line.replace(".", "\u00b7point\u00b7"));
        for (int i = 0; i < tokens.size(); i++) {
            if (LEADS.contains(tokens.get(i)) && speaksOfWaiting(tokens, i)) {
                Duration found = amount(tokens, i + 1);
                if (found != null && found.compareTo(LONGEST) <= 0) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean speaksOfWaiting(List<String> tokens, int at) {
        return tokens.subList(Math.max(0, at - NEAR), at + 1).stream().anyMatch(CONTEXTS::contains);
    }

    private static @Nullable Duration amount(List<String> tokens, int from) {
        Duration sum = Duration.ZERO;
        boolean any = false;
        int at = from;
        while (at < tokens.size() && at < from + NEAR) {
            if (at == from && (tokens.get(at).equals("after") || tokens.get(at).equals("for"))) {
                at++;
                continue;
            }
            String token = tokens.get(at);
            int digits = 0;
            while (digits < token.length() && Character.isDigit(token.charAt(digits))) {
                digits++;
            }
            if (digits == 0 || digits > MAX_DIGITS) {
                break;
            }
            long whole = Long.parseLong(token.substring(0, digits));
            String unit = token.substring(digits);
            if (at + 2 < tokens.size() && tokens.get(at + 1).equals("point")) {
                at += 2; // a fraction waits for the next whole one
                whole++;
                unit = tokens.get(at).replaceFirst("^[0-9]+", "");
            }
            if (unit.isEmpty() && at + 1 < tokens.size() && unit(tokens.get(at + 1)) != null) {
                unit = tokens.get(++at);
            }
            // "1m30s" is one token of several amounts
            Duration each = compound(whole, unit);
            if (each == null) {
                return null;
            }
            sum = sum.plus(each);
            any = true;
            at++;
        }
        return any ? sum : null;
    }

    private static @Nullable Duration compound(long amount, String unit) {
        int letters = 0;
        while (letters < unit.length() && Character.isLetter(unit.charAt(letters))) {
            letters++;
        }
        Duration one = letters == 0 ? Duration.ofSeconds(1) : unit(unit.substring(0, letters));
        if (one == null) {
            return null;
        }
        Duration first = one.multipliedBy(amount);
        if (letters == unit.length()) {
            return first;
        }
        String rest = unit.substring(letters);
        int digits = 0;
        while (digits < rest.length() && Character.isDigit(rest.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > MAX_DIGITS) {
            return first;
        }
        Duration second = compound(Long.parseLong(rest.substring(0, digits)), rest.substring(digits));
        return second == null ? first : first.plus(second);
    }

    private static @Nullable Duration unit(String word) {
        return switch (word) {
            case "ms", "millis", "millisecond", "milliseconds" -> Duration.ofMillis(1);
            case "s", "sec", "secs", "second", "seconds" -> Duration.ofSeconds(1);
            case "m", "min", "mins", "minute", "minutes" -> Duration.ofMinutes(1);
            case "h", "hr", "hour", "hours" -> Duration.ofHours(1);
            default -> null;
        };
    }
}
