package io.ambit.bench.habits;

import io.ambit.bench.recorded.InputProblem;
import io.ambit.bench.recorded.RecordedInput;
import io.ambit.bench.recorded.Trajectory;
import io.ambit.bench.recorded.TrajectorySink;
import io.ambit.core.error.AmbitException;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.habit.HabitFinder;
import io.ambit.core.tooluse.habit.ToolTraits;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Looks for wasteful habits in recorded sessions. */
public final class HabitTrial {
    private HabitTrial() {}

    /**
     * Reads sessions and finds; what is known of tools is told from all of them together, as a ledger would.
     *
     * @param tools definitions where they are known, none otherwise
     * @param problems hears of what cannot be read
     */
    public static HabitReport run(
            List<RecordedInput> inputs,
            InputStream stdin,
            List<ToolDefinition> tools,
            Consumer<InputProblem> problems) {
        List<JudgedSession> sessions = new ArrayList<>();
        TrajectorySink sink = new TrajectorySink() {
            @Override
            public void trajectory(Trajectory trajectory) {
                try {
                    sessions.add(JudgedSession.of(trajectory));
                } catch (AmbitException e) {
                    problem(new InputProblem(trajectory.file(), trajectory.line(), String.valueOf(e.getMessage())));
                }
            }

            @Override
            public void problem(InputProblem problem) {
                problems.accept(problem);
            }
        };
        inputs.forEach(input -> input.read(stdin, UnaryOperator.identity(), sink));
        List<SessionCalls> calls = sessions.stream().map(JudgedSession::calls).toList();
        ToolTraits traits = ToolTraits.learn(tools, calls);
        List<HabitReport.Judged> judged = new ArrayList<>();
        for (JudgedSession session : sessions) {
            judged.add(new HabitReport.Judged(session, HabitFinder.find(session.calls(), traits)));
        }
        return new HabitReport(judged);
    }
}
