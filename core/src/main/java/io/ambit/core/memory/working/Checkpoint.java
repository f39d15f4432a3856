package io.ambit.core.memory.working;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an agent had come with a task.
 *
 * @param session in which, or ""
 * @param task what it worked on
 * @param state where it stood
 */
public record Checkpoint(Instant at, String session, String task, Note state) {
    public Checkpoint {
        session = Note.line(session);
        task = Note.line(task);
        if (task.isEmpty()) {
            throw new InvalidInputException("a checkpoint of no task, expected the task to be named");
        }
    }

    public Map<String, Object> tree() {
        return object(
                "time", at.toString(),
                "session", session,
                "task", task,
                "state", state.text(),
                "records", ids(state.records()));
    }

    /**
     * Reads one.
     *
     * @throws AmbitException which says what is wrong with it
     */
    public static Checkpoint read(JsonFields json) {
        return new Checkpoint(time(json), json.text("session"), json.required("task"), note(json, "state"));
    }

    static List<String> ids(List<RecordId> records) {
        return records.stream().map(RecordId::value).toList();
    }

    static Note note(JsonFields json, String name) {
        return new Note(json.text(name), records(json));
    }

    static List<RecordId> records(JsonFields json) {
        return json.texts("records").stream().map(RecordId::new).toList();
    }

    static Instant time(JsonFields json) {
        @Nullable Instant time = json.time("time");
        if (time == null) {
            throw new InvalidInputException("no 'time', expected when it was");
        }
        return time;
    }
}
