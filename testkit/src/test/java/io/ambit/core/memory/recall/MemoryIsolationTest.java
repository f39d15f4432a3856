package io.ambit.core.memory.recall;

import static io.ambit.core.memory.recall.Notebook.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.memory.disclosure.Ask;
import io.ambit.core.memory.disclosure.Disclosure;
import io.ambit.core.memory.disclosure.Economics;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.testkit.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spaces with the same words, ids and sessions: whatever is asked in one, nothing of another is shown. */
class MemoryIsolationTest {
    private static final List<String> WORDS =
            List.of("cache", "deploy", "login", "invoice", "yesterday", "fix", "trip");

    private final Notebook memory = new Notebook();
    private final Economics economics = new Economics(memory.store, memory.journal, memory.tokens, memory.clock);
    private final Disclosure disclosure =
            new Disclosure(memory.store, memory.index, memory.journal, memory.tokens, memory.clock, economics);

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void anyReadPath_randomQuestion_showsItsOwnSpaceOnly(Seed seed) {
        SplittableRandom random = seed.random();
        List<Space> spaces = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            spaces.add(new Space("space" + s));
            fill(spaces.getLast(), random);
        }
        for (int q = 0; q < 12; q++) {
            Space space = Seed.pick(random, spaces);
            String question = Seed.pick(random, WORDS) + " " + Seed.pick(random, WORDS) + " before the trip marker";
            List<RecordId> anyIds = memory.store.list(Seed.pick(random, spaces), RecordSelection.LIVE).stream()
                    .map(record -> record.id())
                    .toList();

            Answer answer = memory.recall.ask(Question.in(space, question)
                    .goal(Seed.pick(random, WORDS))
                    .limit(random.nextInt(1, 20))
                    .mmr(random.nextBoolean())
                    .raw(random.nextBoolean())
                    .archived(random.nextBoolean())
                    .maxTokens(random.nextInt(3) * 200)
                    .build());
            StringBuilder shown = new StringBuilder(AnswerText.of(answer, memory.tokens, 0));
            shown.append(disclosure.index(space, "s", "t").text());
            shown.append(disclosure.timeline(space, "s", "t").text());
            shown.append(
                    disclosure.load(new Ask(space, "s", "t", question, 500)).text());
            disclosure.open(space, "s", "t", anyIds).forEach(record -> shown.append(QuotedRecord.of(record)));
            economics.sessionEnd(space, "s");
            disclosure.topics(space).forEach(line -> shown.append(line.summary()));

            for (Space other : spaces) {
                if (!other.equals(space)) {
                    assertThat(shown.toString())
                            .as("%s, asked in %s", seed, space)
                            .doesNotContain("of-" + other);
                }
            }
            assertThat(shown.toString()).as("%s", seed).contains("of-" + space);
            assertThat(memory.journal.query(space, answer.queryId())).isPresent();
        }
    }

    private void fill(Space space, SplittableRandom random) {
        List<Draft> drafts = new ArrayList<>();
        for (int r = random.nextInt(3, 15); r > 0; r--) {
            String text = Seed.pick(random, WORDS) + " " + Seed.pick(random, WORDS) + " marker of-" + space;
            drafts.add(Draft.of(
                    space,
                    switch (random.nextInt(3)) {
                        case 0 -> new Insight("decision", text, text, List.of());
                        case 1 -> Episode.of(text, Outcome.SUCCESS);
                        default -> new Turn("session", r, "user", Voice.PERSON, text);
                    },
                    Provenance.by("user", "test"),
                    NOW.minus(Duration.ofHours(random.nextInt(500)))));
        }
        List<RecordId> ids = memory.store.add(drafts, NOW).stream()
                .map(stored -> stored.record().id())
                .toList();
        memory.store.link(new Link(space, ids.getFirst(), LinkType.RELATED_TO, ids.getLast(), "test", NOW));
        memory.store.archive(space, ids.get(1), true, NOW);
    }
}
