package io.ambit.cli;

import io.ambit.core.error.AmbitException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** {@code ambit stop}. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stop the gateway. Requests that are under way are answered first.",
        footer = {"", "Example:", "  ambit stop"})
final class StopCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Terminal terminal;

    StopCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<RunningGateway> running = RunningGateway.find(terminal.home());
        if (running.isEmpty()) {
            terminal.say("not running");
            return Main.DONE;
        }
        long pid = running.get().pid();
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().destroy();
            await(process.get(), pid);
        }
        terminal.say("stopped");
        return Main.DONE;
    }

    private static void await(ProcessHandle process, long pid) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AmbitException("process " + pid + " still answers requests after " + PATIENCE.toSeconds()
                    + " s; it ends when they are done, or at once with: kill -9 " + pid);
        } catch (ExecutionException e) {
            throw new AmbitException("process " + pid + " cannot be waited for: " + e.getMessage(), e);
        }
    }
}
