package io.ambit.core.memory.recall;

import static io.ambit.core.memory.recall.Notebook.NOW;
import static io.ambit.core.memory.recall.Notebook.SPACE;
import static io.ambit.core.memory.recall.Notebook.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.task.Profile;
import io.ambit.core.memory.task.TaskType;
import io.ambit.core.record.Insight;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What decides which records are in an answer, and in which order. */
class RecallTest {
    private final Notebook memory = new Notebook();

    private Answer ask(Question.Builder question) {
        return memory.recall.ask(question.build());
    }

    private static Question.Builder in(String text) {
        return Question.in(SPACE, text);
    }

    @Test
    void ask_words_findsWithReasons() {
        RecordId wanted = memory.note("the cache key lacks the tenant");
        memory.note("lunch is at noon");

        Answer answer = memory.ask("which cache key?");

        assertThat(ids(answer.hits())).containsExactly(wanted);
        assertThat(answer.hits().getFirst().parts())
                .containsKeys("words", "relevance", "weight", "importance", "confidence", "use");
        assertThat(answer.queryId()).isNotEmpty();
        assertThat(answer.setAside()).isEmpty();
        assertThat(answer.problems()).isEmpty();
    }

    @Test
    void ask_nothingFits_isEmpty() {
        memory.note("lunch is at noon");

        assertThat(memory.ask("zebra").all()).isEmpty();
    }

    @Test
    void ask_limit_isMostRecords() {
        for (int n = 0; n < 12; n++) {
            memory.note("cache note " + n);
        }

        assertThat(memory.ask("cache").hits()).hasSize(Question.DEFAULT_LIMIT);
        assertThat(ask(in("cache").limit(9)).hits()).hasSize(9);
    }

    @Test
    void ask_debugging_failuresAndAntiPatternsComeFirst() {
        RecordId success = memory.episode("parse the invoice dates in the importer", Outcome.SUCCESS);
        RecordId failure = memory.episode("parse the invoice dates with one format", Outcome.FAILURE);
        RecordId partial = memory.episode("parse the invoice amounts and dates", Outcome.PARTIAL);
        RecordId anti = memory.antiPattern("one format for all invoice dates", "try the formats in turn");

        Answer answer = ask(in("invoice dates").goal("fix the bug in the importer"));

        assertThat(answer.task()).isNotNull();
        assertThat(answer.task().type()).isEqualTo(TaskType.DEBUGGING);
        assertThat(ids(answer.avoid())).containsExactlyInAnyOrder(failure, anti);
        assertThat(ids(answer.hits())).containsExactlyInAnyOrder(success, partial);
        assertThat(ids(answer.all()).subList(0, 2)).containsExactlyInAnyOrder(failure, anti);
    }

    @Test
    void ask_otherTasks_findOnlySuccessfulEpisodes() {
        RecordId success = memory.episode("parse the invoice dates", Outcome.SUCCESS);
        memory.episode("parse the invoice dates", Outcome.FAILURE);
        memory.episode("parse the invoice dates", Outcome.PARTIAL);
        memory.antiPattern("one format for all invoice dates", "try the formats in turn");

        Answer answer = ask(in("invoice dates").goal("explore the importer"));

        assertThat(ids(answer.hits())).containsExactly(success);
        assertThat(answer.avoid()).isEmpty();
    }

    @Test
    void ask_manyFailedEpisodes_theSuccessBehindThemIsFound() {
        for (int n = 0; n < 400; n++) {
            memory.episode("invoice dates invoice dates attempt " + n, Outcome.FAILURE);
        }
        RecordId success = memory.episode("dates with a fallback", Outcome.SUCCESS);

        assertThat(ids(ask(in("invoice dates").goal("understand it")).hits())).containsExactly(success);
    }

    @Test
    void ask_raw_weighsNothingAndHidesNothing() {
        RecordId failure = memory.episode("parse the invoice dates", Outcome.FAILURE);
        RecordId anti = memory.antiPattern("one format for invoice dates", "try several");

        Answer answer = ask(in("invoice dates").goal("explore").raw(true));

        assertThat(ids(answer.hits())).containsExactlyInAnyOrder(failure, anti);
        assertThat(answer.task()).isNull();
    }

