package io.ambit.wire.memory;

import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Content;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Insight;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Skill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The JSON objects of a loki-mode memory as contents. Names that changed between its versions are all known. */
final class LokiContents {
    private LokiContents() {}

    static Episode episode(JsonFields json) {
        JsonFields nested = json.object("context");
        JsonFields context = nested == null ? json : nested;
        List<String> read = json.texts("files_read");
        List<String> modified = json.texts("files_modified");
        List<String> files = context.texts("files_involved");
        return new Episode(
                json.text("task_id"),
                json.text("agent"),
                new Episode.EpisodeContext(
                        context.has("phase") ? context.text("phase") : json.text("phase"),
                        context.has("goal") ? context.text("goal") : json.required("goal"),
                        filled(context.texts("constraints")),
                        filled(files.isEmpty() ? context.texts("files") : files)),
                json.objects("action_log", LokiContents::action),
                outcome(json.text("outcome")),
                json.objects("errors_encountered", LokiContents::failure),
                filled(json.texts("artifacts_produced")),
                filled(read),
                filled(modified),
                json.text("git_commit"),
                json.seconds("duration_seconds"),
                Math.max(0, json.number("tokens_used", 0)));
    }

    private static Episode.Action action(JsonFields json) {
        String result = json.has("result") ? json.text("result") : json.text("output");
        String error = json.text("error");
        String action = json.has("action") ? json.text("action") : json.text("tool");
        Duration at = json.seconds(json.has("t") ? "t" : "timestamp");
        return new Episode.Action(
                at.isNegative() ? Duration.ZERO : at,
                action.isBlank() ? "action" : action,
                json.has("target") ? json.text("target") : json.text("input"),
                error.isBlank() ? result : (result + ": " + error));
    }

    private static Episode.Failure failure(JsonFields json) {
        String type = json.has("type") ? json.text("type") : json.text("error_type");
        String message = json.text("message");
        return new Episode.Failure(type, message.isBlank() ? orElse(type, "error") : message, json.text("resolution"));
    }

    /** What it does not say counts as neither. */
    private static Outcome outcome(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return lower.startsWith("succ")
                ? Outcome.SUCCESS
                : lower.startsWith("fail") ? Outcome.FAILURE : Outcome.PARTIAL;
    }

    /** @param known ids of episodes that were stored, by their loki ids */
    static Pattern pattern(JsonFields json, Function<String, List<RecordId>> known) {
        String name = json.has("pattern") ? json.text("pattern") : json.required("description");
        String correct = json.text("correct_approach");
        return new Pattern(
                name,
                orElse(json.text("category"), "general"),
                filled(json.texts("conditions")),
                orElse(correct, name),
                json.text("incorrect_approach"),
                sources(json, known));
    }

    static AntiPattern antiPattern(JsonFields json, Function<String, List<RecordId>> known) {
        String fails = json.has("what_fails")
                ? json.text("what_fails")
                : json.has("pattern") ? json.text("pattern") : json.required("description");
        String wrong = json.text("incorrect_approach");
        String prevention = json.has("prevention") ? json.text("prevention") : json.text("correct_approach");
        return new AntiPattern(
                fails,
                orElse(json.text("why"), wrong),
                orElse(prevention, "avoid it: nobody wrote down what to do instead"),
                sources(json, known));
    }

    private static List<RecordId> sources(JsonFields json, Function<String, List<RecordId>> known) {
        List<String> names = new ArrayList<>(json.texts("source_episodes"));
        if (json.has("source")) {
            names.addAll(json.texts("source"));
        }
        return names.stream()
                .flatMap(name -> known.apply(name).stream())
                .distinct()
                .toList();
    }

    static Skill skill(JsonFields json) {
        return new Skill(
                json.required("name"),
                json.text("description"),
                filled(json.texts("prerequisites")),
                filled(json.texts("steps")),
                json.objects(
                        "common_errors",
                        error ->
                                new Skill.CommonError(error.required("error"), orElse(error.text("fix"), "not known"))),
                filled(json.texts("exit_criteria")));
    }

    /** A fact where it has the three parts of one, else a note. */
    static Content fact(JsonFields json) {
        if (json.has("subject") && json.has("predicate") && json.has("object")) {
            return new Fact(
                    json.text("subject"),
                    json.text("predicate"),
                    json.text("object"),
                    json.flag("single", false),
                    json.time("valid_at"),
                    json.time("invalid_at"));
        }
        String text = json.has("fact")
                ? json.text("fact")
                : json.has("content") ? json.text("content") : json.required("statement");
        return new Insight("note", text, json.text("category"), List.of());
    }

    /** A decision of the timeline, of which the versions differ most. */
    static Insight decision(JsonFields json) {
        String text = "";
        for (String name : List.of("decision", "description", "action", "summary")) {
            text = orElse(text, json.text(name));
        }
        return new Insight("decision", text, orElse(json.text("rationale"), json.text("reason")), List.of());
    }

    private static List<String> filled(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).toList();
    }

    private static String orElse(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }
}
