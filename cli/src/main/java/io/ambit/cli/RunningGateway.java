package io.ambit.cli;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.terminal.AtomicFile;
import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway that runs on a data folder. It holds a lock on {@code gateway.lock}, which the system takes back however
 * the process ends, and says in {@code gateway.json} where it is.
 *
 * @param upstream "" where none is known
 */
record RunningGateway(long pid, int port, String upstream, String policy, Instant started) {

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The gateway that runs on this folder now. */
    static Optional<RunningGateway> find(AmbitHome home) {
        if (!Files.exists(lockFile(home)) || !Files.exists(file(home))) {
            return Optional.empty();
        }
        try (Lock lock = Lock.tryTake(home)) {
            if (lock != null) {
                return Optional.empty();
            }
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file(home)));
            return Optional.of(new RunningGateway(
                    json.path("pid").asLong(),
                    json.path("port").asInt(),
                    json.path("upstream").asString(""),
                    json.path("policy").asString(""),
                    Instant.parse(json.path("started").asString())));
        } catch (IOException | JacksonException | DateTimeException e) {
            throw new AmbitException(file(home) + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Says to other processes where the gateway is. */
    void publish(AmbitHome home) {
        String json = JsonMapper.shared().writeValueAsString(toJson());
        AtomicFile.write(file(home), out -> out.write(json + "\n"));
    }

    /** As {@code --json} shows it. */
    Map<String, Object> toJson() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("url", url());
        object.put("pid", pid);
        object.put("port", port);
        object.put("upstream", upstream);
        object.put("policy", policy);
        object.put("started", started.toString());
        return object;
    }

    private static Path file(AmbitHome home) {
        return home.folder().resolve("gateway.json");
    }

    private static Path lockFile(AmbitHome home) {
        return home.folder().resolve("gateway.lock");
    }

    /** Held by the one gateway of a data folder. */
    static final class Lock implements AutoCloseable {
        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        /** Null where another process has it. */
        static @Nullable Lock tryTake(AmbitHome home) {
            home.create();
            try {
                FileChannel channel =
                        FileChannel.open(lockFile(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel);
                if (lock == null) {
                    channel.close();
                    return null;
                }
                return new Lock(channel);
            } catch (IOException e) {
                throw new AmbitException(lockFile(home) + ": cannot be locked: " + e.getMessage(), e);
            }
        }

        private static @Nullable FileLock lock(FileChannel channel) throws IOException {
            try {
                return channel.tryLock();
            } catch (OverlappingFileLockException e) {
                return null;
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new AmbitException("gateway.lock cannot be released: " + e.getMessage(), e);
            }
        }
    }
}
