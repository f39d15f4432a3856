package io.ambit.core.tooluse.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionId;
import io.ambit.core.tool.SessionTally;
import io.ambit.core.tool.Waste;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static SessionTally session(int number, Waste... wastes) {
        return new SessionTally(new SessionId("s-" + number), NOW, 3, 1, 100, List.of(), List.of(wastes));
    }

    private static Waste failed(String tool, long tokens, Integer... positions) {
        return new Waste(Waste.FAILED, tool, "", List.of(positions), positions.length, tokens);
    }

    @Test
    void of_wastesOfOneKindAndTool_areOneSavingWithTheDearestSessionFirst() {
        List<Saving> savings = Savings.of(
                List.of(session(1, failed("grep", 10, 4)), session(2, failed("grep", 90, 7, 2), failed("read", 5, 1))),
                List.of());

        assertThat(savings).hasSize(2);
        Saving first = savings.get(0);
        assertThat(first.tool()).isEqualTo("grep");
        assertThat(first.tokens()).isEqualTo(100);
        assertThat(first.calls()).isEqualTo(3);
        assertThat(first.evidence())
                .extracting(Saving.Evidence::session)
                .containsExactly(new SessionId("s-2"), new SessionId("s-1"));
        assertThat(first.evidence().get(0).positions()).containsExactly(7, 2);
    }

    @Test
    void of_many_areTheFiveLargestWithFiveSessionsEach() {
        List<SessionTally> tallies = new ArrayList<>();
        for (int s = 1; s <= 8; s++) {
            Waste[] wastes = new Waste[9];
            for (int w = 0; w < wastes.length; w++) {
                wastes[w] = failed("tool" + w, w * 100L, w);
            }
            tallies.add(session(s, wastes));
        }

        List<Saving> savings = Savings.of(tallies, List.of());

        assertThat(savings).extracting(Saving::tool).containsExactly("tool8", "tool7", "tool6", "tool5", "tool4");
        assertThat(savings.get(0).evidence()).hasSize(5);
        assertThat(savings.get(0).more()).isEqualTo(3);
    }

    @Test
    void of_definitions_areOneSavingForEachServer() {
        List<SessionId> sessions = List.of(new SessionId("s-1"));
        List<Saving> savings = Savings.of(
                List.of(),
                List.of(
                        new UnusedTool("a", "maps", 100, 10, sessions),
                        new UnusedTool("b", "maps", 50, 10, sessions),
                        new UnusedTool("c", "", 400, 10, sessions)));

        assertThat(savings).extracting(Saving::tokens).containsExactly(4_000L, 1_500L);
        assertThat(savings.get(1).tool()).isEqualTo("a, b");
        assertThat(savings.get(1).advice()).contains("maps", "150 tokens a request");
        assertThat(savings.get(1).evidence().get(0).tokens()).isEqualTo(150);
    }
}
