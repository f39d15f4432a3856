package io.ambit.core.memory.recall;

import static io.ambit.core.memory.recall.Notebook.SPACE;
import static io.ambit.core.memory.recall.Notebook.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Insight;
import io.ambit.core.record.Outcome;
import io.ambit.testkit.HostileRecords;
import io.ambit.testkit.HostileRecords.Hostile;
import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How an answer is shown, and that it keeps its budget. */
class AnswerTextTest {
    private final Notebook memory = new Notebook();

    @Test
    void of_debugging_saysWhatToAvoidFirst() {
        memory.note("restart the worker by hand");
        memory.antiPattern("restart the worker in a loop", "fix the leak");

        Answer answer = memory.recall.ask(
                Question.in(SPACE, "restart worker").goal("fix the crash").build());
        String text = AnswerText.of(answer, memory.tokens, 0);

        assertThat(text).startsWith(AnswerText.AVOID).contains(AnswerText.FOUND);
        assertThat(text.indexOf("in a loop")).isLessThan(text.indexOf("by hand"));
    }

    @Test
    void of_nothing_saysSo() {
        assertThat(AnswerText.of(memory.ask("anything"), memory.tokens, 0)).isEqualTo(AnswerText.NOTHING);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void of_anyBudget_isKeptAndNothingGoesMissing(Seed seed) {
        SplittableRandom random = seed.random();
        for (int n = 0; n < 12; n++) {
            memory.note("cache " + "word ".repeat(random.nextInt(1, 120)) + n);
            if (n % 3 == 0) {
                memory.episode("cache " + "step ".repeat(random.nextInt(1, 60)), Outcome.FAILURE);
            }
        }
        int budget = random.nextInt(1, 600);
        Question.Builder question = Question.in(SPACE, "cache").goal("fix it").limit(9);

        Answer whole = memory.recall.ask(question.build());
        Answer answer = memory.recall.ask(question.maxTokens(budget).quiet(true).build());
        String text = AnswerText.of(answer, memory.tokens, budget);

        if (!answer.all().isEmpty()) {
            assertThat(memory.tokens.count(text))
                    .as("%s, budget %s", seed, budget)
                    .isLessThanOrEqualTo(budget);
        }
        List<Object> shownOrNamed = new ArrayList<>(ids(answer.all()));
        answer.leftOut().forEach(one -> shownOrNamed.add(one.id()));
        assertThat(shownOrNamed).as("%s", seed).hasSameSizeAs(whole.all()).doesNotHaveDuplicates();
        answer.all().forEach(hit -> assertThat(text).contains(QuotedRecord.of(hit.record())));
    }

    @Test
    void of_smallBudget_namesWhatIsLeftOut() {
        memory.note("cache " + "long ".repeat(100));
        memory.note("cache short");

        Answer answer =
                memory.recall.ask(Question.in(SPACE, "cache").maxTokens(100).build());
        String text = AnswerText.of(answer, memory.tokens, 100);

        assertThat(answer.hits()).hasSize(1);
        assertThat(answer.leftOut()).hasSize(1);
        assertThat(text).contains(answer.leftOut().getFirst().id() + " (");
    }

    @Test
    void of_sameQuestion_readsTheSameAgain() {
        memory.note("cache one");
        memory.note("cache two");

        String first = AnswerText.of(memory.ask("cache"), memory.tokens, 0);
        memory.now = memory.now.plusSeconds(5_000);

        assertThat(AnswerText.of(memory.ask("cache"), memory.tokens, 0)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.HostileRecords#all")
    void of_hostileRecords_everyLineIsFrameOrQuotation(Hostile hostile) {
        HostileRecords.contents(hostile).forEach(memory::add);
        memory.add(new Insight("note", "word word word", hostile.text(), List.of()));

        Answer answer = memory.recall.ask(
                Question.in(SPACE, "word " + hostile.text()).raw(true).limit(20).build());
        String text = AnswerText.of(answer, memory.tokens, 0);

        assertThat(answer.hits()).isNotEmpty();
        List<String> frames = answer.hits().stream()
                .map(hit -> "[end of " + hit.record().id() + "]")
                .toList();
        assertThat(text.split("\\R", -1))
                .allMatch(line -> line.isEmpty()
                        || line.startsWith("> ")
                        || line.equals(AnswerText.FOUND.strip())
                        || frames.contains(line)
                        || (line.startsWith("[memory ") && line.endsWith("; quoted data]")));
    }
}
