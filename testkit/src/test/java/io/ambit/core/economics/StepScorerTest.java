package io.ambit.core.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepScorerTest {
    private static final List<String> WORDS = List.of(
            "src/Main.java", "orderId", "ORD-7731", "12,345", "plain", "Berlin", "🙂", "x", "\n", "a/b/c/d", "42.5%");

    private final CountedTexts texts = new CountedTexts(new Chars4TokenCounter());
    private final StepScorer scorer = new StepScorer(texts);

    @Test
    void next_sharedPrefix_isCached() {
        StepEvidence nothing = new StepEvidence(List.of(), List.of());
        // 40 and 80 characters: 14 and 24 tokens with the 4 of a message.
        List<CountedText> first = texts("a".repeat(40));
        List<CountedText> second = texts("a".repeat(40), "b".repeat(80));

        StepScore one = scorer.next(nothing, first, first, 10);
        StepScore two = scorer.next(nothing, second, second, 10);

        assertThat(one.sent()).isEqualTo(24);
        assertThat(one.uncached()).isEqualTo(24);
        assertThat(one.priced()).isEqualTo(30, within(1e-9));
        assertThat(two.sent()).isEqualTo(48);
        assertThat(two.uncached()).isEqualTo(24);
        assertThat(two.priced()).isEqualTo(2.4 + 30, within(1e-9));
        assertThat(two.charged()).isEqualTo(two.priced());
    }

    @Test
    void next_changedEarlyMessageOrTool_leavesNothingCached() {
        StepEvidence nothing = new StepEvidence(List.of(), List.of());
        scorer.next(nothing, List.of(), texts("one", "two"), 0);

        assertThat(scorer.next(nothing, List.of(), texts("uno", "two"), 0).cached())
                .isZero();
        assertThat(scorer.next(nothing, List.of(), texts("uno", "two"), 7).cached())
                .isZero();
        assertThat(scorer.next(nothing, List.of(), texts("uno", "two"), 7).cached())
                .isEqualTo(7 + 5 + 5);
    }

    @Test
    void next_lostIdentifier_chargesOneRoundTripAndStaysAsLongAsItsMessage() {
        String original = "key ORD-7731 " + "z".repeat(87); // 100 characters
        StepEvidence uses = new StepEvidence(List.of("ORD-7731"), List.of("Berlin"));
        List<CountedText> raw = texts("ask", original);
        List<CountedText> cut = texts("ask", "cut");

        StepScore first = scorer.next(uses, raw, cut, 0);
        StepScore second = scorer.next(uses, raw, cut, 0);

        assertThat(first.lost()).containsExactly("ORD-7731");
        assertThat(first.lostWords()).isEqualTo(1);
        assertThat(first.retrieves()).isTrue();
        // 10 tokens fresh; then the 10 read again and 29 that come back.
        assertThat(first.charged()).isEqualTo(12.5 + 1.0 + 1.25 * 29, within(1e-9));
        // It is lost again, but what came back still stands behind the message that it followed.
        assertThat(second.lost()).containsExactly("ORD-7731");
        assertThat(second.retrieves()).isFalse();
        assertThat(second.charged()).isEqualTo(0.1 * 39, within(1e-9));
        assertThat(second.priced()).isEqualTo(1.0, within(1e-9));
    }

    @Test
    void totals_sharesAndPeak_followFromTheSteps() {
        StepScore calm = new StepScore(100, 60, 56, true, List.of(), 3, 0, false);
        StepScore bad = new StepScore(40, 0, 80, true, List.of("a1b2c3"), 1, 1, true);

        ReplayTotals totals = ReplayTotals.NONE.plus(calm).plus(ReplayTotals.NONE.plus(bad));

        assertThat(totals.peak()).isEqualTo(100);
        assertThat(totals.uncached()).isEqualTo(80);
        assertThat(totals.evidenceLoss()).isEqualTo(0.5);
        assertThat(totals.textLoss()).isEqualTo(0.25);
        assertThat(totals.retrievalsPerStep()).isEqualTo(0.5);
        assertThat(ReplayTotals.NONE.evidenceLoss()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void next_randomTrajectories_scoresAsThePlainTwin(Seed seed) {
        SplittableRandom random = seed.random();
        EvidenceReader reader = new EvidenceReader();
        PlainScorer plain = new PlainScorer();
        List<PlainScorer.Said> said = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        int added = random.nextInt(3) * 10;
        for (int m = 0; m < 30; m++) {
            PlainScorer.Said next = new PlainScorer.Said(
                    m % 2 == 0 && m > 0,
                    text(random, random.nextInt(6) == 0 ? 4000 : 12),
                    List.of(text(random, 8)),
                    text(random, 4));
            if (m % 2 == 1) {
                StepEvidence evidence = reader.usedBy(next.arguments(), next.prose());
                assertThat(evidence).as("message %s, %s", m, seed).isEqualTo(PlainScorer.evidence(said, next));
                List<String> forwarded = forwarded(random, raw);
                int now = random.nextInt(15) == 0 ? added + 1 : added;
                assertThat(scorer.next(evidence, texts(raw), texts(forwarded), now))
                        .as("message %s, %s", m, seed)
                        .isEqualTo(plain.next(evidence, List.copyOf(raw), forwarded, now));
            }
            reader.said(next.byTool(), next.text());
            said.add(next);
            raw.add(next.text());
        }
    }

    /** Some messages cut, some left out, the last one always there. */
    private static List<String> forwarded(SplittableRandom random, List<String> raw) {
        List<String> forwarded = new ArrayList<>();
        for (String text : raw) {
            switch (random.nextInt(4)) {
                case 0 -> forwarded.add("cut");
                case 1 -> {}
                default -> forwarded.add(text);
            }
        }
        forwarded.add(raw.getLast());
        return forwarded;
    }

    private static String text(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        for (int w = random.nextInt(words + 1); w > 0; w--) {
            // Some are rare, so that a cut or left-out message takes the last of them away.
            text.append(random.nextInt(3) == 0 ? "REF-" + random.nextInt(900) : Seed.pick(random, WORDS));
            text.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private List<CountedText> texts(String... all) {
        return texts(List.of(all));
    }

    private List<CountedText> texts(List<String> all) {
        return all.stream().map(texts::of).toList();
    }
}