    @Test
    void ask_task_weighsKindsOfMemory() {
        RecordId episode = memory.episode("deploy the service", Outcome.SUCCESS);
        RecordId note = memory.note("deploy the service");

        assertThat(ids(ask(in("deploy the service").phase("research")).hits())).containsExactly(episode, note);
        assertThat(ids(ask(in("deploy the service").phase("coding")).hits())).containsExactly(note, episode);
        assertThat(ids(ask(in("deploy the service").actions(List.of("list_files")))
                        .hits()))
                .containsExactly(episode, note);
    }

    @Test
    void ask_profile_overridesTheTask() {
        RecordId episode = memory.episode("deploy the service", Outcome.SUCCESS);
        RecordId note = memory.note("deploy the service");

        assertThat(ids(ask(in("deploy the service").profile(Profile.EPISODIC_HEAVY))
                        .hits()))
                .containsExactly(episode, note);
        assertThat(ids(ask(in("deploy the service").phase("research").profile(Profile.SEMANTIC_HEAVY))
                        .hits()))
                .containsExactly(note, episode);
    }

    @Test
    void ask_task_keepsPlacesForEachKind() {
        for (int n = 0; n < 100; n++) {
            memory.note("release checklist release checklist " + n);
        }
        RecordId skill = memory.skill("make a release", "tag it, follow the checklist");

        assertThat(ids(ask(in("release checklist").goal("implement it")).hits()))
                .contains(skill);
    }

    @Test
    void ask_kinds_areTheOnlyOnesEvenWithoutWeight() {
        memory.note("retry without a limit");
        RecordId anti = memory.antiPattern("retry without a limit", "count the attempts");

        assertThat(ids(ask(in("retry limit").goal("implement it").kinds(RecordKind.ANTI_PATTERN))
                        .hits()))
                .containsExactly(anti);
    }

    @Test
    void ask_timeSpan_isKept() {
        RecordId old = memory.note("standup notes", NOW.minus(Duration.ofDays(30)));
        RecordId recent = memory.note("standup notes", NOW.minus(Duration.ofDays(1)));
        Instant weekAgo = NOW.minus(Duration.ofDays(7));

        assertThat(ids(ask(in("standup notes").between(weekAgo, null)).hits())).containsExactly(recent);
        assertThat(ids(ask(in("standup notes").between(null, weekAgo)).hits())).containsExactly(old);
    }

    @Test
    void ask_wordsOfTime_bringThatTimeToTheFrontAndHideNothing() {
        RecordId old = memory.note("we chose the database", NOW.minus(Duration.ofDays(40)));
        RecordId lastWeek = memory.note("we chose the database", NOW.minus(Duration.ofDays(7)));

        Answer answer = memory.ask("which database was chosen last week, we?");

        assertThat(ids(answer.hits())).containsExactly(lastWeek, old);
        assertThat(answer.time()).isNotNull();
        assertThat(answer.hits().getFirst().parts()).containsEntry("time", 1.0);
        assertThat(ids(ask(in("which database was chosen last week, we?").at(NOW.minus(Duration.ofDays(33))))
                        .hits()))
                .containsExactly(old, lastWeek);
    }

    @Test
    void ask_wordsOfTimeInWhichAllLies_changeNothing() {
        RecordId better = memory.note("the database migration plan", NOW.minus(Duration.ofDays(40)));
        memory.note("the database", NOW.minus(Duration.ofDays(20)));

        Answer answer = memory.ask("the database migration before today");

        assertThat(ids(answer.hits()).getFirst()).isEqualTo(better);
        assertThat(answer.hits().getFirst().parts()).doesNotContainKey("time");
    }

    @Test
    void ask_besideAnEvent_takesItsTimeFromMemory() {
        RecordId after = memory.note("we bought a tent", NOW.minus(Duration.ofDays(5)));
        RecordId before = memory.note("we bought a stove", NOW.minus(Duration.ofDays(20)));
        memory.note("the trip to Norway began", NOW.minus(Duration.ofDays(10)));

        assertThat(ids(memory.ask("what was bought by us, we before the trip to Norway?")
                        .hits()))
                .containsSubsequence(before, after);
        assertThat(ids(memory.ask("what was bought by us, we after the trip to Norway?")
                        .hits()))
                .containsSubsequence(after, before);
    }

