package io.ambit.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.Seed;
import io.ambit.testkit.SpelledValues;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingLawsTest {

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void of_anyNotation_isTheValueThatWasSpelled(Seed seed) {
        SplittableRandom random = seed.random();
        Value.Obj value = SpelledValues.random(random);

        assertThat(read(SpelledValues.json(value))).as("JSON of %s", seed).isEqualTo(value);
        assertThat(read(SpelledValues.python(value))).as("Python of %s", seed).isEqualTo(value);
        String yaml = SpelledValues.yaml(value, random);
        Value fromYaml = read(yaml);
        if (fromYaml != null) {
            assertThat(fromYaml).as("YAML of %s\n%s", seed, yaml).isEqualTo(value);
        }
        boolean nested =
                value.fields().stream().anyMatch(field -> field.value() instanceof Value.Obj inner && !inner.isEmpty());
        if (nested) {
            assertThat(fromYaml).as("YAML of %s\n%s", seed, yaml).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void of_textThatBreaksOff_holdsNothingThatWasNotThere(Seed seed) {
        SplittableRandom random = seed.random();
        Value.Obj value = SpelledValues.random(random);
        Set<String> scalars = new HashSet<>();
        collect(value, scalars);
        for (String whole : List.of(SpelledValues.json(value), SpelledValues.python(value))) {
            String text = whole.substring(0, 1 + random.nextInt(whole.length()));
            Value read = read(text);
            Set<String> found = new HashSet<>();
            if (read != null) {
                collect(read, found);
            }
            for (String scalar : found) {
                boolean spelled = scalars.stream().anyMatch(each -> each.startsWith(scalar))
                        || "TrueFalseNonetruefalsenull".contains(scalar);
                assertThat(spelled)
                        .as("%s in the print of %s, %s", scalar, text, seed)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void of_damagedText_neverThrows(Seed seed) {
        SplittableRandom random = seed.random();
        Value.Obj value = SpelledValues.random(random);
        for (String text :
                List.of(SpelledValues.json(value), SpelledValues.python(value), SpelledValues.yaml(value, random))) {
            String damaged = SpelledValues.damaged(text, random);
            Reading first = Reading.of(damaged, random.nextBoolean());

            if (first != null) {
                assertThat(Reading.expanded(first.value())).as("%s", seed).isEqualTo(Reading.expanded(first.value()));
            }
        }
    }

    private static @Nullable Value read(String text) {
        Reading reading = Reading.of(text, false);
        return reading == null ? null : reading.value();
    }

    private static void collect(Value value, Set<String> scalars) {
        switch (value) {
            case Value.Str text -> scalars.add(text.text());
            case Value.Num number -> scalars.add(number.spelling());
            case Value.Arr array -> array.items().forEach(item -> collect(item, scalars));
            case Value.Obj object ->
                object.fields().forEach(field -> {
                    scalars.add(field.name());
                    collect(field.value(), scalars);
                });
            default -> {}
        }
    }
}
