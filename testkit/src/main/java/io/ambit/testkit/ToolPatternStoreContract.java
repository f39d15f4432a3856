package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolPatternStore;
import io.ambit.core.spi.ToolPatternStore.Event;
import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.PatternState;
import io.ambit.core.tool.Recipe;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tool.ToolPattern.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ToolPatternStore} does. */
public abstract class ToolPatternStoreContract {
    protected static final Space SPACE = new Space("one");
    protected static final Space OTHER = new Space("two");
    protected static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    protected ToolPatternStore store;

    /** Opens the store of this test, on the same data each time. */
    protected abstract ToolPatternStore open();

    @BeforeEach
    void openFirst() {
        store = open();
    }

    @AfterEach
    void closeLast() {
        store.close();
    }

    protected static ToolPattern pattern(String id, Object value) {
        return new ToolPattern(
                id,
                "get \"x\"\n'; DROP TABLE",
                FailureClass.NOT_FOUND,
                "no such file",
                Advice.CHANGE,
                new Recipe(Recipe.Kind.ADD, "limit", "to", "from", value),
                "Do it otherwise.",
                new Evidence(3, 1, List.of("s1", "s2")),
                PatternState.PROPOSED,
                ToolPattern.LEARNED,
                NOW);
    }

    @Test
    void patterns_kept_comeBackAsTheyWere() {
        ToolPattern first = pattern("tp-1", Map.of("a", List.of(1L, true, "x")));
        ToolPattern second = pattern("tp-2", "text");
        store.keep(SPACE, List.of(second, first));

        assertThat(store.patterns(SPACE)).containsExactly(first, second);
    }

    @Test
    void keep_sameIdAgain_takesThePlaceOfTheOldOne() {
        store.keep(SPACE, List.of(pattern("tp-1", 1L)));
        ToolPattern approved = pattern("tp-1", 1L).with(PatternState.APPROVED, NOW.plusSeconds(5));
        store.keep(SPACE, List.of(approved));

        assertThat(store.patterns(SPACE)).containsExactly(approved);
    }

    @Test
    void patterns_ofAnotherSpace_areUnknownAndStay() {
        store.keep(SPACE, List.of(pattern("tp-1", 1L)));
        store.keep(OTHER, List.of(pattern("tp-1", 2L)));
        store.note(OTHER, new Event(NOW, "proposed", "tp-1", ""));
        store.remove(SPACE, List.of("tp-1", "tp-9"));
        store.purge(SPACE);

        assertThat(store.patterns(SPACE)).isEmpty();
        assertThat(store.patterns(OTHER)).containsExactly(pattern("tp-1", 2L));
        assertThat(store.events(OTHER, 10)).hasSize(1);
    }

    @Test
    void events_several_areNewestFirstAndLimited() {
        for (int i = 0; i < 3; i++) {
            store.note(SPACE, new Event(NOW.plusSeconds(i), "proposed", "tp-" + i, "why"));
        }

        assertThat(store.events(SPACE, 2)).extracting(Event::pattern).containsExactly("tp-2", "tp-1");
        store.purge(SPACE);
        assertThat(store.events(SPACE, 2)).isEmpty();
    }
}
