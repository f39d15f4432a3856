package io.ambit.store.working;

import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.working.Checkpoint;
import io.ambit.core.memory.working.Continuity;
import io.ambit.core.memory.working.Continuity.SessionEnd;
import io.ambit.core.memory.working.ContinuityText;
import io.ambit.core.memory.working.Handoff;
import io.ambit.core.record.JsonFields;
import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.store.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Working memory in the folder {@code memory} of the data folder, for spaces other than the default one in {@code
 * memory/spaces/NAME}: {@code CONTINUITY.md}, {@code ledgers/AGENT.json}, {@code handoffs/}. These files are the truth
 * of what they say; each is there whole or as it was before. Several processes may write.
 *
 * <p>Every method throws {@link AmbitException} where a file cannot be read or written. A file that was damaged by hand
 * is named in the log and read as far as it can be.
 */
public final class WorkingMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WorkingMemory.class);
    /** Checkpoints that a ledger keeps, newest last. */
    private static final int MAX_CHECKPOINTS = 100;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-nnnnnnnnn").withZone(ZoneOffset.UTC);

    private final Path folder;

    /**
     * Of one data folder.
     *
     * @param dataFolder the folder that holds the database
     */
    public WorkingMemory(Path dataFolder) {
        this.folder = dataFolder.resolve("memory");
    }

    public Path continuityFile(Space space) {
        return PrivateFile.folder(folder, space).resolve("CONTINUITY.md");
    }

    /** Where a project stands, to be read when a session starts. */
    public Continuity continuity(Space space) {
        return PrivateFile.read(continuityFile(space)).map(ContinuityText::read).orElse(Continuity.NONE);
    }

    /** Takes over what a session tells at its end; what people wrote into the file in the meantime stays. */
    public Continuity end(Space space, SessionEnd end, Instant now) {
        Path file = continuityFile(space);
        return PrivateFile.alone(file, () -> {
            Continuity after = continuity(space).after(end, now);
            PrivateFile.write(file, ContinuityText.write(space, after));
            return after;
        });
    }

    /** Adds to an agent's ledger. */
    public void checkpoint(Space space, String agent, Checkpoint checkpoint) {
        Path file = ledgerFile(space, agent);
        PrivateFile.alone(file, () -> {
            List<Checkpoint> all = new ArrayList<>(checkpoints(space, agent));
            all.add(checkpoint);
            List<Checkpoint> kept = all.subList(Math.max(0, all.size() - MAX_CHECKPOINTS), all.size());
            PrivateFile.writeJson(
                    file,
                    JsonTree.object(
                            "agent", agent,
                            "space", space.id(),
                            "checkpoints", kept.stream().map(Checkpoint::tree).toList()));
            return file;
        });
    }

    /** How far an agent had come, oldest first. */
    public List<Checkpoint> checkpoints(Space space, String agent) {
        Path file = ledgerFile(space, agent);
        List<Checkpoint> checkpoints = new ArrayList<>();
        if (parsed(file)
                        .flatMap(json -> Optional.ofNullable(json.get("checkpoints")))
                        .orElse(null)
                instanceof Json.Arr entries) {
            for (Json entry : entries.items()) {
                read(file, entry, Checkpoint::read).ifPresent(checkpoints::add);
            }
        }
        return checkpoints;
    }

    private Path ledgerFile(Space space, String agent) {
        return PrivateFile.folder(folder, space).resolve("ledgers").resolve(PrivateFile.name(agent) + ".json");
    }

    /** Leaves a task to another agent; returns the file, by whose name it is taken. */
    public Path handOff(Space space, Handoff handoff) {
        Path file = inbox(space, handoff.to())
                .resolve(TIME.format(handoff.at()) + "-" + PrivateFile.name(handoff.from()) + ".json");
        return PrivateFile.alone(file, () -> {
            Path free = file;
            for (int n = 2; Files.exists(free); n++) {
                free = file.resolveSibling(file.getFileName().toString().replace(".json", "-" + n + ".json"));
            }
            PrivateFile.writeJson(free, handoff.tree());
            return free;
        });
    }

    /** What was left to an agent and not taken yet, oldest first. */
    public List<Handoff> handoffs(Space space, String agent) {
        List<Handoff> handoffs = new ArrayList<>();
        for (Path file : files(inbox(space, agent))) {
            parsed(file).flatMap(json -> read(file, json, Handoff::read)).ifPresent(handoffs::add);
        }
        return handoffs;
    }

    /** Takes what was left to an agent, oldest first: the next call does not give it again. */
    public List<Handoff> take(Space space, String agent) {
        Path inbox = inbox(space, agent);
        return PrivateFile.alone(inbox.resolve("taken"), () -> {
            List<Handoff> taken = new ArrayList<>();
            for (Path file : files(inbox)) {
                Optional<Handoff> handoff = parsed(file).flatMap(json -> read(file, json, Handoff::read));
                if (handoff.isPresent()) {
                    taken.add(handoff.get());
                    PrivateFile.writeJson(
                            inbox.resolve("taken").resolve(file.getFileName()),
                            handoff.get().tree());
                    delete(file);
                }
            }
            return taken;
        });
    }

    private Path inbox(Space space, String agent) {
        return PrivateFile.folder(folder, space).resolve("handoffs").resolve(PrivateFile.name(agent));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(".json") && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AmbitException(folder + ": cannot be read: " + e, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be removed: " + e, e);
        }
    }

    private static Optional<Json> parsed(Path file) {
        return PrivateFile.read(file).flatMap(text -> attempt(file, text, Json::parse));
    }

    private static <T> Optional<T> read(Path file, Json json, Function<JsonFields, T> read) {
        return attempt(file, json, tree -> read.apply(new JsonFields(tree)));
    }

    private static <A, T> Optional<T> attempt(Path file, A input, Function<A, T> read) {
        try {
            return Optional.of(read.apply(input));
        } catch (AmbitException e) {
            LOG.warn("{}: skipped: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
