package io.ambit.bench.memory;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * More documents than there are, made of those that there are: each new one begins as one of them and ends as another,
 * in conversations of {@value #TURNS} turns. The same seed gives the same documents.
 */
public final class GeneratedDocuments {
    private static final int TURNS = 20;
    private static final long SEED = 20_261_121;
    private static final String SPACE = "generated";
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final long SECONDS_A_SESSION = 3_600;

    private final List<MemoryDocument> source;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int made;

    /**
     * A source of documents of one space.
     *
     * @param source what they are made of, at least one
     */
    public GeneratedDocuments(List<MemoryDocument> source) {
        this.source = List.copyOf(source);
    }

    /** The next one. */
    public MemoryDocument next() {
        MemoryDocument start = source.get(random.nextInt(source.size()));
        MemoryDocument end = source.get(random.nextInt(source.size()));
        int session = made / TURNS;
        @Nullable Instant time = made % TURNS == 0 ? FIRST.plusSeconds(session * SECONDS_A_SESSION) : null;
        return new MemoryDocument(
                SPACE, "g" + made++, "s" + session, time, start.role(), joined(start.text(), end.text(), random));
    }

    /** The place of the last document in its conversation. */
    int position() {
        return (made - 1) % TURNS;
    }

    private static String joined(String start, String end, SplittableRandom random) {
        String[] first = start.split(" ", -1);
        String[] second = end.split(" ", -1);
        int kept = first.length == 1 ? 1 : 1 + random.nextInt(first.length);
        int from = random.nextInt(second.length);
        return String.join(" ", List.of(first).subList(0, kept)) + " "
                + String.join(" ", List.of(second).subList(from, second.length));
    }
}
