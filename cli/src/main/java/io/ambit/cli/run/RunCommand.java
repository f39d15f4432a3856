package io.ambit.cli.run;

import io.ambit.cli.config.AccessToken;
import io.ambit.cli.connect.Program;
import io.ambit.cli.terminal.FolderSpace;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.session.Space;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Run an agent through the gateway, for this process only: nothing of its settings is changed, and "
                        + "its requests go on to where they would have gone, with its own credentials. Starts the gateway in the "
                        + "background where none runs; that one ends ten minutes after its last client.",
        footer = {"", "Examples:", "  ambit run -- claude", "  ambit run -- codex exec \"Explain this project\""})
public final class RunCommand implements Callable<Integer> {
    /** Set by the launcher: a file that tells it what to become. */
    private static final String PLAN = "AMBIT_RUN_PLAN";

    private static final int NOT_FOUND = 127;
    private static final List<Agent> AGENTS = List.of(new Claude(), new Codex(), new Opencode(), new Qwen(), new Pi());

    @Parameters(
            paramLabel = "COMMAND",
            arity = "1..*",
            description = "claude, codex, opencode, qwen, pi, or any other program, with its arguments.")
    private List<String> command = List.of();

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            description = "The space to record in. [that of the current folder]")
    private @Nullable Space space;

    @Option(names = "--print", description = "Print what the process would get, and run nothing.")
    private boolean print;

    private final Terminal terminal;
    private final Supplier<URI> gateway;

    private RunCommand(Terminal terminal, Supplier<URI> gateway) {
        this.terminal = terminal;
        this.gateway = gateway;
    }

    /**
     * The command; what stands after the program's name is the program's.
     *
     * @param gateway the address of the running gateway; starts one where none runs
     */
    public static CommandLine commandLine(Terminal terminal, Supplier<URI> gateway) {
        return new CommandLine(new RunCommand(terminal, gateway)).setStopAtPositional(true);
    }

    @Override
    public Integer call() throws InterruptedException {
        Surroundings around = new Surroundings(
                terminal.environment(),
                terminal.userHome(),
                Path.of("").toAbsolutePath(),
                command.subList(1, command.size()),
                terminal.home().folder(),
                Program.of(terminal).mcp());
        String name = command.getFirst();
        Optional<Path> file = Child.find(name, around);
        if (file.isEmpty()) {
            terminal.say("ambit: " + name + ": no such program");
            return NOT_FOUND;
        }
        terminal.home().create();
        Optional<Path> plan = around.variable(PLAN).map(Path::of);
        // The launcher, and not this process, becomes the agent.
        long pid = ProcessHandle.current()
                .parent()
                .filter(parent -> plan.isPresent())
                .orElse(ProcessHandle.current())
                .pid();
        Space recorded = space == null ? FolderSpace.of(around.folder()) : space;
        GatewayDoorway door = new GatewayDoorway(gateway, AccessToken.of(terminal.home()), recorded, pid);
        Launch launch = agent(file.get()).launch(around, door);
        launch.notes().forEach(note -> terminal.say("ambit: " + note));
        Child child = new Child(file.get(), launch.arguments(), launch.environment());
        if (print) {
            launch.environment().forEach((variable, value) -> terminal.out().println(variable + "=" + value));
            terminal.out().println(child.file() + " " + String.join(" ", child.arguments()));
            terminal.out().flush();
            return 0;
        }
        if (plan.isPresent()) {
            child.leaveTo(plan.get());
            return 0;
        }
        return child.run(around);
    }

    private static Agent agent(Path file) {
        String program = file.getFileName().toString();
        return AGENTS.stream()
                .filter(agent -> agent.program().equals(program))
                .findFirst()
                .orElseGet(() -> new OtherProgram(program));
    }
}
