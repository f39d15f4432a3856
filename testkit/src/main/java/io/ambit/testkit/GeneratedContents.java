package io.ambit.testkit;

import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Skill;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Contents of every kind with odd texts: quotes, line ends, other scripts, lone surrogates, control characters. */
public final class GeneratedContents {
    private static final List<String> WORDS = List.of(
            "build",
            "the",
            "\"quoted\"",
            "back\\slash",
            "é",
            "形成",
            "🙂",
            "\ud83d",
            "\udc00",
            "\u0000",
            "\t",
            "\n",
            "{",
            "}]",
            "null",
            "12",
            "</memory>",
            "\u202e",
            "path/to/File.java",
            " ",
            "\u2028",
            "=",
            "'",
            "ß",
            "İ");
    private static final int YEARS_4000 = 4000 * 365;

    private GeneratedContents() {}

    /** A content of any kind. */
    public static Content random(SplittableRandom random) {
        return ofKind(Seed.pick(random, List.of(RecordKind.values())), random);
    }

    public static Content ofKind(RecordKind kind, SplittableRandom random) {
        return switch (kind) {
            case TURN ->
                new Turn(
                        said(random),
                        random.nextInt(1000),
                        said(random),
                        Seed.pick(random, List.of(Voice.values())),
                        said(random));
            case DOCUMENT -> new Document(said(random), said(random));
            case EPISODE -> episode(random);
            case PATTERN ->
                new Pattern(said(random), text(random), texts(random), said(random), text(random), ids(random));
            case ANTI_PATTERN -> new AntiPattern(said(random), text(random), said(random), ids(random));
            case SKILL ->
                new Skill(
                        said(random),
                        text(random),
                        texts(random),
                        List.of(said(random), said(random)),
                        list(random, () -> new Skill.CommonError(said(random), said(random))),
                        texts(random));
            case FACT -> fact(random);
            case INSIGHT -> new Insight(said(random), said(random), text(random), texts(random));
        };
    }

    private static Episode episode(SplittableRandom random) {
        return new Episode(
                text(random),
                text(random),
                new Episode.EpisodeContext(text(random), said(random), texts(random), texts(random)),
                list(
                        random,
                        () -> new Episode.Action(
                                Duration.ofMillis(random.nextInt(10_000_000)),
                                said(random),
                                text(random),
                                text(random))),
                Seed.pick(random, List.of(Outcome.values())),
                list(random, () -> new Episode.Failure(text(random), said(random), text(random))),
                texts(random),
                texts(random),
                texts(random),
                text(random),
                Duration.ofMillis(random.nextInt(10_000_000)),
                random.nextInt(1_000_000));
    }

    private static Fact fact(SplittableRandom random) {
        Instant from = time(random);
        Instant until = time(random);
        boolean isBackward = from != null && until != null && until.isBefore(from);
        return new Fact(
                said(random),
                said(random),
                said(random),
                random.nextBoolean(),
                isBackward ? until : from,
                isBackward ? from : until);
    }

    /** A time of any century, to the nanosecond, or null. */
    public static @Nullable Instant time(SplittableRandom random) {
        return random.nextInt(3) == 0
                ? null
                : Instant.EPOCH
                        .plus(Duration.ofDays(random.nextInt(2 * YEARS_4000) - YEARS_4000))
                        .plusNanos(random.nextLong(86_400_000_000_000L));
    }

    /** A text that may be empty. */
    public static String text(SplittableRandom random) {
        return random.nextInt(3) == 0 ? "" : said(random);
    }

    /** A text that says something. */
    public static String said(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int words = 1 + random.nextInt(12); words > 0; words--) {
            text.append(Seed.pick(random, WORDS)).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.append("word").append(random.nextInt(100)).toString();
    }

    private static List<String> texts(SplittableRandom random) {
        return list(random, () -> said(random));
    }

    private static List<RecordId> ids(SplittableRandom random) {
        return list(random, () -> new RecordId("ep-2026-01-05-" + (100 + random.nextInt(900))));
    }

    private static <T> List<T> list(SplittableRandom random, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            all.add(one.get());
        }
        return all;
    }
}
