package io.ambit.core.memory.intake;

import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.Skill;
import io.ambit.core.record.Turn;
import java.util.List;
import java.util.Optional;

/** Contents without private text and secrets, in every field of every kind. */
final class CleanContent {
    private final CleanText clean;

    CleanContent(CleanText clean) {
        this.clean = clean;
    }

    /** The content without them; none where a field that must say something no longer does. */
    Optional<Content> of(Content content) {
        return switch (content) {
            case Turn turn -> of(turn);
            case Document document -> of(document);
            case Episode episode -> of(episode);
            case Pattern pattern -> of(pattern);
            case AntiPattern anti -> of(anti);
            case Skill skill -> of(skill);
            case Fact fact -> of(fact);
            case Insight insight -> of(insight);
        };
    }

    private Optional<Content> of(Turn turn) {
        String session = clean.name(turn.session());
        String speaker = clean.name(turn.speaker());
        String text = clean.text(turn.text());
        return filled(session, speaker, text)
                ? Optional.of(new Turn(session, turn.position(), speaker, turn.voice(), text))
                : Optional.empty();
    }

    private Optional<Content> of(Document document) {
        String name = clean.name(document.name());
        String text = clean.text(document.text());
        return filled(name, text) ? Optional.of(new Document(name, text)) : Optional.empty();
    }

    private Optional<Content> of(Episode episode) {
        Episode.EpisodeContext context = episode.context();
        String goal = clean.text(context.goal());
        if (!filled(goal)) {
            return Optional.empty();
        }
        return Optional.of(new Episode(
                clean.name(episode.taskId()),
                clean.name(episode.agent()),
                new Episode.EpisodeContext(
                        clean.text(context.phase()),
                        goal,
                        clean.texts(context.constraints()),
                        clean.names(context.files())),
                actions(episode.actions()),
                episode.outcome(),
                failures(episode.errors()),
                clean.names(episode.artifacts()),
                clean.names(episode.filesRead()),
                clean.names(episode.filesModified()),
                clean.name(episode.commit()),
                episode.duration(),
                episode.tokensUsed()));
    }

    private List<Episode.Action> actions(List<Episode.Action> actions) {
        return actions.stream()
                .map(action -> new Episode.Action(
                        action.at(), kept(action.action()), clean.text(action.target()), clean.text(action.result())))
                .toList();
    }

    private List<Episode.Failure> failures(List<Episode.Failure> failures) {
        return failures.stream()
                .map(failure -> new Episode.Failure(
                        clean.text(failure.type()), kept(failure.message()), clean.text(failure.resolution())))
                .toList();
    }

    private Optional<Content> of(Pattern pattern) {
        String name = clean.text(pattern.name());
        String correct = clean.text(pattern.correctApproach());
        return filled(name, correct)
                ? Optional.of(new Pattern(
                        name,
                        clean.text(pattern.category()),
                        clean.texts(pattern.conditions()),
                        correct,
                        clean.text(pattern.incorrectApproach()),
                        pattern.sources()))
                : Optional.empty();
    }

    private Optional<Content> of(AntiPattern anti) {
        String fails = clean.text(anti.whatFails());
        String prevention = clean.text(anti.prevention());
        return filled(fails, prevention)
                ? Optional.of(new AntiPattern(fails, clean.text(anti.why()), prevention, anti.sources()))
                : Optional.empty();
    }

    private Optional<Content> of(Skill skill) {
        String name = clean.text(skill.name());
        List<String> steps = clean.texts(skill.steps());
        if (!filled(name) || steps.isEmpty()) {
            return Optional.empty();
        }
        List<Skill.CommonError> errors = skill.commonErrors().stream()
                .map(error -> new Skill.CommonError(kept(error.error()), kept(error.fix())))
                .toList();
        return Optional.of(new Skill(
                name,
                clean.text(skill.description()),
                clean.texts(skill.prerequisites()),
                steps,
                errors,
                clean.texts(skill.exitCriteria())));
    }

    private Optional<Content> of(Fact fact) {
        String subject = clean.text(fact.subject());
        String predicate = clean.text(fact.predicate());
        String object = clean.text(fact.object());
        return filled(subject, predicate, object)
                ? Optional.of(new Fact(subject, predicate, object, fact.single(), fact.validAt(), fact.invalidAt()))
                : Optional.empty();
    }

    private Optional<Content> of(Insight insight) {
        String type = clean.text(insight.type());
        String statement = clean.text(insight.statement());
        return filled(type, statement)
                ? Optional.of(new Insight(type, statement, clean.text(insight.context()), clean.texts(insight.tags())))
                : Optional.empty();
    }

    /** A text inside a list whose other fields may still say something: nothing left of it reads as left out. */
    private String kept(String text) {
        String cleaned = clean.text(text);
        return CleanText.saysSomething(cleaned) ? cleaned : "(private)";
    }

    private static boolean filled(String... texts) {
        for (String text : texts) {
            if (!CleanText.saysSomething(text)) {
                return false;
            }
        }
        return true;
    }
}
