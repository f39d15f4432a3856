package io.ambit.wire.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Insight;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Provenance;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * The file of MCP's memory server: JSON Lines of entities with observations and of relations between entities. An entity
 * becomes a document, each observation an insight that belongs to it, a relation a fact and a link. A line that is
 * neither is left out, as that server does.
 */
public final class McpMemoryLines {
    private static final String ENTITY = "entity/";

    private final String file;
    private final String source;
    private final Space space;
    private final DraftSink sink;

    private McpMemoryLines(String file, String source, Space space, DraftSink sink) {
        this.file = file;
        this.source = source;
        this.space = space;
        this.sink = sink;
    }

    /** Whether a line is one of its. */
    public static boolean claims(Json line) {
        String type = line.text("type");
        return ("entity".equals(type) && line.text("entityType") != null)
                || ("relation".equals(type) && line.text("relationType") != null);
    }

    /**
     * Reads all of {@code in}.
     *
     * @param file as problems name it
     * @param place what tells the file from others of its name, for provenance
     */
    public static void read(String file, String place, Reader in, Space space, DraftSink sink) throws IOException {
        McpMemoryLines reader = new McpMemoryLines(file, "mcp-memory:" + place, space, sink);
        JsonObjectLines lines = new JsonObjectLines(file, in);
        boolean more = true;
        while (more) {
            try {
                JsonFields line = lines.next();
                more = line != null;
                if (line != null) {
                    reader.line(line, lines.number());
                }
            } catch (InvalidInputException e) {
                // Half a line at the end, or one that was edited by hand: that server skips it too.
                sink.problem(file, lines.number(), String.valueOf(e.getMessage()));
            }
        }
    }

    private void line(JsonFields line, long number) {
        try {
            switch (line.text("type")) {
                case "entity" -> entity(line);
                case "relation" -> relation(line);
                default -> sink.problem(file, number, "type '" + line.text("type") + "', expected entity or relation");
            }
        } catch (AmbitException e) {
            sink.problem(file, number, String.valueOf(e.getMessage()));
        }
    }

    private void entity(JsonFields entity) {
        String name = entity.required("name");
        String type = entity.text("entityType");
        List<String> observations = entity.texts("observations");
        String title = type.isBlank() ? name : name + " (" + type + ")";
        StringBuilder text = new StringBuilder(title);
        observations.forEach(observation -> text.append("\n- ").append(observation));
        String key = key(ENTITY, name);
        sink.draft(Draft.of(space, new Document(name, text.toString()), from(key), null));
        for (String observation : observations) {
            if (!observation.isBlank()) {
                String of = key("observation/", name + "\n" + observation);
                sink.draft(Draft.of(space, new Insight("observation", observation, title, List.of()), from(of), null));
                link(of, LinkType.BELONGS_TO, key);
            }
        }
    }

    private void relation(JsonFields relation) {
        String from = relation.required("from");
        String to = relation.required("to");
        String type = relation.required("relationType");
        String key = key("relation/", from + "\n" + type + "\n" + to);
        sink.draft(Draft.of(space, new Fact(from, type, to, false, null, null), from(key), null));
        link(key(ENTITY, from), LinkType.RELATED_TO, key(ENTITY, to));
        link(key, LinkType.REFERENCES, key(ENTITY, from));
    }

    private void link(String from, LinkType type, String to) {
        if (!from.equals(to)) {
            sink.link(PlannedLink.imported(
                    new RecordPlace(space, source, from), type, new RecordPlace(space, source, to)));
        }
    }

    private Provenance from(String key) {
        return Provenance.imported(source, key);
    }

    /** Names are of any length: their hash tells them apart. */
    private static String key(String kind, String name) {
        return kind
                + (name.length() <= 80 && name.indexOf('\n') < 0
                        ? name
                        : Hash.of(name).hex());
    }
}
