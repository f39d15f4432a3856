package io.ambit.cli;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.cli.terminal.When;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.spi.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ambit sessions list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List recorded sessions, the one last used first.",
        footer = {"", "Example:", "  ambit sessions list --json"})
final class SessionsListCommand implements Callable<Integer> {
    @Mixin
    private SpaceOption space = new SpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    SessionsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<SessionRecord> sessions;
        try (Ledger ledger = LedgerFile.open(terminal.home())) {
            sessions = SessionLookup.all(ledger, space.in(ledger));
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of(
                            "sessions",
                            sessions.stream().map(SessionJson::session).toList()));
        } else if (sessions.isEmpty()) {
            terminal.say("no session is recorded; 'ambit start' says how to point a client at the gateway");
        } else {
            TextTable table = new TextTable("SESSION", "SPACE", "LAST REQUEST", "STEPS", "MODEL", "CLIENT");
            for (SessionRecord session : sessions) {
                List<String> row = new ArrayList<>();
                row.add(session.id().value());
                row.add(session.space().id());
                row.add(When.text(session.lastRequest()));
                row.add(String.valueOf(session.steps()));
                row.add(session.model());
                row.add(session.client());
                table.add(row);
            }
            table.print(terminal.out());
        }
        return ExitCode.DONE;
    }
}
