package io.ambit.core.compress.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Shown;
import io.ambit.core.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real failing outputs of real tools (see {@code src/test/red-outputs}): whoever reads the cut output can still name the
 * failing thing, its place and its message.
 */
class RedOutputsTest {

    record Output(String name, String text, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Output> outputs() throws IOException {
        List<Output> outputs = new ArrayList<>(read("/red/red-outputs.jsonl.gz"));
        outputs.addAll(read("/red/held-out.jsonl.gz"));
        return outputs.stream();
    }

    @Test
    void corpus_holdsEnoughAndRealSizes() throws IOException {
        List<Output> outputs = outputs().toList();

        assertThat(outputs).hasSizeGreaterThanOrEqualTo(150);
        assertThat(outputs).allSatisfy(output -> {
            assertThat(output.text()).hasSizeGreaterThanOrEqualTo(2_500);
            assertThat(output.expected())
                    .isNotEmpty()
                    .allSatisfy(e -> assertThat(output.text()).contains(e));
        });
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void within_budgetOfBalanced_holdsFailureItsPlaceAndItsMessage(Output output) {
        int length = output.text().length();
        holds(output, (int) Math.min(600 + 0.37 * length, 4_500));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void within_budgetOfTight_holdsFailureItsPlaceAndItsMessage(Output output) {
        int length = output.text().length();
        holds(output, (int) Math.min(300 + 0.25 * length, 1_500));
    }

    private static void holds(Output output, int budget) {
        String shown = LineText.within(LosslessForm.of(output.text()), budget, Asked.NOTHING, Shown.NOTHING)
                .text();

        assertThat(shown).contains(output.expected().toArray(CharSequence[]::new));
        // A cut was really made, and red material did not take it over.
        assertThat(shown.length())
                .isLessThan(Math.max(budget * 3, 5_000))
                .isLessThan(output.text().length());
    }

    static List<Output> read(String resource) throws IOException {
        List<Output> outputs = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(RedOutputsTest.class.getResourceAsStream(resource), resource);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Json.Obj row = (Json.Obj) Json.parse(line);
                Json.Arr expected = (Json.Arr) Objects.requireNonNull(row.get("expect"));
                outputs.add(new Output(
                        Objects.requireNonNull(row.text("name")),
                        Objects.requireNonNull(row.text("text")),
                        expected.items().stream()
                                .map(item -> Objects.requireNonNull(item.asText()))
                                .toList()));
            }
        }
        return outputs;
    }
}
