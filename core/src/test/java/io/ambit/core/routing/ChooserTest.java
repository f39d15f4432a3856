package io.ambit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ambit.core.error.InvalidInputException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChooserTest {
    private static final Candidate FAST = Candidate.of("home", "small", false, true);
    private static final Candidate STRONG = Candidate.of("home", "large", true, true);
    private static final Candidate CLOUD = Candidate.of("cloud", "huge", true, false);
    private static final Features EASY = new Features(false, false, 50, "", "Say hello");
    private static final Features HARD = new Features(true, false, 20_000, "java", "Mend App.java");
    private static final Conditions NO_TRIALS = new Conditions(CostTarget.DEFAULT, 0, "", false);

    private final Chooser rules = Chooser.byRules();

    @Test
    void choose_signsOfAHardTask_takesTheStronger() {
        assertThat(chosen(EASY, List.of(STRONG, FAST))).isEqualTo(FAST);
        Choice hard = rules.choose(HARD, List.of(FAST, STRONG), NO_TRIALS, 0.5);
        assertThat(hard.candidate()).isEqualTo(STRONG);
        assertThat(hard.reason()).startsWith("hard: signs of a hard task: tools, long context, code");
        assertThat(hard.difficulty()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void choose_localAndCloud_takesLocalFirst() {
        assertThat(chosen(HARD, List.of(CLOUD, FAST, STRONG))).isEqualTo(STRONG);
        assertThat(chosen(HARD, List.of(CLOUD, FAST))).isEqualTo(CLOUD);
        Candidate cloudFast = Candidate.of("cloud", "tiny", false, false);
        assertThat(chosen(EASY, List.of(cloudFast, STRONG))).isEqualTo(STRONG);
        assertThat(chosen(EASY, List.of(CLOUD, cloudFast))).isEqualTo(cloudFast);
    }

    @Test
    void choose_onlyLocalCandidates_neverAnother() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Features features = new Features(
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextInt(100_000),
                    "",
                    "text " + random.nextLong());
            Conditions conditions = new Conditions(
                    new CostTarget.StrongShare(random.nextDouble()),
                    random.nextDouble(0.5),
                    "cloud/huge",
                    random.nextBoolean());
            assertThat(rules.choose(features, List.of(FAST, STRONG), conditions, random.nextDouble())
                            .candidate()
                            .local())
                    .isTrue();
        }
    }

    @Test
    void choose_whatAModelCannotDo_isNotAskedOfIt() {
        Candidate plain = new Candidate("home", "plain", false, true, false, false, 4_096, Set.of(), 0);
        Features tools = new Features(true, false, 10, "", "x");
        Features images = new Features(false, true, 10, "", "x");
        Features big = new Features(false, false, 3_800, "", "x");
        Features fits = new Features(false, false, 3_600, "", "x");
        assertThat(chosen(tools, List.of(plain, STRONG))).isEqualTo(STRONG);
        assertThat(chosen(images, List.of(plain, STRONG))).isEqualTo(STRONG);
        assertThat(chosen(big, List.of(plain, STRONG))).isEqualTo(STRONG);
        assertThat(chosen(fits, List.of(plain, STRONG))).isEqualTo(plain);
        assertThatThrownBy(() -> chosen(new Features(true, false, 9_000, "", "x"), List.of(plain)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("home/plain calls no tools");
        assertThatThrownBy(() -> chosen(big, List.of(plain))).hasMessageContaining("takes 4096 tokens");
        assertThatThrownBy(() -> chosen(images, List.of(plain))).hasMessageContaining("sees no images");
        assertThatThrownBy(() -> chosen(EASY, List.of())).hasMessageContaining("no model to choose from");
    }

    @Test
    void choose_languageOfCode_decidesBetweenEquals() {
        Candidate coder = new Candidate("home", "coder", true, true, true, true, 0, Set.of("java"), 0);
        assertThat(chosen(HARD, List.of(STRONG, coder, FAST))).isEqualTo(coder);
        Features python = new Features(true, false, 20_000, "python", "Mend app.py");
        assertThat(chosen(python, List.of(STRONG, coder, FAST))).isEqualTo(STRONG);
    }

    @Test
    void choose_laterInASession_staysUnlessItCannotOrFailed() {
        Conditions later = NO_TRIALS.after("home/small", false);
        assertThat(rules.choose(HARD, List.of(STRONG, FAST), later, 0.5).candidate())
                .isEqualTo(FAST);
        assertThat(rules.choose(HARD, List.of(STRONG, FAST), later, 0.5).propensity())
                .isEqualTo(1);
        assertThat(rules.choose(EASY, List.of(STRONG, FAST), NO_TRIALS.after("home/small", true), 0.5)
                        .candidate())
                .isEqualTo(STRONG);
        Candidate blind = new Candidate("home", "small", false, true, true, false, 0, Set.of(), 0);
        Features images = new Features(false, true, 10, "", "Look");
        assertThat(rules.choose(images, List.of(STRONG, blind), later, 0.5).candidate())
                .isEqualTo(STRONG);
    }

    @Test
    void choose_exploration_isAsOftenAsThePropensitySays() {
        Conditions trials = new Conditions(CostTarget.DEFAULT, 0.2, "", false);
        Random random = new Random(11);
        int tried = 0;
        for (int i = 0; i < 10_000; i++) {
            Choice choice = rules.choose(EASY, List.of(FAST, STRONG), trials, random.nextDouble());
            boolean other = choice.candidate().equals(STRONG);
            tried += other ? 1 : 0;
            assertThat(choice.propensity()).isEqualTo(other ? 0.2 : 0.8);
        }
        assertThat(tried / 10_000.0).isCloseTo(0.2, within(0.015));
        Conditions never = new Conditions(new CostTarget.StrongShare(0), 0.2, "", false);
        assertThat(rules.choose(HARD, List.of(FAST, STRONG), never, 0).candidate())
                .as("the user wants no strong call at all")
                .isEqualTo(FAST);
    }

    @Test
    void choose_costTarget_movesTheLine() {
        Difficulty middling = learned(0.5, 1_000_000);
        Chooser chooser = new Chooser(middling);
        Features prompt = EASY;
        Random random = new Random(3);
        boolean before = false;
        for (double share = 0; share <= 1; share += 0.05) {
            Conditions conditions = new Conditions(new CostTarget.StrongShare(share), 0, "", false);
            boolean strong = chooser.choose(prompt, List.of(FAST, STRONG), conditions, random.nextDouble())
                    .candidate()
                    .strong();
            assertThat(strong || !before).as("share %s", share).isTrue();
            before = strong;
        }
        assertThat(before).isTrue();
    }

    @Test
    void strongShare_ofPrices_costsWhatIsWanted() {
        Candidate cheap = new Candidate("a", "a", false, true, true, true, 0, Set.of(), 1);
        Candidate dear = new Candidate("b", "b", true, false, true, true, 0, Set.of(), 5);
        double share = new CostTarget.CostShare(0.6).strongShare(cheap, dear);
        assertThat((1 - share) * 1 + share * 5).isCloseTo(0.6 * 5, within(1e-9));
        assertThat(new CostTarget.CostShare(0.1).strongShare(cheap, dear)).isZero();
        assertThat(new CostTarget.CostShare(0.1).strongShare(dear, cheap)).isEqualTo(1);
    }

    @Test
    void choose_fewOutcomes_leaveItToTheRules() {
        Conditions conditions = new Conditions(new CostTarget.StrongShare(0.5), 0, "", false);
        Choice few = new Chooser(learned(1, 5)).choose(EASY, List.of(FAST, STRONG), conditions, 0.5);
        assertThat(few.candidate()).isEqualTo(FAST);
        Choice many = new Chooser(learned(1, 5_000)).choose(EASY, List.of(FAST, STRONG), conditions, 0.5);
        assertThat(many.candidate()).isEqualTo(STRONG);
        assertThat(many.reason()).contains("harder than 100 % of 5000 known prompts");
    }

    private Candidate chosen(Features features, List<Candidate> candidates) {
        return rules.choose(features, candidates, NO_TRIALS, 0.5).candidate();
    }

    private static Difficulty learned(double rank, int rows) {
        return new Difficulty() {
            @Override
            public double rank(String prompt) {
                return rank;
            }

            @Override
            public int rows() {
                return rows;
            }
        };
    }
}
