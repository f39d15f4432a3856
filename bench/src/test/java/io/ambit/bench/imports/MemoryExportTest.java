package io.ambit.bench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.memory.intake.RecalledTexts;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.HostileRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryExportTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-21T12:00:00Z");
    private static final Space SPACE = new Space("project");
    private static final Space OTHER = new Space("other");

    @TempDir
    private Path folder;

    private final HeapMemoryStore store = new HeapMemoryStore();

    @Test
    void write_thenImport_restoresContentsStatesLinksAndTimes() throws IOException {
        Provenance byHand = Provenance.by("user", "cli").withSession("s", 4);
        HostileRecords.all().limit(40).forEach(hostile -> {
            for (Content content : HostileRecords.contents(hostile)) {
                store.add(List.of(new Draft(SPACE, content, byHand, null, 0.9, 0.4)), NOW);
            }
        });
        store.add(List.of(Draft.of(OTHER, note("of another space"), byHand, null)), NOW);
        List<RecordId> ids =
                records(store, SPACE).stream().map(MemoryRecord::id).toList();
        store.forget(SPACE, ids.get(0), NOW);
        store.archive(SPACE, ids.get(2), true, NOW);
        store.add(
                List.of(Draft.of(
                        SPACE,
                        new Pattern("p", "c", List.of(), "do", "", List.of(ids.get(5))),
                        Provenance.imported("loki", "k"),
                        NOW)),
                NOW);
        store.link(new Link(SPACE, ids.get(3), LinkType.SUPPORTS, ids.get(4), "user", NOW));

        HeapMemoryStore restored = new HeapMemoryStore();
        Path file = export(store);
        ImportReport report = restore(restored, file);

        assertThat(report.records()).isEqualTo(records(store, SPACE).size());
        assertThat(report.problems()).isEmpty();
        List<MemoryRecord> before = records(store, SPACE);
        List<MemoryRecord> after = records(restored, SPACE);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size() - 1; i++) {
            assertThat(after.get(i).content()).isEqualTo(before.get(i).content());
            assertThat(after.get(i).state()).isEqualTo(before.get(i).state());
            assertThat(after.get(i).time()).isEqualTo(before.get(i).time());
            assertThat(after.get(i).draft().importance()).isEqualTo(0.9);
            assertThat(after.get(i).draft().confidence()).isEqualTo(0.4);
            assertThat(after.get(i).provenance().session()).isEqualTo("s");
        }
        RecordId source = after.get(
                        before.stream().map(MemoryRecord::id).toList().indexOf(ids.get(5)))
                .id();
        assertThat(((Pattern) after.get(after.size() - 1).content()).sources()).containsExactly(source);
        assertThat(restored.links(SPACE, after.stream().map(MemoryRecord::id).toList()))
                .extracting(Link::type, Link::author, Link::createdAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(LinkType.SUPPORTS, "user", NOW));
        assertThat(restored.spaces()).containsExactly(SPACE);
        assertThat(restore(restored, file).added()).isZero();
    }

    private Path export(HeapMemoryStore from) throws IOException {
        StringBuilder out = new StringBuilder();
        MemoryExport.write(from, SPACE, out);
        return Files.writeString(folder.resolve("export.jsonl"), out);
    }

    private static ImportReport restore(HeapMemoryStore into, Path file) {
        return new MemoryImport(into, RecalledTexts.NONE, InstantSource.fixed(LATER))
                .run(file, null, null, ImportProgress.Listener.NONE);
    }

    private static List<MemoryRecord> records(HeapMemoryStore store, Space space) {
        return store.list(space, RecordSelection.LIVE.withArchived());
    }

    private static Insight note(String text) {
        return new Insight("note", text, "", List.of());
    }
}
