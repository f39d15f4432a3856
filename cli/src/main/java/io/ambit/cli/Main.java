package io.ambit.cli;

import io.ambit.cli.backlog.BacklogCommand;
import io.ambit.cli.connect.ConnectCommand;
import io.ambit.cli.hook.HookCommand;
import io.ambit.cli.mcp.McpCommand;
import io.ambit.cli.memory.MemoryCommand;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.session.Space;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program: hands its arguments to the commands and returns their exit code. */
@Command(
        name = "ambit",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A local-first context engine for LLM agents.",
        footer = {"", "Example:", "  ambit replay my-session.jsonl --policy off,safe,classic"})
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        int code = run(terminal, args);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }

    /** Runs one command. */
    static int run(Terminal terminal, String... args) {
        // Read when the first logger is made, which only some commands do.
        System.setProperty("ambit.logs", terminal.home().logs().toString());
        // Libraries that log by Java's own means would write to stderr; what goes wrong in them comes as an exception.
        LogManager.getLogManager().reset();
        return commandLine(terminal).execute(args);
    }

    static CommandLine commandLine(Terminal terminal) {
        CommandLine commands = new CommandLine(new Main(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(new StartCommand(terminal))
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new OpenCommand(terminal))
                .addSubcommand(new StopCommand(terminal))
                .addSubcommand(SessionsCommand.commandLine(terminal))
                .addSubcommand(MemoryCommand.commandLine(terminal))
                .addSubcommand(BacklogCommand.commandLine(terminal))
                .addSubcommand(new ConnectCommand(terminal))
                .addSubcommand(HookCommand.commandLine(terminal))
                .addSubcommand(new McpCommand(
                        terminal, () -> RunningGateway.find(terminal.home()).map(RunningGateway::url)))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(BenchCommand.commandLine(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Space.class, Main::space);
        Failures failures = new Failures(terminal);
        return commands.setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.err());
        return ExitCode.WRONG_USAGE;
    }

    private static Space space(String name) {
        try {
            return new Space(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ambit " + number()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
