package io.ambit.core.memory.episode;

import io.ambit.core.memory.episode.TestRun.Verdict;
import io.ambit.core.record.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session ended, by the strongest evidence that there is: a reward that was given, the user's last word, the last
 * test run, and only then that nothing was left failing. What the agent says of its own success counts for nothing.
 *
 * @param proven whether a reward, a person or a test said so
 */
record SessionOutcome(Outcome outcome, boolean proven) {
    private static final double WHOLE = 0.999;

    private static final List<String> UNHAPPY = List.of(
            "still broken",
            "still fails",
            "still failing",
            "still not",
            "still doesn't",
            "still does not",
            "doesn't work",
            "does not work",
            "didn't work",
            "did not work",
            "not working",
            "isn't working",
            "not fixed",
            "wrong",
            "same error",
            "revert",
            "undo",
            "fails",
            "failed",
            "that's not",
            "this is not what",
            "not what i",
            "broken again",
            "worse",
            "give up",
            "geht nicht",
            "immer noch");
    private static final List<String> HAPPY = List.of(
            "thanks",
            "thank you",
            "works",
            "it worked",
            "working now",
            "perfect",
            "great",
            "lgtm",
            "looks good",
            "nice",
            "awesome",
            "excellent",
            "well done",
            "good job",
            "ship it",
            "fixed it",
            "love it",
            "danke",
            "merci",
            "gracias");
    private static final int MAX_LAST_WORD = 600;

    /**
     * @param lastRequest index of the user's last message, with its text
     * @param endsWithAnswer whether the agent's last message is an answer and not a call
     */
    static SessionOutcome of(
            @Nullable Double reward,
            List<ObservedCall> calls,
            int lastRequest,
            String lastWord,
            boolean endsWithAnswer) {
        if (reward != null) {
            Outcome outcome = reward >= WHOLE ? Outcome.SUCCESS : reward <= 0 ? Outcome.FAILURE : Outcome.PARTIAL;
            return new SessionOutcome(outcome, true);
        }
        Boolean happy = happy(lastWord);
        int lastCall = calls.isEmpty() ? -1 : calls.get(calls.size() - 1).message();
        if (happy != null && lastRequest > lastCall) {
            return new SessionOutcome(happy ? Outcome.SUCCESS : Outcome.FAILURE, true);
        }
        for (int i = calls.size() - 1; i >= 0; i--) {
            ObservedCall call = calls.get(i);
            if (call.tests() != Verdict.UNKNOWN && (happy == null || call.message() > lastRequest)) {
                return byTests(call, calls.subList(i + 1, calls.size()));
            }
        }
        if (happy != null) {
            // Work went on after that word, and nothing says how it ended.
            return new SessionOutcome(happy ? Outcome.SUCCESS : Outcome.PARTIAL, happy);
        }
        boolean failing = !calls.isEmpty() && calls.get(calls.size() - 1).failed();
        return new SessionOutcome(endsWithAnswer && !failing ? Outcome.SUCCESS : Outcome.PARTIAL, false);
    }

    private static SessionOutcome byTests(ObservedCall run, List<ObservedCall> after) {
        if (run.tests() == Verdict.PASSED) {
            return new SessionOutcome(Outcome.SUCCESS, true);
        }
        boolean changedSince = after.stream().anyMatch(call -> !call.modified().isEmpty());
        return new SessionOutcome(changedSince ? Outcome.PARTIAL : Outcome.FAILURE, true);
    }

    /** Whether a user's word is of success or of failure; null where it is of neither. */
    private static @Nullable Boolean happy(String word) {
        if (word.isEmpty() || word.length() > MAX_LAST_WORD) {
            return null; // a long message is a request, whatever words it has
        }
        String words = Prose.words(word);
        return Prose.hasAny(words, UNHAPPY) ? Boolean.FALSE : Prose.hasAny(words, HAPPY) ? Boolean.TRUE : null;
    }
}
