package io.ambit.bench.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradedScoresTest {
    private static final Map<String, Integer> GRADES = Map.of("TASK-1", 3, "TASK-2", 2, "TASK-3", 1, "TASK-4", 0);

    @Test
    void of_bestOrder_isOne() {
        Map<String, Double> figures = GradedScores.of(List.of("TASK-0001", "TASK-0002", "TASK-0003"), GRADES);
        assertThat(figures)
                .containsEntry("ndcg@10", 1.0)
                .containsEntry("mrr@10", 1.0)
                .containsEntry("success@1", 1.0)
                .containsEntry("recall@20", 1.0)
                .containsEntry("unjudged@10", 0.0);
    }

    @Test
    void of_anotherOrder_discountsGainsOfTwoToTheGrade() {
        // 1 at rank 1, nothing at 2 and 3 (one graded 0, one not judged), 7 at rank 4; at best 7, 3, 1.
        Map<String, Double> figures = GradedScores.of(List.of("TASK-3", "TASK-4", "TASK-9", "TASK-1"), GRADES);
        double gain = 1 + 7 / (Math.log(5) / Math.log(2));
        double ideal = 7 + 3 / (Math.log(3) / Math.log(2)) + 1 / 2.0;
        assertThat(figures.get("ndcg@10")).isCloseTo(gain / ideal, within(1e-12));
        assertThat(figures)
                .containsEntry("mrr@10", 0.25)
                .containsEntry("success@1", 0.0)
                .containsEntry("recall@20", 0.5)
                .containsEntry("unjudged@10", 0.25);
    }

    @Test
    void of_beyondTheCut_countsForRecallAlone() {
        List<String> ranking = new java.util.ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ranking.add("OTHER-" + i);
        }
        ranking.add("TASK-1");
        assertThat(GradedScores.of(ranking, GRADES))
                .containsEntry("ndcg@10", 0.0)
                .containsEntry("mrr@10", 0.0)
                .containsEntry("recall@20", 0.5)
                .containsEntry("unjudged@10", 1.0);
        assertThat(GradedScores.of(List.of(), GRADES)).containsEntry("ndcg@10", 0.0);
        assertThat(GradedScores.of(List.of("TASK-1"), Map.of())).containsEntry("ndcg@10", 0.0);
    }
}
