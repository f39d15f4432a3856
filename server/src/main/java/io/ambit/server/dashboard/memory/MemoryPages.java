package io.ambit.server.dashboard.memory;

import io.ambit.core.memory.Memory;
import io.ambit.core.memory.recall.Answer;
import io.ambit.core.memory.recall.Question;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.server.dashboard.access.Gate;
import io.ambit.server.dashboard.access.Visitor;
import io.ambit.server.dashboard.page.Parameters;
import io.ambit.server.dashboard.page.Screen;
import io.ambit.server.dashboard.page.Spaces;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The search of memory with the reasons for each hit, and records in full. Looking leaves no trace in memory. */
public final class MemoryPages {
    private static final int HITS = 20;
    private static final int RECENT = 30;

    private final Memory memory;
    private final Screen screen;
    private final Spaces spaces;

    public MemoryPages(Memory memory, Screen screen, Spaces spaces) {
        this.memory = memory;
        this.screen = screen;
        this.spaces = spaces;
    }

    /** Adds the paths. */
    public void register(RoutesConfig routes, Gate gate) {
        routes.get("/memory", gate.reading(this::search));
        routes.get("/memory/{space}/{id}", gate.reading(this::record));
    }

    private void search(Context context, Visitor visitor) {
        Space space = spaces.chosen(context);
        String query = Parameters.text(context, "q");
        String kind = Parameters.text(context, "kind");
        boolean archived = !Parameters.text(context, "archived").isEmpty();
        Set<RecordKind> kinds = kind.isEmpty() ? Set.of() : Set.of(RecordKind.ofLabel(kind));
        RecordSelection all = archived ? RecordSelection.LIVE.withArchived() : RecordSelection.LIVE;
        Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);
        for (RecordKind one : RecordKind.values()) {
            long count = memory.store().count(space, all.ofKinds(one));
            if (count > 0) {
                counts.put(one, count);
            }
        }
        Answer answer = query.isEmpty()
                ? null
                : memory.ask(Question.in(space, query)
                        .kinds(kinds)
                        .archived(archived)
                        .limit(HITS)
                        .quiet(true)
                        .build());
        List<MemoryRecord> recent = query.isEmpty()
                ? memory.store()
                        .list(
                                space,
                                all.ofKinds(kinds.toArray(new RecordKind[0])).newest(RECENT))
                : List.of();
        screen.show(context, visitor.csrf(), new MemoryView(space, query, kind, archived, counts, recent, answer));
    }

    private void record(Context context, Visitor visitor) {
        Space space = Parameters.space(context.pathParam("space"));
        RecordId id = new RecordId(context.pathParam("id"));
        Optional<MemoryRecord> record = memory.store().find(space, id);
        if (record.isEmpty()) {
            screen.problem(
                    context,
                    visitor.csrf(),
                    404,
                    "Space " + space + " has no record " + id + ". It may have been forgotten.");
            return;
        }
        List<Link> links = memory.store().links(space, List.of(id));
        Set<RecordId> ends = new LinkedHashSet<>();
        links.forEach(link -> ends.add(link.from().equals(id) ? link.to() : link.from()));
        Map<RecordId, MemoryRecord> linked = new HashMap<>();
        memory.store().find(space, ends).forEach(other -> linked.put(other.id(), other));
        screen.show(context, visitor.csrf(), new RecordView(record.get(), links, linked));
    }
}
