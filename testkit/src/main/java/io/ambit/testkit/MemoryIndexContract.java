package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryIndex.Found;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.SearchRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link MemoryIndex} does. A test of one extends it and says how it is opened over a store. */
public abstract class MemoryIndexContract {
    protected static final Space SPACE = Space.DEFAULT;
    protected static final Space OTHER = new Space("Default");
    protected static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    protected MemoryStore store;
    protected MemoryIndex index;

    /** Opens the index of this test, on the same folder each time where it is on disk. */
    protected abstract MemoryIndex openIndex(MemoryStore over);

    @BeforeEach
    void openFirst() {
        store = new HeapMemoryStore();
        index = openIndex(store);
    }

    @AfterEach
    void closeLast() {
        index.close();
    }

    protected final void restart() {
        index.close();
        index = openIndex(store);
    }

    protected final RecordId add(Space space, Content content) {
        return add(Draft.of(space, content, Provenance.by("user", "test"), null));
    }

    protected final RecordId add(Draft draft) {
        return store.add(List.of(draft), NOW).getFirst().record().id();
    }

    protected final RecordId note(String text) {
        return add(SPACE, new Document("note", text));
    }

    protected final RecordId turn(String session, int position, String speaker, String text) {
        return add(SPACE, new Turn(session, position, speaker, Voice.ofRole(speaker), text));
    }

    protected final List<RecordId> search(String text) {
        return ids(index.search(SPACE, SearchRequest.of(text, 10)));
    }

    protected static List<RecordId> ids(List<Found> found) {
        return found.stream().map(Found::id).toList();
    }

    // ---- what is found

    @Test
    void search_emptySpace_findsNothing() {
        assertThat(search("anything")).isEmpty();
    }

    @Test
    void search_wordOfOneRecord_findsItFirst() {
        note("The printer in room 12 is out of toner");
        RecordId right = note("Caroline adopted a greyhound called Pixel");
        note("We paint the kitchen on Saturday");

        assertThat(search("What is the greyhound called?").getFirst()).isEqualTo(right);
    }

    @Test
    void search_otherFormOfAWord_findsIt() {
        note("We paint the kitchen on Saturday");
        RecordId right = note("She bought two knives in Solingen");

        assertThat(search("Where did she buy the knife?").getFirst()).isEqualTo(right);
    }

    @Test
    void search_wordFarDownInALongText_findsIt() {
        for (int i = 0; i < 50; i++) {
            note("An unrelated remark, number " + i);
        }
        RecordId right = note("Minutes of the meeting. ".repeat(300) + "The safe opens with a periwinkle key.");

        assertThat(search("periwinkle key").getFirst()).isEqualTo(right);
    }

    @Test
    void search_answerWithoutTheWordsOfItsQuestion_isFoundByThem() {
        turn("s", 0, "Nate", "What did you name the tortoise?");
        RecordId right = turn("s", 1, "Joanna", "Oh, he is Filbert now!");
        turn("t", 0, "Joanna", "Filbert is a nice word, and a hazelnut too.");

        assertThat(search("tortoise name").subList(0, 2)).contains(right);
    }

    @Test
    void search_limit_bounds() {
        for (int i = 0; i < 30; i++) {
            note("apples and pears, basket " + i);
        }

        assertThat(index.search(SPACE, SearchRequest.of("apples", 7))).hasSize(7);
    }

