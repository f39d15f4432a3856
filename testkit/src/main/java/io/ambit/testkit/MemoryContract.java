package io.ambit.testkit;

import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of {@link MemoryStore} share: how the store of a test is opened, and words to write to it. */
public abstract class MemoryContract {
    protected static final Space SPACE = Space.DEFAULT;
    protected static final Space OTHER = new Space("other");
    protected static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    protected MemoryStore store;

    /** Opens the store of this test, on the same data each time where it is on disk. */
    protected abstract MemoryStore openStore();

    @BeforeEach
    void openFirst() {
        store = openStore();
    }

    @AfterEach
    void closeLast() {
        store.close();
    }

    static Instant day(int number) {
        return NOW.plusSeconds(86_400L * number);
    }

    static Draft draft(Space space, Content content) {
        return Draft.of(space, content, Provenance.by("user", "test"), null);
    }

    static Draft keyed(Space space, Content content, String key) {
        return Draft.of(space, content, Provenance.imported("file:a", key), null);
    }

    static Content note(String text) {
        return new Document("note", text);
    }

    MemoryRecord add(Content content) {
        return add(draft(SPACE, content));
    }

    MemoryRecord add(Draft draft) {
        return store.add(List.of(draft), NOW).getFirst().record();
    }

    RecordId addNote(String text) {
        return add(note(text)).id();
    }

    static Link link(RecordId from, LinkType type, RecordId to) {
        return new Link(SPACE, from, type, to, "user", NOW);
    }
}
