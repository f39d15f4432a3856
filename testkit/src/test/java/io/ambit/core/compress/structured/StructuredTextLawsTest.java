package io.ambit.core.compress.structured;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Shown;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Reading;
import io.ambit.core.text.Value;
import io.ambit.testkit.Seed;
import io.ambit.testkit.SpelledValues;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructuredTextLawsTest {
    private static final Asked ASKED = new Asked("find", "{\"query\":\"alpha quoted\"}");

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void whole_anyValue_holdsEveryScalar(Seed seed) {
        SplittableRandom random = seed.random();
        Value.Obj value = SpelledValues.random(random);
        for (String text : List.of(SpelledValues.json(value), SpelledValues.python(value))) {
            StructuredText read = StructuredText.read(text);
            assertThat(read).as("%s", seed).isNotNull();
            String print = read.whole(Shown.NOTHING);

            assertHolds(print, Reading.expanded(value), seed);
            assertThat(read.whole(Shown.NOTHING)).as("%s", seed).isEqualTo(print);
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void within_anyBudget_isKeptAndNeverLongerThanTheWhole(Seed seed) {
        SplittableRandom random = seed.random();
        Value.Obj value = SpelledValues.random(random);
        StructuredText read = StructuredText.read(SpelledValues.json(value));
        assertThat(read).as("%s", seed).isNotNull();
        String whole = read.whole(Shown.NOTHING);
        int before = 0;
        for (int budget = 100; budget < 3_000; budget += 100 + random.nextInt(400)) {
            String print = read.within(budget, ASKED, Shown.NOTHING).text();

            assertThat(print.length())
                    .as("budget %s, %s", budget, seed)
                    .isLessThanOrEqualTo(Math.min(budget, whole.length()));
            assertThat(read.within(budget, ASKED, Shown.NOTHING).text())
                    .as("%s", seed)
                    .isEqualTo(print);
            // More room never shows much less.
            assertThat(print.length()).as("budget %s, %s", budget, seed).isGreaterThan(before / 3);
            before = print.length();
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void anyForm_damagedText_neverThrows(Seed seed) {
        SplittableRandom random = seed.random();
        Value.Obj value = SpelledValues.random(random);
        for (String text :
                List.of(SpelledValues.json(value), SpelledValues.python(value), SpelledValues.yaml(value, random))) {
            StructuredText read = StructuredText.read(SpelledValues.damaged(text, random));
            if (read != null) {
                assertThat(read.whole(Shown.NOTHING)).as("%s", seed).isNotNull();
                int budget = 200 + random.nextInt(1_000);
                assertThat(read.within(budget, ASKED, Shown.NOTHING).text().length())
                        .as("%s", seed)
                        .isLessThanOrEqualTo((int) (budget * 1.15) + 400);
            }
        }
    }

    private static void assertHolds(String print, Value value, Seed seed) {
        switch (value) {
            case Value.Num number -> assertThat(print).as("%s", seed).contains(number.spelling());
            case Value.Bool bool -> assertThat(print).as("%s", seed).contains(Boolean.toString(bool.value()));
            case Value.Str text ->
                assertThat(holds(print, text.text()))
                        .as("%s of %s in\n%s", text, seed, print)
                        .isTrue();
            case Value.Arr array -> array.items().forEach(item -> assertHolds(print, item, seed));
            case Value.Obj object -> object.fields().forEach(field -> assertHolds(print, field.value(), seed));
            case Value.Null ignored -> {}
        }
    }

    /** Whether a text stands in a print: as it is, quoted, or line by line; white space at its ends apart. */
    private static boolean holds(String print, String text) {
        String quoted = JsonStrings.quote(text.strip());
        return print.contains(text.strip())
                || print.contains(quoted.substring(1, quoted.length() - 1))
                || text.lines().allMatch(line -> print.contains(line.stripTrailing()));
    }
}
