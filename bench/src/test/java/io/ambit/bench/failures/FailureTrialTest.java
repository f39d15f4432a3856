package io.ambit.bench.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tooluse.failure.FailureReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTrialTest {
    private static final String GONE = "cat: a: No such file or directory";

    private static LabelledFailure failure(String kind, String error, FailureClass label) {
        return new LabelledFailure(kind, FailureReport.of("bash", "{}", error, ""), label, "");
    }

    @Test
    void run_labelsAndErrors_countsByClassAndKind() {
        FailureFigures figures = FailureTrial.run(List.of(
                failure("files", GONE, FailureClass.NOT_FOUND),
                failure("files", GONE, FailureClass.NOT_FOUND),
                failure("files", GONE, FailureClass.NOT_FOUND),
                failure("odd", GONE, FailureClass.CONFLICT)));

        assertThat(figures.right()).isEqualTo(0.75);
        assertThat(figures.macroRecall()).isEqualTo(0.5);
        assertThat(figures.recalls())
                .containsExactlyInAnyOrderEntriesOf(Map.of(FailureClass.CONFLICT, 0.0, FailureClass.NOT_FOUND, 1.0));
        assertThat(figures.kinds()).containsExactlyInAnyOrderEntriesOf(Map.of("files", 1.0, "odd", 0.0));
        assertThat(figures.confusion()).containsExactlyEntriesOf(Map.of("conflict taken for not found", 1));
        assertThat(figures.wrong()).hasSize(1);
        assertThat(figures.json())
                .containsEntry("failures", 4)
                .containsEntry("macroRecall", 0.5)
                .containsEntry("recall.conflict", 0.0)
                .containsEntry("kind.files", 1.0)
                .containsKey("reflectionMillis.p99");
    }

    @Test
    void run_nothing_isRefused() {
        assertThatThrownBy(() -> FailureTrial.run(List.of())).isInstanceOf(AmbitException.class);
    }
}
