package io.ambit.cli;

import io.ambit.core.error.AmbitException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The same program again, with the same arguments but in the background. */
final class DetachedGateway {
    private static final int PATIENCE_SECONDS = 30;
    private static final Path NOHUP = Path.of("/usr/bin/nohup");

    private DetachedGateway() {}

    /**
     * Starts it and waits until it listens.
     *
     * @throws AmbitException where it ends before that; with what it said
     */
    static RunningGateway start(Terminal terminal) throws InterruptedException {
        terminal.home().createLogs();
        Path said = terminal.home().logs().resolve("start.log");
        try {
            // What it says goes to a file: nobody reads a pipe once this process has ended.
            Process process = new ProcessBuilder(command())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(said.toFile())
                    .redirectErrorStream(true)
                    .start();
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

    private static List<String> command() {
        ProcessHandle.Info self = ProcessHandle.current().info();
        String[] arguments = self.arguments()
                .orElseThrow(() -> new AmbitException("this system does not say how the program was started, so it "
                        + "cannot be started again: leave --detach out and put it in the background"));
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NOHUP)) {
            // The end of the terminal is not the end of the gateway.
            command.add(NOHUP.toString());
        }
        command.add(self.command().orElse("java"));
        Arrays.stream(arguments)
                .filter(argument -> !argument.equals("--detach"))
                .forEach(command::add);
        return command;
    }
}
