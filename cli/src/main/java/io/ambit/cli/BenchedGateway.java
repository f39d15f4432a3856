package io.ambit.cli;

import io.ambit.bench.gateway.Proxy;
import io.ambit.cli.config.AmbitHome;
import io.ambit.core.error.AmbitException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A gateway in a process and a data folder of its own, as {@code ambit start} starts it, for as long as it is measured. */
final class BenchedGateway implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final TemporaryFolder data;
    private final Proxy proxy;

    private BenchedGateway(Process process, TemporaryFolder data, Proxy proxy) {
        this.process = process;
        this.data = data;
        this.proxy = proxy;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param upstreamPort on this machine
     * @throws AmbitException where it ends before that; with what it said
     */
    static BenchedGateway start(String policy, int upstreamPort) throws IOException, InterruptedException {
        TemporaryFolder data = TemporaryFolder.create();
        Path said = data.path().resolve("said");
        // One client asks as fast as it can: the bound on that is not what is measured.
        Files.writeString(data.path().resolve("config.toml"), "[limits]\nrequests = 0\n");
        ProcessBuilder builder = new ProcessBuilder(DetachedGateway.command(
                        List.of("--port=0", "--upstream=http://127.0.0.1:" + upstreamPort, "--policy=" + policy)))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(said.toFile())
                .redirectErrorStream(true);
        builder.environment().put("AMBIT_HOME", data.path().toString());
        long start = System.nanoTime();
        Process process = builder.start();
        AmbitHome home = new AmbitHome(data.path());
        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            Optional<RunningGateway> running = RunningGateway.find(home);
            if (running.isPresent()) {
                double millis = (System.nanoTime() - start) / 1e6;
                URI address = URI.create(running.get().url());
                return new BenchedGateway(process, data, new Proxy("ambit " + policy, address, process.pid(), millis));
            }
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        process.destroy();
        String why = Files.readString(said).strip();
        data.close();
        throw new AmbitException("the gateway to measure did not start: " + why);
    }

    Proxy proxy() {
        return proxy;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            data.close();
        } catch (IOException e) {
            throw new AmbitException("the measured gateway's folder is left: " + e.getMessage(), e);
        }
    }
}