    @Test
    void search_everyHit_saysWhyByParts() {
        note("apples and pears");

        Found found = index.search(SPACE, SearchRequest.of("apples", 1)).getFirst();
        assertThat(found.parts()).containsKey("words");
        assertThat(found.parts().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(found.score(), within(1e-9));
    }

    @Test
    void search_strangeQuestions_doNoHarm() {
        note("apples and pears");

        for (String question : List.of(
                "", " ", "?", "the of and", "\u0000", "\uD800", "a".repeat(100_000), "+-&&||!(){}[]^\"~*?:\\/")) {
            assertThat(index.search(SPACE, SearchRequest.of(question, 5))).hasSizeLessThan(6);
        }
        assertThat(search(String.join(" ", java.util.Collections.nCopies(5000, "apples"))))
                .hasSize(1);
    }

    // ---- what is left out

    @Test
    void search_kinds_areThoseAsked() {
        RecordId fact = add(SPACE, new Fact("Caroline", "lives_in", "Lisbon", false, null, null));
        note("Caroline likes Lisbon");

        assertThat(ids(index.search(
                        SPACE, SearchRequest.of("Caroline Lisbon", 5).ofKinds(Set.of(RecordKind.FACT)))))
                .containsExactly(fact);
    }

    @Test
    void search_timeRange_isHalfOpen() {
        List<RecordId> days = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            days.add(add(Draft.of(
                    SPACE,
                    new Document("diary", "rain again"),
                    Provenance.by("user", "test"),
                    NOW.plusSeconds(86_400L * day))));
        }
        SearchRequest range = SearchRequest.of("rain", 9).between(NOW.plusSeconds(86_400), NOW.plusSeconds(3 * 86_400));

        assertThat(ids(index.search(SPACE, range))).containsExactlyInAnyOrder(days.get(1), days.get(2));
    }

    @Test
    void search_archived_onlyWhenAsked() {
        RecordId live = note("the blue folder");
        RecordId archived = note("the blue binder");
        index.catchUp(SPACE, done -> {});
        store.archive(SPACE, archived, true, NOW);

        assertThat(search("blue")).containsExactly(live);
        assertThat(ids(index.search(SPACE, SearchRequest.of("blue", 5).withArchived(true))))
                .containsExactlyInAnyOrder(live, archived);
        store.archive(SPACE, archived, false, NOW);
        assertThat(search("blue")).containsExactlyInAnyOrder(live, archived);
    }

    @Test
    void search_otherSpace_findsNothingOfThisOne() {
        RecordId here = note("the blue folder");
        RecordId there = add(OTHER, new Document("note", "the blue binder"));

        assertThat(search("blue folder binder")).containsExactly(here);
        assertThat(ids(index.search(OTHER, SearchRequest.of("blue folder binder", 5))))
                .hasSize(1)
                .contains(there);
        assertThat(index.search(new Space("third"), SearchRequest.of("blue", 5)))
                .isEmpty();
    }

    // ---- what changes

    @Test
    void search_afterForget_findsNeitherRecordNorItsWordsInNeighbours() {
        turn("s", 0, "Ann", "Guess what happened");
        RecordId secret = turn("s", 1, "Ann", "My locker code is quadruplex");
        turn("s", 2, "Ben", "Noted");
        index.catchUp(SPACE, done -> {});
        assertThat(search("quadruplex").getFirst()).isEqualTo(secret);

        store.forget(SPACE, secret, NOW);

        for (Found found : index.search(SPACE, SearchRequest.of("quadruplex", 5))) {
            assertThat(found.id()).isNotEqualTo(secret);
            assertThat(found.parts()).doesNotContainKey("words");
        }
        index.catchUp(SPACE, done -> {});
        for (Found found : index.search(SPACE, SearchRequest.of("quadruplex", 5))) {
            assertThat(found.id()).isNotEqualTo(secret);
            assertThat(found.parts()).doesNotContainKey("words");
        }
    }

    @Test
    void search_afterReplace_findsTheNewWordsOnly() {
        RecordId id = note("the meeting is in Ghent");
        index.catchUp(SPACE, done -> {});
        store.replace(SPACE, id, new Document("note", "the meeting is in Bruges"), 1, NOW);

        Found found = index.search(SPACE, SearchRequest.of("Bruges", 1)).getFirst();
        assertThat(found.parts()).containsKey("words");
        assertThat(index.search(SPACE, SearchRequest.of("Ghent", 1)).getFirst().parts())
                .doesNotContainKey("words");
    }

