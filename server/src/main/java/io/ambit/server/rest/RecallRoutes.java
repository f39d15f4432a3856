package io.ambit.server.rest;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.recall.Answer;
import io.ambit.core.memory.recall.AnswerJson;
import io.ambit.core.memory.recall.AnswerText;
import io.ambit.core.memory.recall.Question;
import io.ambit.core.memory.task.Profile;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.Outcome;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions to memory, and how the work went that they were asked for. */
final class RecallRoutes {
    private static final Set<String> PARAMETERS = Set.of(
            "query",
            "goal",
            "actions",
            "phase",
            "kind",
            "from",
            "to",
            "at",
            "zone",
            "limit",
            "maxTokens",
            "profile",
            "mmr",
            "archived",
            "raw",
            "prompt");

    private final Memory memory;

    RecallRoutes(Memory memory) {
        this.memory = memory;
    }

    void register(RoutesConfig routes) {
        routes.get("/rest/memory/search", this::search);
        routes.post("/rest/memory/search", this::search);
        routes.post("/rest/memory/queries/{query}/outcome", this::report);
        routes.get("/rest/memory/strategies", this::strategies);
    }

    private void search(Context context) {
        RestCall call = new RestCall(context, PARAMETERS);
        Question question = question(call);
        Answer answer = memory.ask(question);
        Map<String, Object> tree = AnswerJson.tree(answer);
        if (call.fields().flag("prompt", false)) {
            tree.put("prompt", AnswerText.of(answer, memory.tokens(), question.maxTokens()));
        }
        call.answer(200, tree);
    }

    private static Question question(RestCall call) {
        JsonFields fields = call.fields();
        return Question.in(call.space(), fields.required("query"))
                .goal(fields.text("goal"))
                .actions(call.words("actions"))
                .phase(fields.text("phase"))
                .kinds(call.kinds())
                .between(call.time("from"), call.time("to"))
                .at(call.time("at"))
                .zone(zone(fields.text("zone")))
                .limit(call.limit(Question.DEFAULT_LIMIT))
                .maxTokens((int) Math.min(fields.number("maxTokens", 0), Integer.MAX_VALUE))
                .profile(fields.has("profile") ? Profile.ofLabel(fields.text("profile")) : Profile.TASK_AWARE)
                .mmr(fields.flag("mmr", false))
                .archived(fields.flag("archived", false))
                .raw(fields.flag("raw", false))
                .build();
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new InvalidInputException("zone '" + name + "', expected one such as Europe/Berlin", e);
        }
    }

    private void report(Context context) {
        RestCall call = new RestCall(context, Set.of("outcome", "completed"));
        Outcome outcome = Outcome.ofLabel(call.fields().required("outcome"));
        String query = call.path("query");
        if (memory.journal().report(call.space(), query, outcome, call.fields().flag("completed", true))) {
            call.answer(200, Map.of("queryId", query, "outcome", outcome.label()));
        } else {
            call.notFound("query '" + query + "'");
        }
    }

    private void strategies(Context context) {
        RestCall call = new RestCall(context, Set.of());
        List<Map<String, Object>> strategies = memory.journal().successByStrategy(call.space()).stream()
                .map(strategy -> Map.<String, Object>of(
                        "type", strategy.type().label(),
                        "queries", strategy.queries(),
                        "successes", strategy.successes(),
                        "rate", strategy.rate()))
                .toList();
        call.answer(200, Map.of("strategies", strategies));
    }
}
