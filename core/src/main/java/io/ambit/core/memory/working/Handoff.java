package io.ambit.core.memory.working;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.JsonFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A task that one agent leaves to another.
 *
 * @param state where it stands, and the records that the other should read
 * @param blockers one line each
 * @param nextSteps one line each
 */
public record Handoff(
        Instant at, String from, String to, String task, Note state, List<String> blockers, List<String> nextSteps) {
    private static final int MAX_LINES = 20;

    public Handoff {
        from = Note.line(from);
        to = Note.line(to);
        task = Note.line(task);
        if (from.isEmpty() || to.isEmpty() || task.isEmpty()) {
            throw new InvalidInputException("a handoff from '" + from + "' to '" + to + "' of task '" + task
                    + "', expected all three to be named");
        }
        blockers = lines(blockers);
        nextSteps = lines(nextSteps);
    }

    public Map<String, Object> tree() {
        return object(
                "time", at.toString(),
                "from", from,
                "to", to,
                "task", task,
                "state", state.text(),
                "records", Checkpoint.ids(state.records()),
                "blockers", blockers,
                "nextSteps", nextSteps);
    }

    /**
     * Reads one.
     *
     * @throws AmbitException which says what is wrong with it
     */
    public static Handoff read(JsonFields json) {
        return new Handoff(
                Checkpoint.time(json),
                json.required("from"),
                json.required("to"),
                json.required("task"),
                Checkpoint.note(json, "state"),
                json.texts("blockers"),
                json.texts("nextSteps"));
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream()
                .map(Note::line)
                .filter(line -> !line.isEmpty())
                .limit(MAX_LINES)
                .toList();
    }
}
