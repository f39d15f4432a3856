package io.ambit.server.rest;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkJson;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.RecordId;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How records stand to each other, and what was known when: links, and facts in two times. */
final class RelationRoutes {
    private final Memory memory;

    RelationRoutes(Memory memory) {
        this.memory = memory;
    }

    void register(RoutesConfig routes) {
        routes.get("/rest/memory/records/{id}/links", this::links);
        routes.post("/rest/memory/links", this::link);
        routes.delete("/rest/memory/links", this::unlink);
        routes.get("/rest/memory/facts", this::facts);
    }

    private void links(Context context) {
        RestCall call = new RestCall(context, Set.of());
        List<Map<String, Object>> links = memory.store().links(call.space(), List.of(call.id())).stream()
                .map(LinkJson::tree)
                .toList();
        call.answer(200, Map.of("links", links));
    }

    private void link(Context context) {
        RestCall call = new RestCall(context, Set.of("from", "type", "to", "author"));
        JsonFields fields = call.fields();
        Link link = new Link(
                call.space(),
                new RecordId(fields.required("from")),
                LinkType.ofLabel(fields.required("type")),
                new RecordId(fields.required("to")),
                fields.has("author") ? fields.text("author") : "user",
                memory.now());
        for (RecordId end : List.of(link.from(), link.to())) {
            if (memory.store().find(link.space(), end).isEmpty()) {
                throw new InvalidInputException("no record " + end + " in space " + link.space());
            }
        }
        memory.store().link(link);
        call.answer(201, LinkJson.tree(link));
    }

    private void unlink(Context context) {
        RestCall call = new RestCall(context, Set.of("from", "type", "to"));
        JsonFields fields = call.fields();
        boolean gone = memory.store()
                .unlink(
                        call.space(),
                        new RecordId(fields.required("from")),
                        LinkType.ofLabel(fields.required("type")),
                        new RecordId(fields.required("to")));
        if (gone) {
            call.answer(200, Map.of("removed", true));
        } else {
            call.notFound("such link");
        }
    }

    private void facts(Context context) {
        RestCall call = new RestCall(context, Set.of("subject", "predicate", "worldAt", "knownAt"));
        JsonFields fields = call.fields();
        FactQuery query = new FactQuery(
                fields.has("subject") ? fields.text("subject") : null,
                fields.has("predicate") ? fields.text("predicate") : null,
                call.time("worldAt"),
                call.time("knownAt"));
        List<Map<String, Object>> facts = memory.store().facts(call.space(), query).stream()
                .map(FactVersion::tree)
                .toList();
        call.answer(200, Map.of("facts", facts));
    }
}
