package io.ambit.cli;

import io.ambit.cli.config.AmbitHome;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.history.CallReader;
import io.ambit.core.tooluse.offer.UnusedTools;
import io.ambit.store.SqliteStores;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tools whose definitions are paid for, and that are not called. What to do about it is said, and never done. */
final class OfferedTools {
    private static final int SESSIONS = 20;
    private static final int ENOUGH_SESSIONS = 3;
    /** In tokens: less is not worth a word. */
    private static final int WORTH_SAYING = 500;

    private static final int NAMES = 12;

    private OfferedTools() {}

    /** Of what a session was offered. */
    static UnusedTools unused(SqliteStores stores, SessionRecord session) {
        return UnusedTools.of(
                stores.tools().tools(session.space(), session.id()),
                List.of(calls(stores, session)),
                new BpeTokenCounter());
    }

    private static SessionCalls calls(SqliteStores stores, SessionRecord session) {
        return stores.ledger()
                .transcript(session.space(), session.id())
                .map(transcript -> CallReader.read(session.id(), session.lastRequest(), session.client(), transcript))
                .orElseGet(() -> none(session.id(), session));
    }

    private static SessionCalls none(SessionId id, SessionRecord session) {
        return new SessionCalls(id, session.lastRequest(), session.client(), "", 0, List.of(), "");
    }

    /** In a line. */
    static String text(UnusedTools tools) {
        if (tools.unused().isEmpty()) {
            return tools.offered() + " offered, each of them called";
        }
        return tools.offered() + " offered, " + tools.unused().size() + " never called, which is " + tools.tokens()
                + " tokens of each request: " + tools.names(NAMES);
    }

    /** What the last sessions of each space were offered and did not use, where that costs much. */
    static List<Finding> findings(AmbitHome home) {
        if (!Files.exists(home.database())) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        try (SqliteStores stores = SqliteStores.open(home.folder())) {
            for (Space space : stores.ledger().spaces()) {
                add(stores, space, findings);
            }
        } catch (AmbitException e) {
            return List.of(); // the finding of the ledger says it
        }
        return findings;
    }

    private static void add(SqliteStores stores, Space space, List<Finding> findings) {
        Map<String, ToolDefinition> offered = new LinkedHashMap<>();
        List<SessionCalls> sessions = new ArrayList<>();
        for (SessionRecord session :
                stores.ledger().sessions(space).stream().limit(SESSIONS).toList()) {
            List<ToolDefinition> tools = stores.tools().tools(space, session.id());
            if (!tools.isEmpty()) {
                sessions.add(calls(stores, session));
                tools.forEach(tool -> offered.putIfAbsent(tool.name(), tool));
            }
        }
        UnusedTools unused = UnusedTools.of(offered.values(), sessions, new BpeTokenCounter());
        if (sessions.size() >= ENOUGH_SESSIONS && unused.tokens() >= WORTH_SAYING) {
            findings.add(Finding.note(
                    "tools",
                    unused.unused().size() + " of " + unused.offered() + " tools that the last " + sessions.size()
                            + " sessions of " + space + " were offered were never called: " + unused.tokens()
                            + " tokens of each request that carries them",
                    "in the agent's settings, switch off what you do not need of " + unused.names(NAMES)));
        }
    }
}
