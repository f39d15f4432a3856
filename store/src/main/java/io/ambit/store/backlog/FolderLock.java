package io.ambit.store.backlog;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.RetriableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One writer at a time: among the threads of this process, and among processes. May be taken again while it is held. */
final class FolderLock {
    /** File locks are those of a process, so that all stores of one folder in this process share one more lock. */
    private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private static final String NAME = "backlog.lock";

    private final Path folder;
    private final WholeFile files;

    FolderLock(Path folder) {
        this.folder = folder;
        this.files = new WholeFile(true);
    }

    <T> T alone(Supplier<T> work) {
        files.createFolders(folder);
        Path file = RealPath.of(folder).resolve(NAME);
        ReentrantLock threads = IN_PROCESS.computeIfAbsent(file, path -> new ReentrantLock());
        threads.lock();
        try {
            return threads.getHoldCount() > 1 ? work.get() : locked(file, work);
        } finally {
            threads.unlock();
        }
    }

    private <T> T locked(Path file, Supplier<T> work) {
        try (FileChannel channel =
                        FileChannel.open(file, files.options(StandardOpenOption.CREATE), files.attributes(false));
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new AmbitException(file + ": its lock was lost");
            }
            return work.get();
        } catch (IOException e) {
            throw new RetriableException("the backlog cannot be locked for writing: " + e, e);
        }
    }
}
