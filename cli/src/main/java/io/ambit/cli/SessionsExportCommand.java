package io.ambit.cli;

import io.ambit.cli.terminal.AtomicFile;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.chat.OpenAiChatMessages;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ambit sessions export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write sessions as they were recorded, one JSON object a line, as 'ambit replay' reads them.",
        footer = {"", "Example:", "  ambit sessions export last --out session.jsonl && ambit replay session.jsonl"})
final class SessionsExportCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "SESSION", description = "Id, the start of one, or 'last'.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Every session.")
    private boolean all;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to this file, whole or not at all, instead of stdout.")
    private @Nullable Path file;

    @Mixin
    private SpaceOption space = new SpaceOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    SessionsExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (all == !names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Expected either sessions or --all");
        }
        try (Ledger ledger = LedgerFile.open(terminal.home())) {
            List<SessionRecord> chosen = all
                    ? SessionLookup.all(ledger, space.in(ledger))
                    : names.stream()
                            .map(name -> SessionLookup.one(ledger, space.in(ledger), name))
                            .distinct()
                            .toList();
            if (file == null) {
                write(ledger, chosen, terminal.out());
            } else {
                AtomicFile.write(file, out -> write(ledger, chosen, out));
                terminal.say("wrote " + chosen.size() + " to " + file);
            }
        }
        return ExitCode.DONE;
    }

    private static void write(Ledger ledger, List<SessionRecord> sessions, Writer out) throws IOException {
        for (SessionRecord session : sessions) {
            Transcript transcript = ledger.transcript(session.space(), session.id())
                    .orElseThrow(() -> new AmbitException("session " + session.id() + " has no readable step"));
            out.write(line(session, transcript.messages()));
            out.write('\n');
        }
        out.flush();
    }

    private static String line(SessionRecord session, List<Message> messages) {
        return messages.stream()
                .flatMap(message -> OpenAiChatMessages.writeAll(message).stream())
                .collect(Collectors.joining(
                        ",", "{\"id\":" + JsonStrings.quote(session.id().value()) + ",\"messages\":[", "]}"));
    }
}
