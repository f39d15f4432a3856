package io.ambit.server.rest;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Draft;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordJson;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records one by one: written, read, listed, archived, restored, forgotten. */
final class RecordRoutes {
    private static final int USUAL_LIMIT = 50;

    private final Memory memory;

    RecordRoutes(Memory memory) {
        this.memory = memory;
    }

    void register(RoutesConfig routes) {
        routes.post("/rest/memory/records", this::add);
        routes.get("/rest/memory/records", this::list);
        routes.get("/rest/memory/records/{id}", this::show);
        routes.delete("/rest/memory/records/{id}", this::forget);
        routes.post("/rest/memory/records/{id}/archive", context -> archive(context, true));
        routes.post("/rest/memory/records/{id}/restore", context -> archive(context, false));
    }

    private void add(Context context) {
        RestCall call = new RestCall(
                context, Set.of("kind", "content", "happenedAt", "importance", "confidence", "author", "session"));
        Space space = call.space();
        JsonFields fields = call.fields();
        RecordKind kind = RecordKind.ofLabel(fields.required("kind"));
        JsonFields content = fields.object("content");
        if (content == null) {
            throw new InvalidInputException("no 'content', expected an object with the fields of " + kind.label());
        }
        String author = fields.has("author") ? fields.text("author") : "user";
        String session = fields.text("session");
        Provenance provenance = Provenance.by(author, "rest");
        Draft draft = new Draft(
                space,
                ContentJson.read(kind, content),
                session.isEmpty() ? provenance : provenance.withSession(session, null),
                call.time("happenedAt"),
                fields.decimal("importance", Draft.USUAL_IMPORTANCE),
                fields.decimal("confidence", 1));
        MemoryRecord stored = memory.remember(draft);
        call.answer(201, RecordJson.tree(stored));
    }

    private void list(Context context) {
        RestCall call =
                new RestCall(context, Set.of("kind", "from", "to", "session", "source", "after", "archived", "limit"));
        JsonFields fields = call.fields();
        RecordSelection selection = RecordSelection.LIVE
                .ofKinds(call.kinds().toArray(RecordKind[]::new))
                .between(call.time("from"), call.time("to"))
                .ofSession(fields.has("session") ? fields.text("session") : null)
                .ofSource(fields.has("source") ? fields.text("source") : null)
                .after(fields.has("after") ? new RecordId(fields.text("after")) : null)
                .atMost(call.limit(USUAL_LIMIT));
        RecordSelection chosen = fields.flag("archived", false) ? selection.withArchived() : selection;
        Space space = call.space();
        List<Map<String, Object>> records = memory.store().list(space, chosen).stream()
                .map(RecordJson::tree)
                .toList();
        call.answer(200, Map.of("records", records, "total", memory.store().count(space, chosen)));
    }

    private void show(Context context) {
        RestCall call = new RestCall(context, Set.of());
        memory.show(call.space(), call.id())
                .ifPresentOrElse(
                        record -> call.answer(200, RecordJson.tree(record)),
                        () -> call.notFound("record " + call.id()));
    }

    private void forget(Context context) {
        RestCall call = new RestCall(context, Set.of());
        if (memory.forget(call.space(), call.id())) {
            call.answer(200, Map.of("id", call.id().value(), "forgotten", true));
        } else {
            call.notFound("record " + call.id());
        }
    }

    private void archive(Context context, boolean archived) {
        RestCall call = new RestCall(context, Set.of());
        boolean changed = memory.archive(call.space(), call.id(), archived);
        memory.store()
                .find(call.space(), call.id())
                .ifPresentOrElse(
                        record -> call.answer(
                                200, Map.of("id", call.id().value(), "archived", archived, "changed", changed)),
                        () -> call.notFound("record " + call.id()));
    }
}
