package io.ambit.server.dashboard.memory;

import io.ambit.core.memory.recall.Answer;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search of memory, or what was stored last where nothing is searched for.
 *
 * @param query "" for none
 * @param kind label of the kind that is wanted, "" for all
 * @param counts how many records of each kind the space holds
 * @param recent what was stored last; empty where something is searched for
 * @param answer null where nothing is searched for
 */
public record MemoryView(
        Space space,
        String query,
        String kind,
        boolean archived,
        Map<RecordKind, Long> counts,
        List<MemoryRecord> recent,
        @Nullable Answer answer)
        implements View {
    public MemoryView {
        recent = List.copyOf(recent);
    }

    @Override
    public String template() {
        return "memory.jte";
    }

    @Override
    public String title() {
        return query.isEmpty() ? "Memory" : "Memory: " + query;
    }

    @Override
    public Tab tab() {
        return Tab.MEMORY;
    }

    @Override
    public boolean needsSpace() {
        return true;
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was found, what is to be avoided first. */
    public List<HitLine> lines() {
        List<HitLine> lines = new ArrayList<>();
        if (answer != null) {
            Map<String, Double> highest = new HashMap<>();
            answer.all().forEach(hit -> hit.parts().forEach((name, value) -> highest.merge(name, value, Math::max)));
            answer.avoid().forEach(hit -> lines.add(new HitLine(hit, true, highest)));
            answer.hits().forEach(hit -> lines.add(new HitLine(hit, false, highest)));
        }
        return lines;
    }

    public String address(RecordId id) {
        return RecordView.address(space, id);
    }
}
