package io.ambit.cli;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The same program again, in the background. */
final class DetachedGateway {
    private static final int PATIENCE_SECONDS = 30;

    /**
     * A gateway idles for hours beside a model that wants the memory: its heap grows as it needs, and what is free goes
     * back to the system. The launcher gives the same to {@code ambit start}.
     */
    private static final List<String> MEMORY =
            List.of("-Xms64m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25", "-XX:G1PeriodicGCInterval=8000");

    private DetachedGateway() {}

    /**
     * Starts it and waits until it listens.
     *
     * @param arguments of {@code start}
     * @throws AmbitException where it ends before that; with what it said
     */
    static RunningGateway start(Terminal terminal, List<String> arguments) throws InterruptedException {
        terminal.home().createLogs();
        Path said = terminal.home().logs().resolve("start.log");
        try {
            // What it says goes to a file: nobody reads a pipe once this process has ended.
            ProcessBuilder builder = new ProcessBuilder(command(arguments))
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(said.toFile())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(terminal.environment());
            Process process = builder.start();
            for (int waited = 0; waited < PATIENCE_SECONDS * 20; waited++) {
                boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
                Optional<RunningGateway> running = RunningGateway.find(terminal.home());
                if (running.isPresent() && running.get().pid() == process.pid()) {
                    return running.get();
                }
                if (ended) {
                    throw new AmbitException("the gateway did not start: "
                            + Files.readString(said).strip());
                }
            }
            process.destroy();
            throw new AmbitException("the gateway did not start within " + PATIENCE_SECONDS + " s; see " + said);
        } catch (IOException e) {
            throw new AmbitException("the gateway cannot be started: " + e.getMessage(), e);
        }
    }

    /** Not as the system lists the command line of this process: Linux shows no more than a page of it. */
    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        // Neither the end of the terminal nor a key that ends or stops what runs in it is meant for the gateway.
        command.addAll(List.of("/bin/sh", "-c", "trap '' HUP INT TSTP; exec \"$0\" \"$@\""));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What is compiled quickly for a command that ends at once is too slow for a gateway that stays.
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-XX:TieredStopAtLevel"))
                .toList());
        command.addAll(MEMORY);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "start"));
        command.addAll(arguments);
        return command;
    }
}
