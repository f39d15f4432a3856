package io.ambit.wire.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Draft;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;

/**
 * The neutral form of conversations: JSON Lines of {@code space, id, session, time, role, text}. A turn's position is its
 * place among the lines of its session. A line without a required member is an error that names file and line.
 */
public final class DocumentLines {
    private DocumentLines() {}

    /**
     * Reads all of {@code in}.
     *
     * @param file as errors and provenance name it
     * @throws io.ambit.core.error.InvalidInputException where a line is not of the form
     */
    public static void read(String file, Reader in, IntoSpaces into, DraftSink sink) throws IOException {
        JsonObjectLines lines = new JsonObjectLines(file, in);
        Map<String, Integer> positions = new HashMap<>();
        for (JsonFields line = lines.next(); line != null; line = lines.next()) {
            try {
                read(file, line, into, sink, lines.number(), positions);
            } catch (AmbitException e) {
                throw lines.error(String.valueOf(e.getMessage()), e);
            }
        }
    }

    private static void read(
            String file,
            JsonFields line,
            IntoSpaces into,
            DraftSink sink,
            long number,
            Map<String, Integer> positions) {
        String name = line.required("space");
        String id = line.required("id");
        String session = line.has("session") ? line.text("session") : "1";
        String role = line.required("role");
        String text = line.required("text");
        Space space = into.space(name);
        int position = positions.merge(name + "\n" + session, 1, Integer::sum) - 1;
        if (text.isBlank()) {
            sink.problem(file, number, "document " + id + " says nothing");
            return;
        }
        String inSession = into.unique(name, session);
        Turn turn = new Turn(inSession, position, role, Voice.ofRole(role), text);
        Provenance from =
                Provenance.imported("documents:" + file, into.unique(name, id)).withSession(inSession, position);
        sink.draft(Draft.of(space, turn, from, line.time("time")));
    }
}
