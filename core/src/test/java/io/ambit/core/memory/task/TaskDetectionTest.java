package io.ambit.core.memory.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.ambit.core.record.MemoryType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskDetectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Explore the payment module                   | EXPLORATION
            What is a tombstone?                         | EXPLORATION
            Build the importer                           | IMPLEMENTATION
            a new feature for exports                    | IMPLEMENTATION
            Fix the crash on start                       | DEBUGGING
            investigate error in the log                 | DEBUGGING
            Audit the code for quality                   | REVIEW
            Refactor the parser, then rename it          | REFACTORING
            clean up                                     | REFACTORING
            clean the desk up                            | IMPLEMENTATION
            the prefix is a suffix                       | IMPLEMENTATION
            rebuilding, debugger, reviewer, addition     | IMPLEMENTATION
            ''                                           | IMPLEMENTATION
            find and fix                                 | EXPLORATION
            FIX: it!                                     | DEBUGGING
            """)
    void of_goal_isItsTask(String goal, TaskType expected) {
        assertThat(TaskDetection.of(goal, List.of(), "").type()).isEqualTo(expected);
    }

    @Test
    void of_partsOfWords_sayNothing() {
        assertThat(TaskDetection.of("the prefix of issues, recheck, rebuild", List.of("my_search"), "preplanning"))
                .isEqualTo(new TaskDetection(TaskType.IMPLEMENTATION, 0, List.of()));
    }

    @Test
    void of_strengths_areTwoThreeFour() {
        assertThat(TaskDetection.of("fix", List.of(), "").strength()).isEqualTo(2);
        assertThat(TaskDetection.of("", List.of("run_test", "run_test"), "").strength())
                .isEqualTo(3);
        assertThat(TaskDetection.of("", List.of(), "troubleshooting").strength())
                .isEqualTo(4);
        // An action outweighs a word, a phase an action, two words a single action.
        assertThat(TaskDetection.of("fix", List.of("diff"), "").type()).isEqualTo(TaskType.REVIEW);
        assertThat(TaskDetection.of("fix", List.of("diff"), "coding").type()).isEqualTo(TaskType.IMPLEMENTATION);
        assertThat(TaskDetection.of("fix the bug", List.of("diff"), "").type()).isEqualTo(TaskType.DEBUGGING);
    }

    @Test
    void of_detection_saysWhatSpokeForIt() {
        assertThat(TaskDetection.of("fix it", List.of("trace"), "debugging").signs())
                .containsExactly("'fix' in the goal", "action trace", "phase debugging");
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void weights_ofEachTask_sumToOne(TaskType type) {
        MemoryWeights weights = type.weights();

        assertThat(weights.episodic() + weights.semantic() + weights.skill() + weights.antiPattern())
                .isEqualTo(1, offset(1e-9));
    }

    @Test
    void places_byWeight_largestRemaindersFirst() {
        assertThat(TaskType.IMPLEMENTATION.weights().places(5)).isEqualTo(places(1, 2, 2, 0));
        assertThat(TaskType.DEBUGGING.weights().places(5)).isEqualTo(places(2, 1, 0, 2));
        assertThat(TaskType.EXPLORATION.weights().places(10)).isEqualTo(places(6, 3, 1, 0));
        assertThat(Profile.BALANCED.weights(TaskType.DEBUGGING).places(3)).isEqualTo(places(1, 1, 1, 0));
        assertThat(TaskType.REVIEW.weights().places(1)).isEqualTo(places(0, 1, 0, 0));
    }

    @Test
    void profile_weights_areThoseOfTheTaskOrItsOwn() {
        assertThat(Profile.TASK_AWARE.weights(TaskType.REVIEW)).isEqualTo(TaskType.REVIEW.weights());
        assertThat(Profile.SEMANTIC_HEAVY.weights(TaskType.REVIEW).of(MemoryType.SEMANTIC))
                .isEqualTo(0.7);
        assertThat(Profile.EPISODIC_HEAVY.weights(TaskType.REVIEW).of(MemoryType.EPISODIC))
                .isEqualTo(0.7);
        assertThat(Profile.ofLabel("balanced")).isEqualTo(Profile.BALANCED);
    }

    private static Map<MemoryType, Integer> places(int episodic, int semantic, int skill, int antiPattern) {
        return Map.of(
                MemoryType.EPISODIC, episodic,
                MemoryType.SEMANTIC, semantic,
                MemoryType.SKILL, skill,
                MemoryType.ANTI_PATTERN, antiPattern);
    }
}