    @Test
    void ask_links_reachTwoHopsAndSayTheWay() {
        RecordId asked = memory.note("the login service times out");
        RecordId near = memory.note("connection pool has four slots");
        RecordId far = memory.note("raised in the ticket of Monday");
        RecordId beyond = memory.note("unrelated meeting");
        memory.link(near, LinkType.SUPPORTS, asked);
        memory.link(near, LinkType.RELATED_TO, far);
        memory.link(far, LinkType.RELATED_TO, beyond);

        Answer answer = memory.ask("login service");

        assertThat(ids(answer.hits())).containsExactly(asked, near, far);
        assertThat(answer.hits().get(1).path()).hasSize(1);
        assertThat(answer.hits().get(2).path()).hasSize(2);
        assertThat(answer.hits().get(2).parts()).containsKey("links");
        assertThat(ids(ask(in("login service").strategies(new Strategies(true, false, 0.5)))
                        .hits()))
                .containsExactly(asked);
    }

    @Test
    void ask_mmr_putsAnotherThoughtBeforeARepetition() {
        memory.note("cache cache eviction policy is least recently used today");
        memory.note("cache cache eviction policy is least recently used now");
        RecordId other = memory.note("eviction at night by a job that empties one cache");

        assertThat(ids(ask(in("cache eviction").limit(2)).hits())).doesNotContain(other);
        assertThat(ids(ask(in("cache eviction").limit(2).mmr(true)).hits())).contains(other);
    }

    @Test
    void ask_archived_onlyWhenAsked() {
        RecordId old = memory.note("legacy gateway");
        memory.store.archive(SPACE, old, true, NOW);

        assertThat(memory.ask("legacy gateway").hits()).isEmpty();
        assertThat(ids(ask(in("legacy gateway").archived(true)).hits())).containsExactly(old);
    }

    @Test
    void ask_importanceConfidenceUse_reorderEquals() {
        Instant at = NOW.minus(Duration.ofDays(1));
        RecordId plain = memory.add(SPACE, new Insight("note", "port is 8080", "", List.of()), at, 0.5, 1);
        RecordId doubtful = memory.add(SPACE, new Insight("note", "port is 8080", "", List.of()), at, 0.5, 0.1);
        RecordId important = memory.add(SPACE, new Insight("note", "port is 8080", "", List.of()), at, 1, 1);
        RecordId used = memory.add(SPACE, new Insight("note", "port is 8080", "", List.of()), at, 0.5, 1);
        for (int n = 0; n < 20; n++) {
            memory.store.used(SPACE, List.of(used), NOW);
        }

        assertThat(ids(memory.ask("port").hits())).containsExactly(important, used, plain, doubtful);
    }

    @Test
    void ask_importanceAtItsMost_doesNotBeatABetterMatch() {
        Instant at = NOW.minus(Duration.ofDays(1));
        memory.add(SPACE, new Insight("note", "port of the server", "", List.of()), at, 1, 1);
        RecordId better = memory.add(SPACE, new Insight("note", "admin port", "", List.of()), at, 0, 0.2);

        assertThat(ids(memory.ask("admin port").hits()).getFirst()).isEqualTo(better);
    }

    @Test
    void ask_recordsOfAnotherSpace_areNeverFound() {
        memory.add(new Space("other"), new Insight("note", "secret port 9999", "", List.of()), NOW, 1, 1);

        assertThat(memory.ask("secret port").hits()).isEmpty();
    }

    @Test
    void question_wrong_isRefused() {
        assertThatThrownBy(() -> in(" ").build()).isInstanceOf(AmbitException.class);
        assertThatThrownBy(() -> in("q").limit(0).build()).hasMessageContaining("limit 0");
        assertThatThrownBy(() -> in("q").maxTokens(-1).build()).hasMessageContaining("-1");
        assertThatThrownBy(() -> in("q").between(NOW, NOW).build()).isInstanceOf(AmbitException.class);
    }
}
