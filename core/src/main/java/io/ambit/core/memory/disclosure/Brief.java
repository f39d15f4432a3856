package io.ambit.core.memory.disclosure;

import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import io.ambit.core.spi.TokenCounter;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a record to put it into a topic.
 *
 * @param title on one line, safe to show
 * @param words what it is about
 * @param session that it belongs to; null for none
 * @param tokens of the whole record as it is shown
 */
record Brief(
        RecordId id,
        RecordKind kind,
        String title,
        Set<String> words,
        @Nullable String session,
        Instant time,
        @Nullable Instant lastUsed,
        int uses,
        double importance,
        int tokens) {
    private static final int MAX_WORDS = 24;
    private static final int MAX_CHARACTERS = 600;

    static Brief of(MemoryRecord record, TokenCounter tokens) {
        String text = record.content().text();
        Set<String> words = TopicWords.of(text.substring(0, Math.min(text.length(), MAX_CHARACTERS))).stream()
                .limit(MAX_WORDS)
                .collect(Collectors.toUnmodifiableSet());
        String session = record.content() instanceof Turn turn
                ? turn.session()
                : record.provenance().session();
        return new Brief(
                record.id(),
                record.kind(),
                QuotedRecord.title(record),
                words,
                session,
                record.time(),
                record.lastUsed(),
                record.uses(),
                record.draft().importance(),
                tokens.count(QuotedRecord.of(record)));
    }

    Brief usedAt(Instant now) {
        return new Brief(id, kind, title, words, session, time, now, uses + 1, importance, tokens);
    }
}
