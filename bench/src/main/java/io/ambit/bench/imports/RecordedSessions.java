package io.ambit.bench.imports;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.bench.recorded.MessageFacts;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.bench.recorded.TrajectorySink;
import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.episode.LedgerEpisodes;
import io.ambit.core.memory.episode.ObservedMessage;
import io.ambit.core.memory.episode.ObservedSession;
import io.ambit.core.memory.episode.SessionDrafts;
import io.ambit.core.session.Space;
import io.ambit.wire.chat.OpenAiChatMessages;
import io.ambit.wire.logs.LogUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes memory of recorded sessions, each in a transaction of its own. */
final class RecordedSessions implements TrajectorySink {
    private static final String AMBIT = "ambit";

    private final Space space;
    private final ImportWriter writer;

    RecordedSessions(Space space, ImportWriter writer) {
        this.space = space;
        this.writer = writer;
    }

    @Override
    public void trajectory(Trajectory trajectory) {
        try {
            writer.together(SessionDrafts.of(observed(trajectory)));
        } catch (AmbitException e) {
            writer.problem(trajectory.file(), trajectory.line(), trajectory.id() + ": " + e.getMessage());
        }
    }

    @Override
    public void problem(InputProblem problem) {
        writer.problem(problem.file(), problem.line(), problem.message());
    }

    private ObservedSession observed(Trajectory trajectory) {
        List<ObservedMessage> messages = new ArrayList<>();
        long tokens = 0;
        for (int m = 0; m < trajectory.messages().size(); m++) {
            MessageFacts facts = trajectory.factsOf(m);
            messages.add(new ObservedMessage(
                    OpenAiChatMessages.read(trajectory.messages().get(m).raw()), facts.at()));
            LogUsage usage = facts.usage();
            tokens += usage == null ? 0 : usage.request() + usage.output();
        }
        String agent = trajectory.facts().agent();
        return new ObservedSession(
                space, source(agent, trajectory), trajectory.id(), agent, messages, tokens, trajectory.reward());
    }

    /** Agents' own ids are unique; those of other files are so only in their file. */
    private static String source(String agent, Trajectory trajectory) {
        if (agent.equals(AMBIT)) {
            return LedgerEpisodes.SOURCE;
        }
        return agent.isEmpty() ? "sessions:" + Path.of(trajectory.file()).getFileName() : agent;
    }
}
