package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissingContextRuleTest {
    private static Played siblings(int count) {
        Played played = new Played("Plan");
        for (int i = 0; i < count; i++) {
            played.call(
                    "create_task",
                    "{\"title\":\"T" + i + "\",\"type\":\"task\",\"epic_id\":\"E1\"}",
                    "{\"id\":\"T-" + i + "\"}");
        }
        return played;
    }

    @Test
    void find_parentThatAllOthersGive_isMissed() {
        assertThat(siblings(4)
                        .call("create_task", "{\"title\":\"X\",\"type\":\"task\"}", "{\"id\":\"T-9\"}")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(HabitKind.MISSING_CONTEXT);
                    assertThat(finding.positions()).containsExactly(4);
                    assertThat(finding.cheaper().get(0).arguments()).containsEntry("epic_id", "E1");
                });
    }

    @Test
    void find_parentAddedByALaterCall_costsThatCall() {
        assertThat(siblings(4)
                        .call("create_task", "{\"title\":\"X\",\"type\":\"task\"}", "{\"id\":\"T-9\"}")
                        .call("update_task", "{\"id\":\"T-9\",\"epic_id\":\"E1\"}", "{\"id\":\"T-9\"}")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.positions()).containsExactly(4, 5);
                    assertThat(finding.wastedCalls()).isEqualTo(1);
                });
    }

    @Test
    void find_parentsDiffer_proposesNone() {
        assertThat(siblings(4)
                        .call(
                                "create_task",
                                "{\"title\":\"Z\",\"type\":\"task\",\"epic_id\":\"E2\"}",
                                "{\"id\":\"T-8\"}")
                        .call("create_task", "{\"title\":\"X\",\"type\":\"task\"}", "{\"id\":\"T-9\"}")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.cheaper()).isEmpty());
    }

    @Test
    void find_tooFewOthersOrAnotherKindOrAnotherParent_isSilent() {
        assertThat(siblings(3)
                        .call("create_task", "{\"title\":\"X\",\"type\":\"task\"}", "{\"id\":\"T-9\"}")
                        .findings())
                .isEmpty();
        assertThat(siblings(4)
                        .call("create_task", "{\"title\":\"X\",\"type\":\"epic\"}", "{\"id\":\"E-9\"}")
                        .findings())
                .isEmpty();
        assertThat(siblings(4)
                        .call(
                                "create_task",
                                "{\"title\":\"X\",\"type\":\"task\",\"parent_task\":\"T-1\"}",
                                "{\"id\":\"T-9\"}")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_optionalParameterThatIsNoParent_isSilent() {
        Played played = new Played("Plan");
        for (int i = 0; i < 5; i++) {
            played.call("create_task", "{\"title\":\"T" + i + "\",\"color\":\"red\"}", "{\"id\":\"T-" + i + "\"}");
        }
        assertThat(played.call("create_task", "{\"title\":\"X\"}", "{\"id\":\"T-9\"}")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_failedCreation_isSilent() {
        assertThat(siblings(4)
                        .call("create_task", "{\"title\":\"X\",\"type\":\"task\"}", "Error: epic_id missing")
                        .findings())
                .isEmpty();
    }

    @Test
    void find_otherSessionsCount_asSiblings() {
        var session = new Played("One")
                .call("create_task", "{\"title\":\"X\",\"type\":\"task\"}", "{\"id\":\"T-9\"}")
                .session();
        ToolTraits traits =
                ToolTraits.learn(List.of(), List.of(session, siblings(5).session()));
        assertThat(HabitFinder.find(session, traits)).hasSize(1);
    }
}
