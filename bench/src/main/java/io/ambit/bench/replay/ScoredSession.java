package io.ambit.bench.replay;

import io.ambit.bench.recorded.RecordedMessage;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.core.economics.CountedText;
import io.ambit.core.economics.CountedTexts;
import io.ambit.core.economics.EvidenceReader;
import io.ambit.core.economics.StepEvidence;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A trajectory with what all policies share: its sizes, its request bodies, what its steps used. Used by one thread.
 *
 * @param steps indexes of the messages that are steps
 * @param raw the sizes of all messages, unchanged
 * @param evidence what each step used, in the order of {@code steps}
 * @param tools tokens of the tools' definitions, which each request carries; 0 where the recording has none
 * @param gaps before the requests
 */
record ScoredSession(
        Trajectory trajectory,
        List<Integer> steps,
        CountedTexts texts,
        ScoredMessages messages,
        RequestBodies bodies,
        List<CountedText> raw,
        List<StepEvidence> evidence,
        int tools,
        RequestGaps gaps) {

    static ScoredSession of(Trajectory trajectory, TokenCounter counter) {
        CountedTexts texts = new CountedTexts(counter);
        ScoredMessages messages = new ScoredMessages(texts);
        EvidenceReader reader = new EvidenceReader();
        List<CountedText> raw = new ArrayList<>();
        List<StepEvidence> evidence = new ArrayList<>();
        Set<Integer> steps = new HashSet<>(trajectory.steps());
        for (RecordedMessage message : trajectory.messages()) {
            if (steps.contains(raw.size())) {
                evidence.add(reader.usedBy(message.arguments(), message.prose()));
            }
            reader.said(message.isByTool(), message.text());
            raw.add(messages.of(message).text());
        }
        return new ScoredSession(
                trajectory,
                trajectory.steps(),
                texts,
                messages,
                new RequestBodies(trajectory.messages()),
                raw,
                evidence,
                trajectory.facts().tools().isEmpty()
                        ? 0
                        : counter.count(trajectory.facts().tools()),
                RequestGaps.of(trajectory));
    }

    /** The unchanged messages before the message at {@code index}. */
    List<CountedText> rawBefore(int index) {
        return raw.subList(0, index);
    }
}
