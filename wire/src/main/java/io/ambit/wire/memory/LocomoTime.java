package io.ambit.wire.memory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times such as {@code 1:56 pm on 8 May, 2023}. */
final class LocomoTime {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private LocomoTime() {}

    /** The time, taken as of UTC; null where the text is none. */
    static @Nullable Instant read(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[ ,]", -1)) {
            if (!word.isEmpty() && !word.equals("on")) {
                words.add(word);
            }
        }
        if (words.size() != 5 || words.get(0).indexOf(':') < 0 || words.get(3).length() < 3) {
            return null;
        }
        try {
            int colon = words.get(0).indexOf(':');
            int hour = Integer.parseInt(words.get(0).substring(0, colon)) % 12
                    + (words.get(1).startsWith("p") ? 12 : 0);
            return LocalDateTime.of(
                            Integer.parseInt(words.get(4)),
                            MONTHS.indexOf(words.get(3).substring(0, 3)) + 1,
                            Integer.parseInt(words.get(2)),
                            hour,
                            Integer.parseInt(words.get(0).substring(colon + 1)))
                    .toInstant(ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
