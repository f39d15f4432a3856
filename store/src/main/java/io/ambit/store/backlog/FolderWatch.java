package io.ambit.store.backlog;

import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.BacklogStore.Watch;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of changes to items. The file system's notices only shorten the wait: they come late on some systems and never on
 * others, so that the items are looked at every two seconds anyway for as long as somebody listens.
 */
final class FolderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long LOOK_EVERY_MILLIS = 2_000;
    /** One save of an editor is several notices. */
    private static final long SETTLE_MILLIS = 50;

    private final Supplier<List<Path>> folders;
    private final LongSupplier version;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable WatchService service;

    FolderWatch(Supplier<List<Path>> folders, LongSupplier version) {
        this.folders = folders;
        this.version = version;
    }

    synchronized Watch add(Runnable listener) {
        listeners.add(listener);
        if (service == null) {
            try {
                WatchService opened = FileSystems.getDefault().newWatchService();
                service = opened;
                // Noted before this returns: whatever changes from now on is told.
                Loop loop = new Loop(opened, version.getAsLong());
                loop.register();
                Thread.ofVirtual().name("backlog-watch").start(loop);
            } catch (IOException e) {
                throw new AmbitException("the backlog cannot be watched: " + e, e);
            }
        }
        return () -> remove(listener);
    }

    private synchronized void remove(Runnable listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            close();
        }
    }

    synchronized void close() {
        listeners.clear();
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                LOG.warn("the watch of a backlog cannot be closed", e);
            }
            service = null;
        }
    }

    private final class Loop implements Runnable {
        private final WatchService events;
        private final Map<Path, WatchKey> watched = new HashMap<>();
        private long known;

        private Loop(WatchService events, long known) {
            this.events = events;
            this.known = known;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    WatchKey key = events.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                    while (key != null) {
                        key.pollEvents();
                        if (!key.reset()) {
                            watched.values().remove(key);
                        }
                        key = events.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
                    }
                    look();
                }
            } catch (ClosedWatchServiceException e) {
                // Nobody listens any more.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void look() {
            try {
                register();
                long now = version.getAsLong();
                if (now != known) {
                    known = now;
                    listeners.forEach(Runnable::run);
                }
            } catch (AmbitException e) {
                LOG.warn("a change of the backlog could not be told: {}", e.getMessage());
            }
        }

        private void register() {
            for (Path folder : folders.get()) {
                if (!watched.containsKey(folder)) {
                    try {
                        watched.put(
                                folder,
                                folder.register(
                                        events,
                                        StandardWatchEventKinds.ENTRY_CREATE,
                                        StandardWatchEventKinds.ENTRY_DELETE,
                                        StandardWatchEventKinds.ENTRY_MODIFY));
                    } catch (IOException e) {
                        LOG.debug("{} is not watched, only looked at", folder, e);
                    }
                }
            }
        }
    }
}
