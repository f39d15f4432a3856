package io.ambit.core.context.assembly.insight;

import io.ambit.core.record.RecordId;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds what may be ids of memory records in a text: {@code ins-001}, {@code ep-2026-01-05-012}. */
final class RecordMentions {
    private static final int MAX_LENGTH = 40;

    private RecordMentions() {}

    static Set<RecordId> of(String text) {
        Set<RecordId> ids = new LinkedHashSet<>();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            int last = end;
            while (last > i && text.charAt(last - 1) == '-') {
                last--;
            }
            if (last > i && last - i <= MAX_LENGTH && RecordId.isValid(text.substring(i, last))) {
                ids.add(new RecordId(text.substring(i, last)));
            }
            i = Math.max(end, i + 1);
        }
        return ids;
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
