package io.ambit.testkit;

import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.Skill;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that try to be more than data: to instruct, to pass for a tool, a system prompt or Ambit itself, to leave the
 * quotation that they are shown in, to be invisible, or to raise their own weight. Whatever stores or shows memory is
 * tested with all of them.
 */
public final class HostileRecords {
    private HostileRecords() {}

    /**
     * A hostile text.
     *
     * @param name of what it tries, for failing tests
     */
    public record Hostile(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them, also for {@code @MethodSource}. */
    public static Stream<Hostile> all() {
        return Stream.of(
                        HostilePhrases.instructions(),
                        HostilePhrases.importance(),
                        HostileMarkup.roles(),
                        HostileMarkup.delimiters(),
                        HostileMarkup.markers(),
                        HostileCharacters.all())
                .flatMap(List::stream);
    }

    /** A content of each kind that carries the text in each of its fields. */
    public static List<Content> contents(Hostile hostile) {
        String text = hostile.text();
        List<String> once = List.of(text);
        List<Content> contents = new ArrayList<>();
        contents.add(new Turn("session-1", 0, "user", Voice.PERSON, text));
        contents.add(new Turn(text, 1, text, Voice.PERSON, text));
        contents.add(new Document(text, text));
        contents.add(new Episode(
                text,
                text,
                new Episode.EpisodeContext(text, text, once, once),
                List.of(new Episode.Action(Duration.ofSeconds(1), text, text, text)),
                Outcome.PARTIAL,
                List.of(new Episode.Failure(text, text, text)),
                once,
                once,
                once,
                text,
                Duration.ofSeconds(2),
                3));
        contents.add(new Pattern(text, text, once, text, text, List.of()));
        contents.add(new AntiPattern(text, text, text, List.of()));
        contents.add(new Skill(text, text, once, once, List.of(new Skill.CommonError(text, text)), once));
        contents.add(new Fact(text, text, text, false, null, null));
        contents.add(new Insight(text, text, text, once));
        return contents;
    }
}
