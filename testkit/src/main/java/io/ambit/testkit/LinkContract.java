package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.RecordId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How records are linked. */
public abstract class LinkContract extends MemoryContract {

    @Test
    void links_fromAndTo_comeOldestFirst() {
        RecordId a = addNote("a");
        RecordId b = addNote("b");
        RecordId c = addNote("c");
        Link first = link(c, LinkType.SUPPORTS, a);
        Link second = link(a, LinkType.ELABORATES, b);
        Link third = link(b, LinkType.ELABORATES, c);
        List.of(first, second, third).forEach(store::link);

        assertThat(store.links(SPACE, List.of(a))).containsExactly(first, second);
        assertThat(store.links(SPACE, List.of(c, b))).containsExactly(first, second, third);
        assertThat(store.links(SPACE, List.of())).isEmpty();
    }

    @Test
    void link_sameAgain_changesNothing() {
        RecordId a = addNote("a");
        RecordId b = addNote("b");
        Link first = link(a, LinkType.SUPPORTS, b);
        store.link(first);

        store.link(new Link(SPACE, a, LinkType.SUPPORTS, b, "agent:x", day(1)));
        assertThat(store.links(SPACE, List.of(a))).containsExactly(first);

        store.link(link(b, LinkType.SUPPORTS, a));
        store.link(link(a, LinkType.CONTRADICTS, b));
        assertThat(store.links(SPACE, List.of(a))).hasSize(3);
    }

    @Test
    void unlink_oneOfTwo_leavesTheOther() {
        RecordId a = addNote("a");
        RecordId b = addNote("b");
        Link kept = link(b, LinkType.SUPPORTS, a);
        store.link(kept);
        store.link(link(a, LinkType.SUPPORTS, b));

        assertThat(store.unlink(SPACE, a, LinkType.SUPPORTS, b)).isTrue();
        assertThat(store.unlink(SPACE, a, LinkType.SUPPORTS, b)).isFalse();
        assertThat(store.unlink(SPACE, a, LinkType.SUPPORTS, new RecordId("doc-999")))
                .isFalse();
        assertThat(store.links(SPACE, List.of(a))).containsExactly(kept);
    }

    @Test
    void link_endThatIsNoRecord_throws() {
        RecordId a = addNote("a");
        RecordId gone = addNote("b");
        store.forget(SPACE, gone, NOW);

        for (RecordId end : List.of(gone, new RecordId("doc-999"))) {
            assertThatThrownBy(() -> store.link(link(a, LinkType.SUPPORTS, end)))
                    .isInstanceOf(AmbitException.class)
                    .hasMessageContaining(end.value());
            assertThatThrownBy(() -> store.link(link(end, LinkType.SUPPORTS, a)))
                    .isInstanceOf(AmbitException.class)
                    .hasMessageContaining(end.value());
        }
        assertThat(store.links(SPACE, List.of(a))).isEmpty();
    }

    @Test
    void link_endThatIsArchived_stays() {
        RecordId a = addNote("a");
        RecordId b = addNote("b");
        store.link(link(a, LinkType.SUPERSEDES, b));
        store.archive(SPACE, b, true, NOW);

        assertThat(store.links(SPACE, List.of(a))).hasSize(1);
        store.link(link(b, LinkType.SUPERSEDED_BY, a));
        assertThat(store.links(SPACE, List.of(b))).hasSize(2);
    }

    @Test
    void links_ofAnotherSpace_areNotSeen() {
        RecordId a = addNote("a");
        RecordId b = addNote("b");
        add(draft(OTHER, note("c")));
        store.link(link(a, LinkType.SUPPORTS, b));

        assertThat(store.links(OTHER, List.of(a, b))).isEmpty();
        assertThat(store.unlink(OTHER, a, LinkType.SUPPORTS, b)).isFalse();
        // doc-001 is a record of both spaces, doc-002 of one.
        assertThatThrownBy(() -> store.link(new Link(OTHER, a, LinkType.SUPPORTS, b, "user", NOW)))
                .isInstanceOf(AmbitException.class);
    }
}
