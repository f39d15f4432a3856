package io.ambit.cli.tools;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolPatternStore;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tooluse.pattern.PatternBook;
import io.ambit.store.mirror.PatternMirror;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Patterns whose readable copies follow each change. A copy that cannot be written stops nothing: the truth is kept. */
final class MirroredPatterns implements ToolPatternStore {
    private static final Logger LOG = LoggerFactory.getLogger(MirroredPatterns.class);
    private static final int EVENTS = 1_000;

    private final ToolPatternStore store;
    private final PatternMirror mirror;

    MirroredPatterns(ToolPatternStore store, PatternMirror mirror) {
        this.store = store;
        this.mirror = mirror;
    }

    @Override
    public List<ToolPattern> patterns(Space space) {
        return store.patterns(space);
    }

    @Override
    public void keep(Space space, List<ToolPattern> patterns) {
        store.keep(space, patterns);
        write(space);
    }

    @Override
    public void remove(Space space, List<String> ids) {
        store.remove(space, ids);
        write(space);
    }

    @Override
    public void note(Space space, Event event) {
        store.note(space, event);
        write(space);
    }

    @Override
    public List<Event> events(Space space, int limit) {
        return store.events(space, limit);
    }

    @Override
    public void purge(Space space) {
        store.purge(space);
        write(space);
    }

    @Override
    public void close() {
        store.close();
    }

    private void write(Space space) {
        try {
            mirror.write(
                    space, PatternBook.withSeeds(store.patterns(space)), store.events(space, EVENTS), Instant.now());
        } catch (AmbitException e) {
            LOG.warn("what was learned of tools could not be copied to files: {}", e.getMessage());
        }
    }
}
