package io.ambit.cli;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds sessions by what a user types. */
final class SessionLookup {
    private static final int SHOWN = 5;

    private SessionLookup() {}

    /** Every session of these spaces, the one last used first. */
    static List<SessionRecord> all(Ledger ledger, List<Space> spaces) {
        List<SessionRecord> found = new ArrayList<>();
        spaces.forEach(space -> found.addAll(ledger.sessions(space)));
        found.sort(Comparator.comparing(SessionRecord::lastRequest).reversed());
        return found;
    }

    /**
     * The session with this id, or the only one whose id starts so; {@code last} is the one last used.
     *
     * @throws AmbitException where there is none, or more than one
     */
    static SessionRecord one(Ledger ledger, List<Space> spaces, String prefix) {
        List<SessionRecord> all = all(ledger, spaces);
        if (prefix.equals("last") && !all.isEmpty()) {
            return all.get(0);
        }
        List<SessionRecord> exact =
                all.stream().filter(found -> found.id().value().equals(prefix)).toList();
        List<SessionRecord> found = exact.isEmpty()
                ? all.stream()
                        .filter(session -> session.id().value().startsWith(prefix))
                        .toList()
                : exact;
        if (found.isEmpty()) {
            throw new AmbitException("no session '" + prefix + "' among the " + all.size()
                    + " recorded; 'ambit sessions list' names them");
        }
        if (found.size() > 1) {
            String names = found.stream()
                    .limit(SHOWN)
                    .map(session -> session.id() + " in " + session.space())
                    .collect(Collectors.joining(", "));
            String more = found.size() > SHOWN ? ", ..." : "";
            throw new AmbitException("'" + prefix + "' names " + found.size() + " sessions: " + names + more);
        }
        return found.get(0);
    }
}
