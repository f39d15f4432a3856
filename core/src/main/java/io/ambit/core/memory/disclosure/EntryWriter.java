package io.ambit.core.memory.disclosure;

import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.memory.recall.SpaceReads;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.TokenCounter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes timeline entries: a line that says which topic, then sentences of its records, each line quoted. An entry has
 * about a tenth of the tokens of what it stands for, half of that with each level of compression.
 */
final class EntryWriter {
    private static final int RATIO = 10;
    private static final int LEAST = 12;
    private static final int MOST = 120;
    private static final int MAX_RECORDS = 60;
    /** A topic whose timeline is split is read in pieces of about this size, of which the best is shown. */
    private static final int PIECE = 30;

    private static final int MAX_PIECES = 8;

    private final TokenCounter tokens;
    private final Extract extract;

    EntryWriter(TokenCounter tokens) {
        this.tokens = tokens;
        this.extract = new Extract(tokens);
    }

    /**
     * A topic's entry.
     *
     * @param asked the words of the question, which choose among the sub-topics of a split timeline
     */
    TimelineEntry entry(Topic topic, SpaceReads reads, Set<String> asked) {
        List<MemoryRecord> members = new ArrayList<>(reads.of(latest(topic)).values());
        int budget = budget(topic);
        if (topic.split() && members.size() > 1) {
            int pieces = Math.min(Math.min(MAX_PIECES, members.size()), 1 + budget / PIECE);
            members = bestPiece(members, Math.max(2, pieces), asked);
            budget = Math.max(LEAST, budget / Math.max(2, pieces));
        }
        // The entry of a whole topic is the same for each question, so that a prompt that holds it stays in the cache.
        return write(topic, members, budget, topic.split() ? asked : Set.of());
    }

    private static List<RecordId> latest(Topic topic) {
        int count = topic.members().size();
        return topic.members().subList(Math.max(0, count - MAX_RECORDS), count);
    }

    static int budget(Topic topic) {
        // What stands for several topics is no longer than one entry.
        int most = topic.parts().isEmpty() ? MOST : MOST / 2;
        return Math.max(LEAST >> Math.min(1, topic.level()), Math.min(most, topic.tokens() / RATIO) >> topic.level());
    }

    /** Sub-topics are stretches of time; the one that shares most with the question is shown. */
    private static List<MemoryRecord> bestPiece(List<MemoryRecord> members, int pieces, Set<String> asked) {
        List<List<MemoryRecord>> all = new ArrayList<>();
        int size = (members.size() + pieces - 1) / pieces;
        for (int from = 0; from < members.size(); from += size) {
            all.add(members.subList(from, Math.min(members.size(), from + size)));
        }
        return all.stream()
                .max(Comparator.comparingInt((List<MemoryRecord> piece) -> shared(piece, asked)))
                .orElse(members);
    }

    private static int shared(List<MemoryRecord> piece, Set<String> asked) {
        Set<String> words = new HashSet<>();
        piece.forEach(record -> words.addAll(TopicWords.of(record.content().text())));
        words.retainAll(asked);
        return words.size();
    }

    private TimelineEntry write(Topic topic, List<MemoryRecord> members, int budget, Set<String> preferred) {
        List<String> lines = extract.lines(members, budget, preferred);
        if (lines.isEmpty()) {
            lines = members.stream().limit(1).map(QuotedRecord::title).toList();
        }
        StringBuilder out = new StringBuilder(topic.id())
                .append(" (")
                .append(topic.lastAccess().atOffset(ZoneOffset.UTC).toLocalDate())
                .append("):\n");
        lines.forEach(line -> out.append("> ").append(line).append('\n'));
        return new TimelineEntry(topic.id(), out.toString(), tokens.count(out.toString()));
    }
}
