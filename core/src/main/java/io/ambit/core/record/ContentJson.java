package io.ambit.core.record;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one JSON form of contents: in the store, in exports, over HTTP and on the command line. */
public final class ContentJson {
    private ContentJson() {}

    /** A content as a tree of maps and lists; what is empty is left out. */
    public static Map<String, Object> tree(Content content) {
        return switch (content) {
            case Turn turn ->
                object(
                        "session", turn.session(),
                        "position", turn.position(),
                        "speaker", turn.speaker(),
                        "voice", turn.voice().label(),
                        "text", turn.text());
            case Document document -> object("name", document.name(), "text", document.text());
            case Episode episode -> episode(episode);
            case Pattern pattern ->
                object(
                        "name", pattern.name(),
                        "category", pattern.category(),
                        "conditions", pattern.conditions(),
                        "correctApproach", pattern.correctApproach(),
                        "incorrectApproach", pattern.incorrectApproach(),
                        "sourceEpisodes", ids(pattern.sources()));
            case AntiPattern anti ->
                object(
                        "whatFails", anti.whatFails(),
                        "why", anti.why(),
                        "prevention", anti.prevention(),
                        "sourceEpisodes", ids(anti.sources()));
            case Skill skill ->
                object(
                        "name", skill.name(),
                        "description", skill.description(),
                        "prerequisites", skill.prerequisites(),
                        "steps", skill.steps(),
                        "commonErrors",
                                skill.commonErrors().stream()
                                        .map(error -> object("error", error.error(), "fix", error.fix()))
                                        .toList(),
                        "exitCriteria", skill.exitCriteria());
            case Fact fact ->
                object(
                        "subject", fact.subject(),
                        "predicate", fact.predicate(),
                        "object", fact.object(),
                        "single", fact.single(),
                        "validAt", text(fact.validAt()),
                        "invalidAt", text(fact.invalidAt()));
            case Insight insight ->
                object(
                        "type", insight.type(),
                        "content", insight.statement(),
                        "context", insight.context(),
                        "tags", insight.tags());
        };
    }

    private static Map<String, Object> episode(Episode episode) {
        Episode.EpisodeContext context = episode.context();
        return object(
                "taskId", episode.taskId(),
                "agent", episode.agent(),
                "context",
                        object(
                                "phase", context.phase(),
                                "goal", context.goal(),
                                "constraints", context.constraints(),
                                "files", context.files()),
                "actionLog",
                        episode.actions().stream()
                                .map(action -> object(
                                        "t", seconds(action.at()),
                                        "action", action.action(),
                                        "target", action.target(),
                                        "result", action.result()))
                                .toList(),
                "outcome", episode.outcome().label(),
                "errors",
                        episode.errors().stream()
                                .map(error -> object(
                                        "type", error.type(),
                                        "message", error.message(),
                                        "resolution", error.resolution()))
                                .toList(),
                "artifacts", episode.artifacts(),
                "filesRead", episode.filesRead(),
                "filesModified", episode.filesModified(),
                "commit", episode.commit(),
                "durationSeconds", seconds(episode.duration()),
                "tokensUsed", episode.tokensUsed());
    }

    /**
     * Reads a content of a kind from JSON text.
     *
     * @throws InvalidInputException which says what is wrong with it
     */
    public static Content read(RecordKind kind, String json) {
        try {
            return read(kind, new JsonFields(Json.parse(json)));
        } catch (JsonSyntaxException e) {
            throw new InvalidInputException(kind.label() + ": " + e.getMessage() + ", expected a JSON object", e);
        }
    }

    /**
     * Reads a content of a kind.
     *
     * @throws InvalidInputException which names the member that is wrong, what it is and what was expected
     */
    public static Content read(RecordKind kind, JsonFields json) {
        try {
            return content(kind, json);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(kind.label() + ": " + e.getMessage(), e);
        }
    }

    private static Content content(RecordKind kind, JsonFields json) {
        return switch (kind) {
            case TURN -> {
                String speaker = json.required("speaker");
                yield new Turn(
                        json.required("session"),
                        position(json),
                        speaker,
                        voice(json.text("voice"), speaker),
                        json.required("text"));
            }
            case DOCUMENT -> new Document(json.required("name"), json.required("text"));
            case EPISODE -> episode(json);
            case PATTERN ->
                new Pattern(
                        json.required("name"),
                        json.has("category") ? json.text("category") : "general",
                        json.texts("conditions"),
                        json.required("correctApproach"),
                        json.text("incorrectApproach"),
                        ids(json));
            case ANTI_PATTERN ->
                new AntiPattern(json.required("whatFails"), json.text("why"), json.required("prevention"), ids(json));
            case SKILL ->
                new Skill(
                        json.required("name"),
                        json.text("description"),
                        json.texts("prerequisites"),
                        json.texts("steps"),
                        json.objects(
                                "commonErrors",
                                error -> new Skill.CommonError(error.required("error"), error.required("fix"))),
                        json.texts("exitCriteria"));
            case FACT ->
                new Fact(
                        json.required("subject"),
                        json.required("predicate"),
                        json.required("object"),
                        json.flag("single", false),
                        json.time("validAt"),
                        json.time("invalidAt"));
            case INSIGHT ->
                new Insight(
                        json.has("type") ? json.text("type") : "note",
                        json.required("content"),
                        json.text("context"),
                        json.texts("tags"));
        };
    }

    private static Episode episode(JsonFields json) {
        JsonFields nested = json.object("context");
        JsonFields context = nested == null ? json : nested;
        return new Episode(
                json.text("taskId"),
                json.text("agent"),
                new Episode.EpisodeContext(
                        context.text("phase"),
                        context.required("goal"),
                        context.texts("constraints"),
                        context.texts("files")),
                json.objects(
                        "actionLog",
                        action -> new Episode.Action(
                                action.seconds("t"),
                                action.required("action"),
                                action.text("target"),
                                action.text("result"))),
                Outcome.ofLabel(json.required("outcome")),
                json.objects(
                        "errors",
                        error -> new Episode.Failure(
                                error.text("type"), error.required("message"), error.text("resolution"))),
                json.texts("artifacts"),
                json.texts("filesRead"),
                json.texts("filesModified"),
                json.text("commit"),
                json.seconds("durationSeconds"),
                json.number("tokensUsed", 0));
    }

    private static int position(JsonFields json) {
        long position = json.number("position", 0);
        if (position < 0 || position > Integer.MAX_VALUE) {
            throw new InvalidInputException("'position' is " + position + ", expected 0 to " + Integer.MAX_VALUE);
        }
        return (int) position;
    }

    private static Voice voice(String label, String speaker) {
        for (Voice voice : Voice.values()) {
            if (voice.label().equals(label)) {
                return voice;
            }
        }
        return Voice.ofRole(speaker);
    }

    private static List<RecordId> ids(JsonFields json) {
        return json.texts("sourceEpisodes").stream().map(RecordId::new).toList();
    }

    private static List<String> ids(List<RecordId> ids) {
        return ids.stream().map(RecordId::value).toList();
    }

    private static Object seconds(Duration span) {
        return span.toMillis() % 1000 == 0 ? (Object) span.toSeconds() : (Object) (span.toMillis() / 1000.0);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
