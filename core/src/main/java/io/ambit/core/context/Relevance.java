package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.vector.HashedWords;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How near each output is to what the session is about: to what its user said first, and to what he said last. */
final class Relevance {
    private Relevance() {}

    /** Per output its place among all of them, from 0 for the least relevant to 1 for the most. */
    static double[] ranks(Transcript transcript) {
        String first = "";
        String last = "";
        for (Message message : transcript.messages()) {
            if (message.role() == Role.USER && message.parts().stream().anyMatch(Part.Text.class::isInstance)) {
                first = first.isEmpty() ? message.text() : first;
                last = message.text();
            }
        }
        HashedWords goal = HashedWords.of(first);
        HashedWords request = HashedWords.of(last);
        double[] near = transcript.exchanges().stream()
                .map(exchange -> HashedWords.of(exchange.result().text()))
                .mapToDouble(output -> Math.max(output.cosine(goal), output.cosine(request)))
                .toArray();
        List<Integer> order = IntStream.range(0, near.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> near[i]))
                .toList();
        double[] ranks = new double[near.length];
        for (int place = 0; place < ranks.length; place++) {
            ranks[order.get(place)] = (place + 1.0) / ranks.length;
        }
        return ranks;
    }
}
