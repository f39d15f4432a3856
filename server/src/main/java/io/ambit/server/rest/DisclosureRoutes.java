package io.ambit.server.rest;

import io.ambit.core.memory.Memory;
import io.ambit.core.memory.disclosure.Ask;
import io.ambit.core.memory.disclosure.DisclosureJson;
import io.ambit.core.memory.disclosure.Economics;
import io.ambit.core.memory.disclosure.Figures;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordJson;
import io.ambit.core.session.Space;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Memory shown little by little, and what that costs. */
final class DisclosureRoutes {
    private final Memory memory;

    DisclosureRoutes(Memory memory) {
        this.memory = memory;
    }

    void register(RoutesConfig routes) {
        routes.get("/rest/memory/index", this::index);
        routes.get("/rest/memory/timeline", this::timeline);
        routes.post("/rest/memory/load", this::load);
        routes.post("/rest/memory/open", this::open);
        routes.get("/rest/memory/economics", this::economics);
        routes.post("/rest/memory/economics/task-end", this::taskEnd);
        routes.post("/rest/memory/economics/session-end", this::sessionEnd);
        routes.post("/rest/memory/economics/bypass", this::bypass);
    }

    private void index(Context context) {
        RestCall call = new RestCall(context, Set.of("session", "task"));
        JsonFields fields = call.fields();
        call.answer(
                200,
                DisclosureJson.index(
                        memory.disclosure().index(call.space(), fields.text("session"), fields.text("task"))));
    }

    private void timeline(Context context) {
        RestCall call = new RestCall(context, Set.of("session", "task"));
        JsonFields fields = call.fields();
        call.answer(
                200,
                DisclosureJson.timeline(
                        memory.disclosure().timeline(call.space(), fields.text("session"), fields.text("task"))));
    }

    private void load(Context context) {
        RestCall call = new RestCall(context, Set.of("query", "session", "task", "maxTokens"));
        JsonFields fields = call.fields();
        Ask ask = new Ask(call.space(), fields.text("session"), fields.text("task"), fields.required("query"), (int)
                Math.min(fields.number("maxTokens", Ask.DEFAULT_MAX_TOKENS), Integer.MAX_VALUE));
        call.answer(200, DisclosureJson.disclosed(memory.disclosure().load(ask)));
    }

    /** Records in full, by their ids. */
    private void open(Context context) {
        RestCall call = new RestCall(context, Set.of("ids", "session", "task"));
        JsonFields fields = call.fields();
        List<RecordId> ids = call.words("ids").stream().map(RecordId::new).toList();
        call.answer(
                200,
                Map.of(
                        "records",
                        memory
                                .disclosure()
                                .open(call.space(), fields.text("session"), fields.text("task"), ids)
                                .stream()
                                .map(RecordJson::tree)
                                .toList()));
    }

    private void economics(Context context) {
        RestCall call = new RestCall(context, Set.of("session", "task"));
        JsonFields fields = call.fields();
        Space space = call.space();
        Economics economics = memory.economics();
        Figures figures;
        if (fields.has("task")) {
            figures = economics.task(space, fields.text("session"), fields.text("task"));
        } else {
            figures = fields.has("session") ? economics.session(space, fields.text("session")) : economics.whole(space);
        }
        Map<String, Object> tree = DisclosureJson.figures(figures);
        tree.put("bypassProposed", economics.proposal(space) != null);
        call.answer(200, tree);
    }

    private void taskEnd(Context context) {
        RestCall call = new RestCall(context, Set.of("session", "task"));
        JsonFields fields = call.fields();
        call.answer(
                200,
                Map.of(
                        "carriedOut",
                        DisclosureJson.carriedOut(memory.economics()
                                .taskEnd(call.space(), fields.text("session"), fields.required("task")))));
    }

    private void sessionEnd(Context context) {
        RestCall call = new RestCall(context, Set.of("session"));
        call.answer(
                200,
                Map.of(
                        "carriedOut",
                        DisclosureJson.carriedOut(memory.economics()
                                .sessionEnd(call.space(), call.fields().required("session")))));
    }

    private void bypass(Context context) {
        RestCall call = new RestCall(context, Set.of("accepted"));
        boolean accepted = call.fields().flag("accepted", true);
        if (memory.economics().bypass(call.space(), accepted)) {
            call.answer(200, Map.of("accepted", accepted));
        } else {
            call.notFound("proposal");
        }
    }
}
