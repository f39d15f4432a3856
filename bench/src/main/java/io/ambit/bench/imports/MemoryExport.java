package io.ambit.bench.imports;

import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.RecordSelection;
import io.ambit.wire.memory.ExportLines;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes all records of a space, archived ones included, and their links as JSON Lines, page by page. */
public final class MemoryExport {
    private static final int PAGE = 500;

    private MemoryExport() {}

    /**
     * Writes a space; the import of {@link ImportFormat#EXPORT} reads it.
     *
     * @return how many records were written
     */
    public static long write(MemoryStore store, Space space, Appendable out) throws IOException {
        long written = 0;
        Set<Link> links = new LinkedHashSet<>();
        RecordId last = null;
        RecordSelection all = RecordSelection.LIVE.withArchived().atMost(PAGE);
        for (List<MemoryRecord> page = store.list(space, all);
                !page.isEmpty();
                page = store.list(space, all.after(last))) {
            for (MemoryRecord record : page) {
                out.append(ExportLines.line(record)).append('\n');
                last = record.id();
                written++;
            }
            links.addAll(store.links(space, page.stream().map(MemoryRecord::id).toList()));
        }
        for (Link link : links) {
            out.append(ExportLines.line(link)).append('\n');
        }
        return written;
    }
}
