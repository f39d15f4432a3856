package io.ambit.core.memory.disclosure;

import io.ambit.core.memory.recall.LeftOut;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.memory.recall.SpaceReads;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes topics in full, as far as the budget goes: of each what search found first, then the rest in order of time. */
final class FullLoad {
    /** A topic may be a session of thousands of turns; what comes so late would not fit in any case. */
    private static final int MAX_RECORDS = 200;

    final List<String> topics = new ArrayList<>();
    final List<String> idle = new ArrayList<>();
    final List<MemoryRecord> records = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final int maxTokens;
    private final TokenCounter tokens;
    private final Set<String> open;
    private int used;

    /**
     * Begins with nothing.
     *
     * @param asked the words of the question
     * @param covered those words that were shown before
     */
    FullLoad(int maxTokens, TokenCounter tokens, Set<String> asked, Set<String> covered) {
        this.maxTokens = maxTokens;
        this.tokens = tokens;
        this.open = new HashSet<>(asked);
        open.removeAll(covered);
    }

    /** The records, quoted. */
    String text() {
        return text.toString();
    }

    /** @param found records that search found for the question, best first */
    void take(Topic topic, List<RecordId> found, SpaceReads reads) {
        Set<RecordId> order = new LinkedHashSet<>(found);
        order.retainAll(new HashSet<>(topic.members()));
        // A composite stands for many records; it shows those that are asked for.
        if (!topic.isComposite() || order.isEmpty()) {
            order.addAll(topic.members());
        }
        Set<String> said = new HashSet<>();
        boolean any = false;
        for (MemoryRecord record :
                reads.of(order.stream().limit(MAX_RECORDS).toList()).values()) {
            String quoted = QuotedRecord.of(record);
            int size = tokens.count(quoted) + 1;
            if (used + size > maxTokens) {
                leftOut.add(new LeftOut(record.id(), QuotedRecord.title(record), size));
                continue;
            }
            used += size;
            any = true;
            text.append(quoted);
            records.add(record);
            said.addAll(TopicWords.of(record.content().text()));
        }
        if (any) {
            topics.add(topic.id());
            if (!open.removeAll(said)) {
                idle.add(topic.id());
            }
        }
    }
}
