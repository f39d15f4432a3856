package io.ambit.cli;

import io.ambit.cli.backlog.BacklogCommand;
import io.ambit.cli.connect.ConnectCommand;
import io.ambit.cli.hook.HookCommand;
import io.ambit.cli.learn.LearnCommand;
import io.ambit.cli.mcp.McpCommand;
import io.ambit.cli.memory.MemoryCommand;
import io.ambit.cli.run.RunCommand;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.tools.ToolsCommand;
import io.ambit.core.session.Space;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
        return called(terminal, args).execute(args);
    }

    /** The program with all of its commands. */
    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, commands(terminal));
    }

    /** The program with the command that is called alone: to make all of them takes longer than most of them run. */
    private static CommandLine called(Terminal terminal, String[] args) {
        Map<String, Supplier<Object>> commands = commands(terminal);
        Supplier<Object> named = args.length == 0 ? null : commands.get(args[0]);
        return commandLine(terminal, named == null ? commands : Map.of(args[0], named));
    }

    /** By name, in the order of the help text. */
    private static Map<String, Supplier<Object>> commands(Terminal terminal) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("replay", () -> new ReplayCommand(terminal));
        commands.put("start", () -> new StartCommand(terminal));
        commands.put("status", () -> new StatusCommand(terminal));
        commands.put("open", () -> new OpenCommand(terminal));
        commands.put("stop", () -> new StopCommand(terminal));
        commands.put("sessions", () -> SessionsCommand.commandLine(terminal));
        commands.put("memory", () -> MemoryCommand.commandLine(terminal));
        commands.put("backlog", () -> BacklogCommand.commandLine(terminal));
        commands.put("tools", () -> ToolsCommand.commandLine(terminal));
        commands.put("learn", () -> LearnCommand.commandLine(terminal));
        commands.put("run", () -> RunCommand.commandLine(terminal, () -> BackgroundGateway.address(terminal)));
        commands.put("connect", () -> new ConnectCommand(terminal));
        commands.put("hook", () -> HookCommand.commandLine(terminal));
        commands.put(
                "mcp",
                () -> new McpCommand(
                        terminal, () -> RunningGateway.find(terminal.home()).map(RunningGateway::url)));
        commands.put("doctor", () -> new DoctorCommand(terminal));
        commands.put("bench", () -> BenchCommand.commandLine(terminal));
        return commands;
    }

    private static CommandLine commandLine(Terminal terminal, Map<String, Supplier<Object>> subcommands) {
        CommandLine commands = new CommandLine(new Main(terminal));
        subcommands.forEach((name, command) -> commands.addSubcommand(name, command.get()));
        commands.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                // "@FILE" is for the options that say so to read; an agent that is run gets its words as they are.
                .setExpandAtFiles(false)
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
