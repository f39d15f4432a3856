package io.ambit.cli;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** {@code ambit stop}. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stop the gateway. Requests that are under way are answered first.",
        footer = {"", "Example:", "  ambit stop"})
final class StopCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Terminal terminal;

    StopCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<RunningGateway> running = RunningGateway.find(terminal.home());
        if (running.isEmpty()) {
            terminal.say("not running");
            return ExitCode.DONE;
        }
        long pid = running.get().pid();
        int agents = AgentsLeft.count(running.get(), terminal.home());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        awaitEnd(terminal.home(), pid);
        terminal.say("stopped");
        if (agents > 0) {
            terminal.say(
                    (agents == 1 ? "an agent" : agents + " agents") + " of 'ambit run' still asked it: they reach their"
                            + " models again once 'ambit start --without-upstream --port "
                            + running.get().port() + "' runs");
        }
        return ExitCode.DONE;
    }

    /** The lock tells it, and not the process: one that nobody waited for stays in the system's list. */
    private static void awaitEnd(AmbitHome home, long pid) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (RunningGateway.find(home).isPresent()) {
            if (System.nanoTime() > end) {
                throw new AmbitException("process " + pid + " still answers requests after " + PATIENCE.toSeconds()
                        + " s; it ends when they are done, or at once with: kill -9 " + pid);
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }
}
