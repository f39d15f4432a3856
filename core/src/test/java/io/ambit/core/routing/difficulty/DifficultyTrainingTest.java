package io.ambit.core.routing.difficulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.routing.Candidate;
import io.ambit.core.routing.Chooser;
import io.ambit.core.routing.Conditions;
import io.ambit.core.routing.CostTarget;
import io.ambit.core.routing.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifficultyTrainingTest {
    private static final LearnedDifficulty LEARNED = DifficultyTraining.train(MadePrompts.of(1_500, 1), 1);

    @Test
    void train_wordsAndLengths_ordersPromptsThatItHasNotSeen() {
        List<Example> unseen = MadePrompts.of(1_500, 2);
        double[] gains = unseen.stream().mapToDouble(Example::gain).toArray();
        double[] estimates = unseen.stream()
                .mapToDouble(example -> LEARNED.gain(example.prompt()))
                .toArray();
        double recovered = new GainCurve(estimates, gains).recovered();
        assertThat(recovered).isGreaterThan(0.6);
        assertThat(LEARNED.recovered()).isCloseTo(recovered, within(0.05));
        assertThat(LEARNED.rows()).isEqualTo(1_500);
        String easy = "Say that river table winter garden letter window market silver number morning planet engine";
        String word = easy.replace("Say", "Prove");
        String both = word + " butter castle doctor finger island jacket".repeat(8);
        assertThat(LEARNED.gain(word)).isGreaterThan(LEARNED.gain(easy) + 0.2);
        assertThat(LEARNED.gain(both)).isGreaterThan(LEARNED.gain(word) + 0.1);
    }

    @Test
    void train_twice_isEqual() {
        List<Example> some = MadePrompts.of(300, 5);
        assertThat(DifficultyTraining.train(some, 3)).isEqualTo(DifficultyTraining.train(some, 3));
        assertThat(DifficultyTraining.train(some, 4)).isNotEqualTo(DifficultyTraining.train(some, 3));
    }

    @Test
    void train_noise_leavesItToTheRules() {
        Random random = new Random(9);
        List<Example> noise = MadePrompts.of(400, 5).stream()
                .map(example -> new Example(example.prompt(), random.nextInt(3) == 0 ? 1 : 0))
                .toList();
        LearnedDifficulty learned = DifficultyTraining.train(noise, 1);
        assertThat(learned.rows()).isZero();
        Features easy = new Features(false, false, 20, "", noise.get(0).prompt());
        List<Candidate> both = List.of(Candidate.of("", "a", false, true), Candidate.of("", "b", true, true));
        for (double share = 0; share <= 1; share += 0.1) {
            Conditions conditions = new Conditions(new CostTarget.StrongShare(share), 0, "", false);
            assertThat(new Chooser(learned).choose(easy, both, conditions, 0.5))
                    .isEqualTo(Chooser.byRules().choose(easy, both, conditions, 0.5));
        }
    }

    @Test
    void train_tooFewOrNoGap_saysSoOrKnowsNothing() {
        assertThatThrownBy(() -> DifficultyTraining.train(MadePrompts.of(19, 1), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("19 prompts to learn from, expected 20 or more");
        List<Example> equal = MadePrompts.of(60, 1).stream()
                .map(example -> new Example(example.prompt(), 0))
                .toList();
        assertThat(DifficultyTraining.train(equal, 1).rows()).isZero();
    }

    @Test
    void rank_unseenPrompts_isSpreadEvenly() {
        int hard = 0;
        List<Example> unseen = MadePrompts.of(1_000, 8);
        for (Example example : unseen) {
            hard += LEARNED.rank(example.prompt()) >= 0.7 ? 1 : 0;
        }
        assertThat(hard / 1_000.0)
                .as("share above the line for 30 % strong calls")
                .isCloseTo(0.3, within(0.06));
    }

    @Test
    void rank_hostilePrompts_isBetween0And1InBoundedTime() {
        List<String> hostile = new ArrayList<>(List.of(
                "",
                " ",
                "\n".repeat(5_000),
                "\ud800",
                "\udc00\ud800 x",
                "9".repeat(1 << 20),
                "a.".repeat(1 << 19),
                "((((",
                "x".repeat(1 << 20),
                "A. ",
                "\u0000",
                "٣٤٥ 99999999999999999999999 1/2 3.5",
                "🙂".repeat(9_000)));
        for (String prompt : hostile) {
            assertThat(LEARNED.rank(prompt)).isBetween(0.0, 1.0);
            // What stands beyond the part that is read changes nothing: time is bounded by that part.
            assertThat(PromptTokens.of(prompt).size()).isLessThanOrEqualTo(PromptTokens.CHARACTERS);
        }
        hostile.replaceAll(prompt -> prompt.substring(0, Math.min(prompt.length(), 10_000)));
        List<Example> examples = new ArrayList<>(
                hostile.stream().map(text -> new Example(text, 1)).toList());
        examples.addAll(MadePrompts.of(30, 1));
        assertThat(DifficultyTraining.train(examples, 1).seen()).isEqualTo(examples.size());
    }

    @Test
    void json_writtenAndRead_estimatesTheSame() {
        LearnedDifficulty read = DifficultyJson.read(DifficultyJson.write(LEARNED));
        assertThat(read.rows()).isEqualTo(LEARNED.rows());
        for (Example example : MadePrompts.of(50, 4)) {
            assertThat(read.gain(example.prompt())).isCloseTo(LEARNED.gain(example.prompt()), within(1e-4));
            assertThat(read.rank(example.prompt())).isCloseTo(LEARNED.rank(example.prompt()), within(0.01));
        }
    }

    @Test
    void json_damaged_isRefused() {
        String good = DifficultyJson.write(LEARNED);
        List<String> bad = List.of(
                "{}",
                "[]",
                "{\"version\":1}",
                good.substring(0, good.length() / 2),
                good.replace("\"version\":1", "\"version\":2"),
                good.replace("\"levels\":[", "\"levels\":[\"x\","),
                good.replace("\"levels\"", "\"lvls\""),
                good.replace("\"trees\":[[", "\"trees\":[[[0,1.0,0,0],"),
                good.replace("\"trees\":[[", "\"trees\":[[[99999,1.0,1,2],"),
                good.replace("\"trees\":[[", "\"trees\":[[],["),
                good.replace("\"terms\":{", "\"terms\":{\"x\":[1],"),
                good.replace("\"base\":", "\"base\":1e999,\"old\":"));
        for (String text : bad) {
            assertThatThrownBy(() -> DifficultyJson.read(text))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .isInstanceOf(AmbitException.class);
        }
    }
}
