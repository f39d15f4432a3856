package io.ambit.bench.recorded;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.SessionRecord;
import io.ambit.wire.logs.OpencodeLog;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where agents keep their sessions on this machine. What cannot be looked into counts as not there. */
public final class AgentPlaces {
    private final Map<String, String> environment;
    private final Path home;
    private final @Nullable Path ledger;
    private final List<FoundSession> found = new ArrayList<>();

    private AgentPlaces(Map<String, String> environment, Path home, @Nullable Path ledger) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.ledger = ledger;
    }

    /**
     * All sessions that lie where agents keep them, the one last used first.
     *
     * @param environment variables that move these places
     * @param home of the user
     * @param ledger Ambit's own database, null to leave it out
     */
    public static List<FoundSession> find(Map<String, String> environment, Path home, @Nullable Path ledger) {
        AgentPlaces places = new AgentPlaces(environment, home, ledger);
        places.look();
        places.found.sort(Comparator.comparing(FoundSession::lastUsed)
                .reversed()
                .thenComparing(session -> session.input().name()));
        return places.found;
    }

    private void look() {
        lines("claude-code", place("CLAUDE_CONFIG_DIR", ".claude").resolve("projects"));
        lines("codex", place("CODEX_HOME", ".codex").resolve("sessions"));
        lines("pi", place("PI_CODING_AGENT_DIR", ".pi/agent").resolve("sessions"));
        lines("qwen-code", home.resolve(".qwen").resolve("projects"));
        opencode(place("XDG_DATA_HOME", ".local/share").resolve("opencode"));
        if (ledger != null && LedgerSessions.is(ledger)) {
            ledger(ledger);
        }
    }

    private Path place(String variable, String otherwise) {
        String given = environment.getOrDefault(variable, "");
        return given.isEmpty() ? home.resolve(otherwise) : Path.of(given);
    }

    private void lines(String agent, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".jsonl") && attributes.size() > 0) {
                        found.add(new FoundSession(
                                agent,
                                RecordedInput.of(file),
                                attributes.lastModifiedTime().toInstant()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // not there
        }
    }

    private void opencode(Path folder) {
        Path database = folder.resolve("opencode.db");
        if (OpencodeDatabase.is(database)) {
            try {
                for (OpencodeDatabase.Listed session : new OpencodeDatabase(database).sessions()) {
                    found.add(new FoundSession(
                            OpencodeLog.agent(),
                            new RecordedInput(database.toString(), database, session.id(), null, session.characters()),
                            session.lastUsed()));
                }
            } catch (SQLException e) {
                // not there
            }
            return; // it took the files over
        }
        Path storage = folder.resolve("storage");
        if (OpencodeFolder.is(storage)) {
            try {
                for (Path session : new OpencodeFolder(storage).sessions()) {
                    found.add(new FoundSession(
                            OpencodeLog.agent(),
                            new RecordedInput(
                                    session.toString(),
                                    storage,
                                    session.getFileName().toString(),
                                    null,
                                    0),
                            Files.getLastModifiedTime(session).toInstant()));
                }
            } catch (IOException e) {
                // not there
            }
        }
    }

    private void ledger(Path database) {
        try {
            for (SessionRecord session : new LedgerSessions(database).sessions(null)) {
                found.add(new FoundSession(
                        LedgerSessions.AGENT,
                        new RecordedInput(
                                database.toString(), database, session.id().value(), session.space(), 0),
                        session.lastRequest()));
            }
        } catch (AmbitException e) {
            // not there
        }
    }
}
