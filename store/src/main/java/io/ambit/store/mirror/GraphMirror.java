package io.ambit.store.mirror;

import io.ambit.core.graph.ItemGraph;
import io.ambit.core.graph.ItemGraphJson;
import io.ambit.core.record.Link;
import io.ambit.core.session.Space;
import io.ambit.core.text.JsonTree;
import io.ambit.store.SqliteMemoryStore;
import io.ambit.store.TemporalEdge;
import io.ambit.store.file.PrivateFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes how the records of a space and the items of its backlog stand to each other, and when each was made, changed
 * and used: {@code relationships.json} and {@code temporal-edges.json} in the folder {@code graph} of the data folder, for spaces other
 * than the default one in {@code graph/spaces/NAME}. Ids only; what records say is not in them.
 */
public final class GraphMirror {
    private final Path folder;

    /**
     * For the files of one data folder.
     *
     * @param dataFolder the folder that holds the database
     */
    public GraphMirror(Path dataFolder) {
        this.folder = dataFolder.resolve("graph");
    }

    /** Where the files of a space lie. */
    public Path folder(Space space) {
        return PrivateFile.folder(folder, space);
    }

    /**
     * Writes both as they are now, of memory alone.
     *
     * @throws io.ambit.core.error.AmbitException where a file cannot be written; the old one is whole then
     */
    public void write(Space space, SqliteMemoryStore store, Instant now) {
        write(space, store, ItemGraph.EMPTY, Map.of(), now);
    }

    /**
     * Writes both as they are now, of memory and, after it, of the backlog.
     *
     * @param accesses when items were opened last, by {@link io.ambit.core.item.ItemId#key}
     * @throws io.ambit.core.error.AmbitException where a file cannot be written; the old one is whole then
     */
    public void write(
            Space space, SqliteMemoryStore store, ItemGraph backlog, Map<String, Instant> accesses, Instant now) {
        Path own = folder(space);
        List<Map<String, Object>> relationships = new ArrayList<>();
        store.links(space).forEach(link -> relationships.add(relationship(link)));
        relationships.addAll(ItemGraphJson.relationships(backlog));
        PrivateFile.writeJson(own.resolve("relationships.json"), tree(space, now, "relationships", relationships));
        List<Map<String, Object>> edges = new ArrayList<>();
        store.temporalEdges(space).forEach(edge -> edges.add(edge(edge)));
        edges.addAll(ItemGraphJson.temporalEdges(backlog, accesses));
        PrivateFile.writeJson(own.resolve("temporal-edges.json"), tree(space, now, "edges", edges));
    }

    private static Map<String, Object> tree(Space space, Instant now, String name, List<Map<String, Object>> entries) {
        Map<String, Object> tree = JsonTree.object("space", space.id(), "updated", now.toString());
        tree.put(name, entries);
        return tree;
    }

    private static Map<String, Object> relationship(Link link) {
        return JsonTree.object(
                "from", link.from().value(),
                "type", link.type().label(),
                "to", link.to().value(),
                "author", link.author(),
                "createdAt", link.createdAt().toString());
    }

    private static Map<String, Object> edge(TemporalEdge edge) {
        Instant accessed = edge.accessedAt();
        return JsonTree.object(
                "record", edge.record().value(),
                "createdAt", edge.createdAt().toString(),
                "updatedAt", edge.updatedAt().toString(),
                "accessedAt", accessed == null ? null : accessed.toString());
    }
}
