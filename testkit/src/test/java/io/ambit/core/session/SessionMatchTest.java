package io.ambit.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.SessionMatch.Candidate;
import io.ambit.core.session.SessionMatch.Found;
import io.ambit.core.text.Hash;
import io.ambit.testkit.Conversation;
import io.ambit.testkit.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionMatchTest {
    private static final Instant NOON = Conversation.START;

    /** A session that was left after the first {@code length} messages of {@code talk}. */
    private static Candidate left(String id, @Nullable String name, Conversation talk, int length, Instant at) {
        Hash tip = talk.transcript().chain().get(length - 1);
        return new Candidate(new SessionId(id), name, Hash.of("body " + tip.hex()), tip, length, length, false, at);
    }

    /** The same, gone on since in a way that {@code talk} does not share. */
    private static Candidate leftElsewhere(String id, @Nullable String name, int shared, Instant at) {
        return new Candidate(
                new SessionId(id),
                name,
                Hash.of("body of " + id),
                Hash.of("tip of " + id),
                shared + 3,
                shared,
                false,
                at);
    }

    private static Conversation talk(@Nullable String name) {
        return Conversation.about(Space.DEFAULT, name, "task")
                .assistant("one")
                .user("on")
                .assistant("two")
                .user("on");
    }

    private static Found choose(Conversation talk, Candidate... candidates) {
        Found found = SessionMatch.choose(talk.arrival(), List.of(candidates));
        List<Candidate> reversed = new ArrayList<>(List.of(candidates)).reversed();
        assertThat(SessionMatch.choose(talk.arrival(), reversed)).isEqualTo(found);
        return found;
    }

    @Test
    void choose_noCandidates_isFresh() {
        assertThat(choose(talk(null))).isEqualTo(new Found.Fresh());
    }

    @Test
    void choose_lastBodyAgain_isRetryBeforeAllElse() {
        Conversation talk = talk(null);
        Candidate same = new Candidate(
                new SessionId("same"),
                null,
                talk.arrival().body(),
                talk.transcript().tip(),
                6,
                6,
                false,
                NOON);

        assertThat(choose(talk, same, left("shorter", null, talk, 4, NOON.plusSeconds(9))))
                .isEqualTo(new Found.Retry(new SessionId("same")));
    }

    @Test
    void choose_lastBodyOfOtherName_isNoRetry() {
        Conversation talk = talk("mine");
        Candidate other = new Candidate(
                new SessionId("other"),
                "theirs",
                talk.arrival().body(),
                talk.transcript().tip(),
                6,
                6,
                false,
                NOON);
        Candidate unnamed = new Candidate(
                new SessionId("unnamed"),
                null,
                talk.arrival().body(),
                talk.transcript().tip(),
                6,
                6,
                false,
                NOON);

        assertThat(choose(talk, other)).isEqualTo(new Found.Fresh());
        assertThat(choose(talk, other, unnamed)).isEqualTo(new Found.Retry(new SessionId("unnamed")));
    }

    @Test
    void choose_onlyWhatIsNew_joinsTheSessionWhoseReplyItGoesOnFrom() {
        Conversation talk = talk("mine");
        Candidate answered = new Candidate(
                new SessionId("answered"), null, null, Hash.of("elsewhere"), 9, 0, true, NOON.minusSeconds(9));
        Candidate named = leftElsewhere("named", "mine", 0, NOON);

        assertThat(choose(talk, named, answered)).isEqualTo(new Found.Branch(new SessionId("answered")));
        assertThat(choose(talk, answered, left("told", null, talk, 4, NOON)))
                .isEqualTo(new Found.Continuation(new SessionId("told")));
    }

    @Test
    void choose_tipIsProperFront_continues() {
        Conversation talk = talk(null);

        assertThat(choose(talk, left("s", null, talk, 4, NOON))).isEqualTo(new Found.Continuation(new SessionId("s")));
        // Also where that front has no assistant message: the step after a session's first.
        assertThat(choose(talk, left("s", null, talk, 2, NOON))).isEqualTo(new Found.Continuation(new SessionId("s")));
    }

    @Test
    void choose_sameMessagesOtherBody_isBranch() {
        Conversation talk = talk(null);

        assertThat(choose(talk, left("s", null, talk, 6, NOON))).isEqualTo(new Found.Branch(new SessionId("s")));
    }

    @Test
    void choose_frontWithAssistantShared_isBranch() {
        assertThat(choose(talk(null), leftElsewhere("s", null, 3, NOON)))
                .isEqualTo(new Found.Branch(new SessionId("s")));
    }

    @Test
    void choose_onlyPromptAndTaskShared_isFresh() {
        assertThat(choose(talk(null), leftElsewhere("s", null, 2, NOON))).isEqualTo(new Found.Fresh());
    }

    @Test
    void choose_nothingSharedButTheName_joinsAsBranch() {
        assertThat(choose(talk("mine"), leftElsewhere("s", "mine", 0, NOON)))
                .isEqualTo(new Found.Branch(new SessionId("s")));
        assertThat(choose(talk("mine"), leftElsewhere("s", "theirs", 0, NOON))).isEqualTo(new Found.Fresh());
        assertThat(choose(talk(null), leftElsewhere("s", "theirs", 0, NOON))).isEqualTo(new Found.Fresh());
        assertThat(choose(talk("mine"), leftElsewhere("s", null, 0, NOON))).isEqualTo(new Found.Fresh());
    }

    @Test
    void choose_otherName_separatesWhateverIsShared() {
        Conversation talk = talk("mine");

        assertThat(choose(talk, left("s", "theirs", talk, 5, NOON))).isEqualTo(new Found.Fresh());
        assertThat(choose(talk, left("s", null, talk, 5, NOON))).isEqualTo(new Found.Continuation(new SessionId("s")));
    }

    @Test
    void choose_several_mostSharedThenSameNameThenNewest() {
        Conversation talk = talk("mine");
        Candidate more = left("more", null, talk, 5, NOON);
        Candidate named = left("named", "mine", talk, 4, NOON);
        Candidate newer = left("newer", null, talk, 4, NOON.plusSeconds(9));
        Candidate newest = left("newest", null, talk, 4, NOON.plusSeconds(99));

        assertThat(choose(talk, more, named, newer, newest)).isEqualTo(new Found.Continuation(more.id()));
        assertThat(choose(talk, named, newer, newest)).isEqualTo(new Found.Continuation(named.id()));
        assertThat(choose(talk, newer, newest)).isEqualTo(new Found.Continuation(newest.id()));
    }

    @Test
    void choose_emptyTranscript_goesByNameOnly() {
        Conversation nothing = new Conversation(Space.DEFAULT, "mine");

        assertThat(choose(nothing)).isEqualTo(new Found.Fresh());
        assertThat(choose(nothing, leftElsewhere("s", "mine", 0, NOON)))
                .isEqualTo(new Found.Branch(new SessionId("s")));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void longestKnown_anyBoundary_isFoundInFewQuestions(Seed seed) {
        SplittableRandom random = seed.random();
        int size = random.nextInt(1000);
        int known = random.nextInt(size + 1);
        int[] asked = {0};

        int found = SessionMatch.longestKnown(size, length -> {
            assertThat(length).isBetween(1, size);
            asked[0]++;
            return length <= known;
        });

        assertThat(found).as("%s", seed).isEqualTo(known);
        assertThat(asked[0]).as("%s", seed).isLessThanOrEqualTo(22);
    }

    @Test
    void longestKnown_twoNewMessages_asksThreeTimes() {
        int[] asked = {0};

        assertThat(SessionMatch.longestKnown(900, length -> {
                    asked[0]++;
                    return length <= 898;
                }))
                .isEqualTo(898);
        assertThat(asked[0]).isLessThanOrEqualTo(3);
    }
}
