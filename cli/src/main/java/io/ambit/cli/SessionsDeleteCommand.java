package io.ambit.cli;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.When;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.spi.Ledger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit sessions delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Forget sessions, and every text that no other session uses.",
        footer = {"", "Example:", "  ambit sessions delete s-20261121-k3f9x2 --yes"})
final class SessionsDeleteCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SESSION", description = "Id, the start of one, or 'last'.")
    private List<String> names = List.of();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean sure;

    @Mixin
    private SpaceOption space = new SpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    SessionsDeleteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<String> deleted = new ArrayList<>();
        try (Ledger ledger = LedgerFile.open(terminal.home())) {
            // All are found before the first goes: a wrong name must not leave half of the work done.
            List<SessionRecord> chosen = names.stream()
                    .map(name -> SessionLookup.one(ledger, space.in(ledger), name))
                    .distinct()
                    .toList();
            if (!sure && !confirmed(chosen)) {
                terminal.say("nothing deleted");
                return ExitCode.FAILED;
            }
            for (SessionRecord session : chosen) {
                if (ledger.delete(session.space(), session.id())) {
                    deleted.add(session.id().value());
                }
            }
        }
        if (json.wanted()) {
            JsonOption.print(terminal, Map.of("deleted", deleted));
        } else {
            terminal.say("deleted " + String.join(", ", deleted));
        }
        return ExitCode.DONE;
    }

    private boolean confirmed(List<SessionRecord> chosen) throws IOException {
        if (!terminal.interactive()) {
            throw new AmbitException("nobody can be asked here: add --yes to delete");
        }
        for (SessionRecord session : chosen) {
            terminal.say(session.id() + " in " + session.space() + ", " + session.steps() + " steps, last request "
                    + When.text(session.lastRequest()));
        }
        terminal.err().print("Delete? It cannot be undone. [y/N] ");
        terminal.err().flush();
        @Nullable String answer = terminal.in().readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
