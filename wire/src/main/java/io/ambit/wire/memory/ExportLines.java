package io.ambit.wire.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Content;
import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Draft;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordJson;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ambit's own export: JSON Lines, a record a line in the order of storage, then a line for each link. Read again it gives
 * the same contents, times, provenance, states and links; ids are given anew where others are taken, and what names
 * records by id names them by the new ones. How often records were used is not restored.
 */
public final class ExportLines {
    private final String file;
    private final IntoSpaces into;
    private final DraftSink sink;
    private final Map<String, RecordPlace> places = new HashMap<>();

    private ExportLines(String file, IntoSpaces into, DraftSink sink) {
        this.file = file;
        this.into = into;
        this.sink = sink;
    }

    /** A record as a line, without its end. */
    public static String line(MemoryRecord record) {
        return JsonTree.write(RecordJson.tree(record));
    }

    /** A link as a line, without its end. */
    public static String line(Link link) {
        return JsonTree.write(Map.of(
                "link",
                JsonTree.object(
                        "space", link.space().id(),
                        "from", link.from().value(),
                        "type", link.type().label(),
                        "to", link.to().value(),
                        "author", link.author(),
                        "createdAt", link.createdAt().toString())));
    }

    /** Whether a line is one of a record. */
    public static boolean claims(Json line) {
        return line.text("kind") != null
                && line.get("content") instanceof Json.Obj
                && line.get("provenance") instanceof Json.Obj;
    }

    /**
     * Reads all of {@code in}.
     *
     * @param file as errors name it
     * @throws io.ambit.core.error.InvalidInputException where a line is not of the form
     */
    public static void read(String file, Reader in, IntoSpaces into, DraftSink sink) throws IOException {
        ExportLines reader = new ExportLines(file, into, sink);
        JsonObjectLines lines = new JsonObjectLines(file, in);
        for (JsonFields line = lines.next(); line != null; line = lines.next()) {
            try {
                JsonFields link = line.object("link");
                if (link == null) {
                    reader.record(line);
                } else {
                    reader.link(link, lines.number());
                }
            } catch (AmbitException e) {
                throw lines.error(String.valueOf(e.getMessage()), e);
            }
        }
    }

    private void record(JsonFields line) {
        String name = line.required("space");
        String id = line.required("id");
        Space space = into.space(name);
        JsonFields from = present(line, "provenance");
        Content content = ContentJson.read(RecordKind.ofLabel(line.required("kind")), present(line, "content"));
        // A record that was written by hand has no key: its id keeps a second import from doubling it.
        String key = from.has("key") ? from.text("key") : "restored/" + into.unique(name, id);
        Provenance provenance = new Provenance(
                from.required("author"),
                from.required("source"),
                key,
                from.has("session") ? from.text("session") : null,
                from.has("step") ? Math.toIntExact(from.number("step", 0)) : null);
        places.put(name + "/" + id, new RecordPlace(space, provenance.source(), key));
        Instant happened = line.time("happenedAt");
        Draft draft = new Draft(
                space,
                renamed(content, name),
                provenance,
                happened == null ? line.time("createdAt") : happened,
                line.decimal("importance", Draft.USUAL_IMPORTANCE),
                line.decimal("confidence", 1));
        if (line.flag("archived", false)) {
            sink.archived(draft);
        } else {
            sink.draft(draft);
        }
    }

    private static JsonFields present(JsonFields line, String name) {
        JsonFields object = line.object(name);
        if (object == null) {
            throw new AmbitException("no '" + name + "', expected an object");
        }
        return object;
    }

    /** The same content, its sources by their new ids; those that the file does not hold are left out. */
    private Content renamed(Content content, String spaceName) {
        return switch (content) {
            case Pattern pattern ->
                new Pattern(
                        pattern.name(),
                        pattern.category(),
                        pattern.conditions(),
                        pattern.correctApproach(),
                        pattern.incorrectApproach(),
                        renamed(pattern.sources(), spaceName));
            case AntiPattern anti ->
                new AntiPattern(anti.whatFails(), anti.why(), anti.prevention(), renamed(anti.sources(), spaceName));
            default -> content;
        };
    }

    private List<RecordId> renamed(List<RecordId> sources, String spaceName) {
        return sources.stream()
                .map(id -> stored(spaceName, id.value()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RecordId> stored(String spaceName, String id) {
        RecordPlace place = places.get(spaceName + "/" + id);
        return place == null ? Optional.empty() : sink.id(place);
    }

    private void link(JsonFields link, long number) {
        String name = link.required("space");
        RecordPlace from = places.get(name + "/" + link.required("from"));
        RecordPlace to = places.get(name + "/" + link.required("to"));
        if (from == null || to == null) {
            sink.problem(file, number, "a link to a record that the file does not hold");
            return;
        }
        sink.link(new PlannedLink(
                from, LinkType.ofLabel(link.required("type")), to, link.required("author"), link.time("createdAt")));
    }
}
