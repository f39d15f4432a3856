package io.ambit.cli.project;

import io.ambit.cli.config.AmbitHome;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.error.AmbitException;
import io.ambit.core.graph.ItemGraph;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.store.SqliteStores;
import io.ambit.store.mirror.GraphMirror;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the readable mirrors of the graph while a server runs, once a minute where something is another than it was:
 * memory and backlog of a space end in the same files.
 */
public final class GraphUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphUpkeep.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<Space, State> written = new HashMap<>();
    private final GraphMirror mirror;
    private final Memory memory;
    private final SqliteStores stores;
    private final Projects projects;
    private final Thread thread;

    /** What the files of a space were written of. */
    private record State(long records, long items, Map<String, Instant> opened) {}

    private GraphUpkeep(AmbitHome home, Memory memory, SqliteStores stores, Projects projects) {
        this.mirror = new GraphMirror(home.folder());
        this.memory = memory;
        this.stores = stores;
        this.projects = projects;
        this.thread = Thread.ofPlatform().daemon().name("graph-mirror").unstarted(this::run);
    }

    /** Starts; all that it is given stays the caller's to close, after this. */
    public static GraphUpkeep start(AmbitHome home, Memory memory, SqliteStores stores, Projects projects) {
        GraphUpkeep upkeep = new GraphUpkeep(home, memory, stores, projects);
        upkeep.thread.start();
        return upkeep;
    }

    private void run() {
        try {
            do {
                Map<Space, Backlog> backlogs = backlogs();
                Set<Space> spaces = new HashSet<>(memory.store().spaces());
                spaces.addAll(backlogs.keySet());
                spaces.forEach(space -> guarded(space, backlogs));
            } while (!stop.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Space, Backlog> backlogs() {
        Map<Space, Backlog> backlogs = new HashMap<>();
        try {
            projects.known().forEach(project -> backlogs.putIfAbsent(project.space(), project.backlog()));
        } catch (AmbitException e) {
            LOG.warn("the graphs of backlogs cannot be drawn", e);
        }
        return backlogs;
    }

    private void guarded(Space space, Map<Space, Backlog> backlogs) {
        if (stop.getCount() == 0) {
            return;
        }
        try {
            write(space, backlogs.get(space));
        } catch (AmbitException e) {
            // The next minute brings another try.
            LOG.warn("the graph of space {} cannot be written", space, e);
        }
    }

    private void write(Space space, @Nullable Backlog backlog) {
        State state = new State(
                memory.store().sequence(space),
                backlog == null ? 0 : backlog.store().snapshot().version(),
                backlog == null ? Map.of() : backlog.accesses().all());
        if (!state.equals(written.get(space))) {
            ItemGraph items = backlog == null ? ItemGraph.EMPTY : backlog.graph();
            mirror.write(space, stores.memory(), items, state.opened(), memory.now());
            written.put(space, state);
        }
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
