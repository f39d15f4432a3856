package io.ambit.core.memory.disclosure;

import io.ambit.core.memory.recall.SpaceReads;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.SearchRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How similar topics are to a question: a topic is as similar as what is nearest among its summary and those of its
 * records that search finds. Only topics of which search finds something are compared.
 */
final class TopicMatches {
    private static final int DEPTH = 60;
    private static final int MAX_TOPICS = 12;
    private static final int RECORDS_OF_ONE = 2;
    private static final int MAX_CHARACTERS = 400;

    /** Records found for the question, best first. */
    final List<RecordId> found = new ArrayList<>();
    /** Similarity by topic, most promising first. */
    final Map<String, Double> similarities = new LinkedHashMap<>();

    TopicMatches(MemoryIndex index, Space space, String question, List<Topic> topics, SpaceReads reads) {
        Map<RecordId, Topic> topicOf = new HashMap<>();
        topics.forEach(topic -> topic.members().forEach(id -> topicOf.put(id, topic)));
        List<RecordId> ids = index.search(space, SearchRequest.of(question, DEPTH)).stream()
                .map(Found::id)
                .filter(topicOf::containsKey)
                .toList();
        Map<RecordId, MemoryRecord> records = reads.of(ids);
        Map<Topic, List<String>> texts = new LinkedHashMap<>();
        records.forEach((id, record) -> {
            found.add(id);
            Topic topic = topicOf.get(id);
            if (topic != null && (texts.containsKey(topic) || texts.size() < MAX_TOPICS)) {
                List<String> some = texts.computeIfAbsent(topic, one -> new ArrayList<>(List.of(one.summary())));
                if (some.size() <= RECORDS_OF_ONE) {
                    String text = record.content().text();
                    some.add(text.substring(0, Math.min(text.length(), MAX_CHARACTERS)));
                }
            }
        });
        List<String> all = texts.values().stream().flatMap(List::stream).toList();
        List<Double> scores = all.isEmpty() ? List.of() : index.similarities(question, all);
        int at = 0;
        for (Map.Entry<Topic, List<String>> entry : texts.entrySet()) {
            double best = -1;
            for (int i = 0; i < entry.getValue().size(); i++) {
                best = Math.max(best, scores.get(at++));
            }
            similarities.put(entry.getKey().id(), best * entry.getKey().factor());
        }
    }
}
