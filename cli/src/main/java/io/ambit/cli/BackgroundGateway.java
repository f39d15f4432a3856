package io.ambit.cli;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The gateway that agents find running, or that starts for the first of them and ends after the last. */
final class BackgroundGateway {
    private static final String IDLE_END = "10m";

    private BackgroundGateway() {}

    /** Where it listens; says on stderr that it was started, where it was. */
    static URI address(Terminal terminal) {
        Optional<RunningGateway> running = RunningGateway.find(terminal.home());
        if (running.isPresent()) {
            return URI.create(running.get().url());
        }
        try {
            RunningGateway started =
                    DetachedGateway.start(terminal, List.of("--idle-end=" + IDLE_END, "--without-upstream"));
            terminal.say("ambit: started the gateway at " + started.url() + "; it ends " + IDLE_END
                    + " after its last client");
            return URI.create(started.url());
        } catch (AmbitException e) {
            // Another process may have been a moment faster.
            return RunningGateway.find(terminal.home())
                    .map(other -> URI.create(other.url()))
                    .orElseThrow(() -> e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmbitException("interrupted while the gateway was started", e);
        }
    }
}
