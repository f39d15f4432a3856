package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import java.time.Duration;
import java.util.List;

/**
 * What happened while a task was worked on.
 *
 * @param taskId the task in the user's own tracker, or ""
 * @param agent who worked, or ""
 * @param commit the commit that came of it, or ""
 * @param tokensUsed tokens that the work took, 0 where that is not known
 */
public record Episode(
        String taskId,
        String agent,
        EpisodeContext context,
        List<Action> actions,
        Outcome outcome,
        List<Failure> errors,
        List<String> artifacts,
        List<String> filesRead,
        List<String> filesModified,
        String commit,
        Duration duration,
        long tokensUsed)
        implements Content {

    /**
     * What was to be done, and around what.
     *
     * @param goal the only field that must say something
     */
    public record EpisodeContext(String phase, String goal, List<String> constraints, List<String> files) {
        public EpisodeContext {
            Texts.required("goal of an episode", goal);
            constraints = Texts.entries("an episode's constraints", constraints);
            files = Texts.entries("an episode's files", files);
        }
    }

    /**
     * One thing that was done.
     *
     * @param at since the start of the episode
     * @param target what it was done to, or ""
     * @param result what came of it, or ""
     */
    public record Action(Duration at, String action, String target, String result) {
        public Action {
            Texts.required("action of an episode's log", action);
        }
    }

    /**
     * Something that went wrong.
     *
     * @param resolution what made it go away, or "" where nothing did
     */
    public record Failure(String type, String message, String resolution) {
        public Failure {
            Texts.required("message of an episode's error", message);
        }
    }

    public Episode {
        actions = List.copyOf(actions);
        errors = List.copyOf(errors);
        artifacts = Texts.entries("an episode's artifacts", artifacts);
        filesRead = Texts.entries("an episode's files read", filesRead);
        filesModified = Texts.entries("an episode's files modified", filesModified);
        if (tokensUsed < 0) {
            throw new InvalidInputException("tokens of an episode are " + tokensUsed + ", expected 0 or more");
        }
        if (duration.isNegative()) {
            throw new InvalidInputException("duration of an episode is " + duration + ", expected 0 or more");
        }
    }

    /** One of which only the goal and the outcome are known. */
    public static Episode of(String goal, Outcome outcome) {
        return new Episode(
                "",
                "",
                new EpisodeContext("", goal, List.of(), List.of()),
                List.of(),
                outcome,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Duration.ZERO,
                0);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.EPISODE;
    }

    @Override
    public String title() {
        return Texts.title(context.goal());
    }

    @Override
    public String text() {
        Texts.Joined joined = Texts.joined(context.goal())
                .line("phase", context.phase())
                .list("constraint", context.constraints())
                .line("outcome", outcome.label());
        for (Failure error : errors) {
            joined.line("error", (error.type() + " " + error.message()).strip())
                    .line("resolved by", error.resolution());
        }
        joined.line("files", String.join(", ", context.files()))
                .line("modified", String.join(", ", filesModified))
                .line("artifacts", String.join(", ", artifacts))
                .line("commit", commit);
        for (Action action : actions) {
            joined.line(action.action(), (action.target() + " " + action.result()).strip());
        }
        return joined.text();
    }
}
