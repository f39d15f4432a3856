package io.ambit.cli.connect;

import io.ambit.cli.connect.ConfigEntry.State;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.core.error.AmbitException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ambit connect}. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = "Show how an agent is pointed at Ambit: its MCP server, its session hooks, the address of the "
                + "gateway. Without CLIENT, list the agents and how they stand. Nothing is written without --write.",
        footer = {
            "",
            "Examples:",
            "  ambit connect claude-code",
            "  ambit connect claude-code --write",
            "  ambit connect pi --write --gateway --model llama3.2"
        })
public final class ConnectCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "CLIENT",
            description = "claude-code, codex, opencode, qwen-code, pi, cursor, vscode, claude-desktop or kiro.")
    private @Nullable String name;

    @ArgGroup
    private Doing doing = new Doing();

    /** One or the other. */
    static final class Doing {
        @Option(
                names = "--write",
                description = "Write it, with a copy of each file as it was beside it. Run again, it changes nothing.")
        private boolean write;

        @Option(names = "--undo", description = "Take out again exactly what --write put in.")
        private boolean undo;
    }

    @Option(
            names = "--gateway",
            description = "With --write: also the address of the gateway, by which the agent asks for its models from "
                    + "then on. It reaches none while no gateway runs.")
    private boolean gateway;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "With --gateway: a model that opencode or pi is to offer; may be given several times.")
    private List<String> models = List.of();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    public ConnectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if ((gateway && !doing.write) || (!models.isEmpty() && !gateway)) {
            throw new ParameterException(
                    spec.commandLine(), gateway ? "--gateway goes with --write" : "--model goes with --gateway");
        }
        Clients clients = Clients.of(terminal);
        String given = name;
        if (given == null) {
            if (doing.write || doing.undo) {
                throw new ParameterException(spec.commandLine(), "Expected a CLIENT");
            }
            list(clients);
            return ExitCode.DONE;
        }
        Client client = clients.named(given);
        Connection connection =
                new Connection(terminal.home(), Clock.systemUTC().instant());
        if (doing.write || doing.undo) {
            List<String> done = doing.write ? write(connection, client) : connection.undo(client);
            if (json.wanted()) {
                JsonOption.print(terminal, Map.of("client", client.name(), "done", done));
            } else {
                (done.isEmpty() ? List.of("nothing of " + client.title() + " was written by 'ambit connect'") : done)
                        .forEach(terminal::say);
            }
        } else if (json.wanted()) {
            JsonOption.print(terminal, tree(client));
        } else {
            new ShownConfiguration(client).print(terminal);
        }
        return ExitCode.DONE;
    }

    private List<String> write(Connection connection, Client client) {
        if (!client.isTested()) {
            throw new AmbitException("the configuration of " + client.title()
                    + " was not tested with the program, and is not written: 'ambit connect " + client.name()
                    + "' shows what to put in");
        }
        List<Change> changes = new ArrayList<>(client.changes());
        if (gateway) {
            changes.add(lasting(client).change());
        }
        if (changes.isEmpty()) {
            throw new AmbitException(client.title() + " takes no MCP server and no hooks: there is nothing to write "
                    + "but the address of the gateway, with --gateway");
        }
        if (!client.isFound()) {
            throw new AmbitException(client.title() + " was not found on this machine: nothing was written");
        }
        terminal.home().create();
        List<String> done = new ArrayList<>(connection.write(client, changes));
        if (gateway) {
            done.addAll(LastingAddress.written(client, Program.of(terminal).base()));
        }
        return done;
    }

    private LastingAddress lasting(Client client) {
        LastingAddress lasting = client.lasting(models)
                .orElseThrow(
                        () -> new AmbitException("the address of the gateway is not written for " + client.title()));
        if (lasting.namesModels() == models.isEmpty()) {
            throw new AmbitException(client.title()
                    + (models.isEmpty()
                            ? " takes only models that are named: --model NAME"
                            : " asks for its models by their own names: leave --model out"));
        }
        String hindrance = lasting.hindrance().get();
        if (!hindrance.isEmpty()) {
            throw new AmbitException("the address of the gateway would have no effect on " + client.title() + ": "
                    + hindrance + ". Nothing was written");
        }
        return lasting;
    }

    private void list(Clients clients) {
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of("clients", clients.all().stream().map(this::tree).toList()));
            return;
        }
        TextTable table = new TextTable("CLIENT", "ON THIS MACHINE", "CONFIGURED", "");
        for (Client client : clients.all()) {
            table.add(List.of(
                    client.name(),
                    client.isFound() ? "yes" : "no",
                    configured(client),
                    client.isTested() ? "" : "not tested here"));
        }
        table.print(terminal.out());
        terminal.say("'ambit connect CLIENT' shows the configuration, --write writes it");
    }

    private static String configured(Client client) {
        List<Change> changes = client.changes();
        long there =
                changes.stream().filter(change -> is(change, State.PRESENT)).count();
        if (changes.isEmpty()) {
            return "-";
        }
        return there == changes.size() ? "yes" : there == 0 ? "no" : "in part";
    }

    private static boolean is(Change change, State state) {
        try {
            return Connection.state(change) == state;
        } catch (AmbitException e) {
            return false; // of a file that cannot be read nothing is known
        }
    }

    private Map<String, Object> tree(Client client) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("client", client.name());
        tree.put("title", client.title());
        tree.put("found", client.isFound());
        tree.put("tested", client.isTested());
        tree.put("changes", client.changes().stream().map(ConnectCommand::tree).toList());
        tree.put("gateway", String.join("\n", client.gateway()));
        return tree;
    }

    private static Map<String, Object> tree(Change change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("what", change.what());
        tree.put("file", change.file().toString());
        String state;
        try {
            state = Connection.state(change).name().toLowerCase(Locale.ROOT);
        } catch (AmbitException e) {
            state = "unreadable";
        }
        tree.put("state", state);
        tree.put("text", change.entry().insertion(new byte[0]).text());
        return tree;
    }
}