    @Test
    void search_turnsThatCameLater_lendTheirWordsToTheOneBefore() {
        RecordId first = turn("s", 0, "Ann", "I finally did it");
        turn("t", 0, "Ben", "Something else entirely");
        index.catchUp(SPACE, done -> {});
        turn("s", 1, "Ben", "Congratulations on the marathon");

        Found found = index.search(SPACE, SearchRequest.of("marathon", 5)).stream()
                .filter(hit -> hit.id().equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(found.parts()).containsKey("words");
    }

    @Test
    void catchUp_twice_hasNothingLeftToDo() {
        note("one");
        note("two");

        assertThat(index.catchUp(SPACE, done -> {})).isEqualTo(2);
        assertThat(index.catchUp(SPACE, done -> {})).isZero();
    }

    @Test
    void restart_findsWhatWasThereAndWhatCame() {
        RecordId before = note("the violet ledger");
        index.catchUp(SPACE, done -> {});
        index.close();
        RecordId between = note("the violet notebook");
        index = openIndex(store);

        assertThat(search("violet")).containsExactlyInAnyOrder(before, between);
    }

    /** Whatever happened in between: an index that followed finds what one that is built anew finds. */
    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void rebuild_findsWhatTheFollowingIndexFound(Seed seed) {
        SplittableRandom random = seed.random();
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            change(random, i, ids);
            if (random.nextInt(6) == 0) {
                index.catchUp(SPACE, done -> {});
            } else if (random.nextInt(6) == 0) {
                search("lemon");
            }
        }
        List<String> questions = List.of("lemon", "harbour train", "winter lemon story", "Ann garden");
        List<Set<RecordId>> followed = new ArrayList<>();
        questions.forEach(question -> followed.add(worded(question)));

        index.rebuild(SPACE, done -> {});

        for (int q = 0; q < questions.size(); q++) {
            assertThat(worded(questions.get(q)))
                    .as("'%s', %s", questions.get(q), seed)
                    .isEqualTo(followed.get(q));
        }
    }

    /** The records that a question has words in common with, by themselves or their neighbours. */
    private Set<RecordId> worded(String question) {
        return index.search(SPACE, SearchRequest.of(question, 1000)).stream()
                .filter(found -> found.parts().containsKey("words"))
                .map(Found::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    private void change(SplittableRandom random, int number, List<RecordId> ids) {
        String text = text(random);
        switch (ids.isEmpty() ? 0 : random.nextInt(8)) {
            case 5 -> store.forget(SPACE, Seed.pick(random, ids), NOW);
            case 6 -> store.archive(SPACE, Seed.pick(random, ids), random.nextBoolean(), NOW);
            case 7 -> {
                RecordId id = Seed.pick(random, ids);
                store.find(SPACE, id)
                        .map(MemoryRecord::content)
                        .ifPresent(content -> store.replace(
                                SPACE,
                                id,
                                content instanceof Turn turn
                                        ? new Turn(turn.session(), turn.position(), turn.speaker(), turn.voice(), text)
                                        : new Document("note", text),
                                1,
                                NOW));
            }
            case 4 -> ids.add(note(text));
            default -> ids.add(turn("s" + number % 3, number, random.nextBoolean() ? "Ann" : "Ben", text));
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder("so");
        for (int w = 0; w < 4; w++) {
            text.append(' ')
                    .append(Seed.pick(random, List.of("lemon", "train", "harbour", "winter", "story", "garden")));
        }
        return text.toString();
    }

    // ---- similarity

    @Test
    void similarities_sameText_isMostSimilar() {
        List<Double> found =
                index.similarities("fix the login bug", List.of("bake bread", "fix the login bug", "repair the login"));

        assertThat(found.get(1)).isCloseTo(1, within(1e-3));
        assertThat(found.get(2)).isBetween(found.get(0), found.get(1));
    }
}
