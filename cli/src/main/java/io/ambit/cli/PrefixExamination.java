package io.ambit.cli;

import io.ambit.cli.config.AmbitHome;
import io.ambit.core.error.AmbitException;
import io.ambit.core.message.VolatilePrefix;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.StepRecord;
import io.ambit.core.spi.Ledger;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Whether near models got prompts in the last sessions that begin with what no cache of theirs finds again. */
final class PrefixExamination {
    private static final int SESSIONS = 20;

    private PrefixExamination() {}

    static List<Finding> of(AmbitHome home) {
        if (!Files.exists(home.database())) {
            return List.of();
        }
        try (Ledger ledger = LedgerFile.open(home)) {
            List<SessionRecord> last = ledger.spaces().stream()
                    .flatMap(space -> ledger.sessions(space).stream())
                    .sorted(Comparator.comparing(SessionRecord::lastRequest).reversed())
                    .limit(SESSIONS)
                    .toList();
            List<VolatilePrefix> found = last.stream()
                    .flatMap(session -> ledger.steps(session.space(), session.id()).stream()
                            .map(StepRecord::end)
                            .filter(Objects::nonNull)
                            .flatMap(end -> VolatilePrefix.noted(end.route().notes()).stream())
                            .limit(1))
                    .toList();
            return found.stream()
                    .distinct()
                    .map(prefix -> Finding.note(
                            "prefix",
                            found.stream().filter(prefix::equals).count() + " of the last " + last.size()
                                    + " sessions begin with a "
                                    + prefix.title()
                                    + ", which differs from session to session: a model nearby reads the whole prompt anew",
                            prefix.advice()))
                    .toList();
        } catch (AmbitException e) {
            return List.of(); // the finding of the ledger says it
        }
    }
}
