package io.ambit.testkit;

import io.ambit.core.record.Fact;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Facts of few subjects, predicates, objects and days, so that they often meet. */
final class Facts {
    private static final List<String> SUBJECTS = List.of("Ann", " ann", "Bob");
    private static final List<String> PREDICATES = List.of("lives in", "LIVES  in", "works at");
    private static final List<String> OBJECTS = List.of("Oslo", "oslo ", "Rome", "Lima");

    private Facts() {}

    /** One that has one value at a time. */
    static Fact of(String subject, String predicate, String object, @Nullable Instant validAt) {
        return new Fact(subject, predicate, object, true, validAt, null);
    }

    static Fact random(SplittableRandom random) {
        Instant start = random.nextInt(5) == 0 ? null : MemoryContract.day(random.nextInt(12));
        Instant end = random.nextInt(4) > 0
                ? null
                : start == null
                        ? MemoryContract.day(random.nextInt(12))
                        : start.plusSeconds(86_400L * random.nextInt(6));
        return new Fact(
                Seed.pick(random, SUBJECTS),
                Seed.pick(random, PREDICATES),
                Seed.pick(random, OBJECTS),
                random.nextInt(6) > 0,
                start,
                end);
    }
}
