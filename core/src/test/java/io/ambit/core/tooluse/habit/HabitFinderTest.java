package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.tool.SessionCalls;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HabitFinderTest {
    private static final SessionCalls SESSION = new Played("Read the plan")
            .call("read_file", "{\"path\":\"plan.txt\"}", "first the walls, then the roof")
            .call("read_file", "{\"path\":\"plan.txt\"}", "first the walls, then the roof")
            .session();

    @Test
    void find_silencedKind_isNotTold() {
        ToolTraits traits = ToolTraits.learn(List.of(), List.of(SESSION));

        assertThat(HabitFinder.find(SESSION, traits))
                .extracting(HabitFinding::kind)
                .containsExactly(HabitKind.REDUNDANT_QUERY);
        assertThat(HabitFinder.find(SESSION, traits, Set.of(HabitKind.LOOP))).hasSize(1);
        assertThat(HabitFinder.find(SESSION, traits, Set.of(HabitKind.REDUNDANT_QUERY)))
                .isEmpty();
    }
}
