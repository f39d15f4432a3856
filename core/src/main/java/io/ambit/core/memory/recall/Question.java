package io.ambit.core.memory.recall;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.task.Profile;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What memory is asked.
 *
 * @param text the question
 * @param goal what the asker is at work on, which tells the task; where it is empty the question does
 * @param actions names of what was done so far for it
 * @param phase of the work, or ""
 * @param kinds of records wanted; none for those that the task calls for
 * @param from earliest time of a record, or null
 * @param to records before it, or null
 * @param at the time of asking, by which "last week" is understood; null for now
 * @param zone whose days are meant
 * @param limit most records in the answer
 * @param maxTokens most tokens of the answer as it is shown; 0 for no limit
 * @param mmr whether records that repeat each other give way to others
 * @param archived whether archived records are searched too
 * @param raw plain search: neither task nor outcome of episodes counts
 * @param quiet leaves no trace: no query id, no use counted
 */
public record Question(
        Space space,
        String text,
        String goal,
        List<String> actions,
        String phase,
        Set<RecordKind> kinds,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant at,
        ZoneId zone,
        int limit,
        int maxTokens,
        Profile profile,
        Strategies strategies,
        boolean mmr,
        boolean archived,
        boolean raw,
        boolean quiet) {
    public static final int DEFAULT_LIMIT = 5;
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_CHARACTERS = 100_000;

    public Question {
        if (text.isBlank() || text.length() > MAX_CHARACTERS) {
            throw new InvalidInputException(
                    "question of " + text.length() + " characters, expected 1 to " + MAX_CHARACTERS);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit " + limit + ", expected 1 to " + MAX_LIMIT);
        }
        if (maxTokens < 0) {
            throw new InvalidInputException("budget of " + maxTokens + " tokens, expected 0 or more");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInputException(
                    "records from " + from + " to " + to + ", expected the end after the start");
        }
        actions = List.copyOf(actions);
        kinds = Set.copyOf(kinds);
    }

    public static Builder in(Space space, String text) {
        return new Builder(space, text);
    }

    /** The same question to another space, without a trace. */
    public Question quietlyIn(Space other) {
        return new Question(
                other,
                text,
                goal,
                actions,
                phase,
                kinds,
                from,
                to,
                at,
                zone,
                limit,
                maxTokens,
                profile,
                strategies,
                mmr,
                archived,
                raw,
                true);
    }

    /** Sets what is not as usual. */
    public static final class Builder {
        private final Space space;
        private final String text;
        private String goal = "";
        private List<String> actions = List.of();
        private String phase = "";
        private Set<RecordKind> kinds = Set.of();
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable Instant at;
        private ZoneId zone = ZoneOffset.UTC;
        private int limit = DEFAULT_LIMIT;
        private int maxTokens;
        private Profile profile = Profile.TASK_AWARE;
        private Strategies strategies = Strategies.ALL;
        private boolean mmr;
        private boolean archived;
        private boolean raw;
        private boolean quiet;

        private Builder(Space space, String text) {
            this.space = space;
            this.text = text;
        }

        public Builder goal(String value) {
            goal = value;
            return this;
        }

        public Builder actions(List<String> value) {
            actions = value;
            return this;
        }

        public Builder phase(String value) {
            phase = value;
            return this;
        }

        public Builder kinds(RecordKind... value) {
            kinds = Set.of(value);
            return this;
        }

        public Builder kinds(Set<RecordKind> value) {
            kinds = value;
            return this;
        }

        public Builder between(@Nullable Instant earliest, @Nullable Instant before) {
            from = earliest;
            to = before;
            return this;
        }

        public Builder at(@Nullable Instant value) {
            at = value;
            return this;
        }

        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        public Builder limit(int value) {
            limit = value;
            return this;
        }

        public Builder maxTokens(int value) {
            maxTokens = value;
            return this;
        }

        public Builder profile(Profile value) {
            profile = value;
            return this;
        }

        public Builder strategies(Strategies value) {
            strategies = value;
            return this;
        }

        public Builder mmr(boolean value) {
            mmr = value;
            return this;
        }

        public Builder archived(boolean value) {
            archived = value;
            return this;
        }

        public Builder raw(boolean value) {
            raw = value;
            return this;
        }

        public Builder quiet(boolean value) {
            quiet = value;
            return this;
        }

        public Question build() {
            return new Question(
                    space,
                    text,
                    goal,
                    actions,
                    phase,
                    kinds,
                    from,
                    to,
                    at,
                    zone,
                    limit,
                    maxTokens,
                    profile,
                    strategies,
                    mmr,
                    archived,
                    raw,
                    quiet);
        }
    }
}
