package io.ambit.cli;

import io.ambit.cli.config.AccessToken;
import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.memory.ServedMemory;
import io.ambit.cli.project.GraphUpkeep;
import io.ambit.cli.project.OpenProjects;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.tools.ToolWiring;
import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.Chooser;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.spi.Ledger;
import io.ambit.gateway.GatewaySettings;
import io.ambit.models.profile.ProfileFiles;
import io.ambit.server.AmbitServer;
import io.ambit.server.Served;
import io.ambit.server.run.AgentRuns;
import io.ambit.store.SqliteStores;
import io.ambit.store.learning.DifficultyFile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The gateway in this process: puts the parts together, and takes them apart in the opposite order. */
final class GatewayProcess implements AutoCloseable {
    private static final int LOCK_TRIES = 20;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final RunningGateway running;

    private GatewayProcess(Terminal terminal, AmbitConfig config, UpstreamChoice chosen, @Nullable Duration idleEnd)
            throws InterruptedException {
        AmbitHome home = terminal.home();
        GatewaySettings upstream = GatewayWiring.settings(config, chosen.upstreams(), terminal.environment());
        // Some twenty files: read beside the database's opening.
        CompletableFuture<Profiles> known = CompletableFuture.supplyAsync(() -> profiles(home));
        // Where nothing was learned, rules choose alone.
        CompletableFuture<Chooser> chooser = CompletableFuture.supplyAsync(
                () -> new Chooser(new DifficultyFile(home.folder()).read().orElse(null)));
        try {
            parts.push(lock(home));
            home.createLogs();
            String token = AccessToken.of(home);
            SqliteStores stores = SqliteStores.open(home.folder());
            parts.push(stores);
            Ledger ledger = stores.ledger();
            ServedMemory memory = new ServedMemory(home, config, stores);
            parts.push(memory);
            OpenProjects projects =
                    new OpenProjects(home, terminal.userHome(), memory::memory, () -> stores, memory.embedder());
            parts.push(projects);
            parts.push(GraphUpkeep.start(home, memory.memory(), stores, projects));
            AgentRuns runs = new AgentRuns(RunUpstreams.of(home, token), System::nanoTime);
            AmbitServer server = AmbitServer.start(
                    GatewayWiring.door(config, token),
                    upstream.withProfiles(known.join())
                            .withRouting(upstream.routing().withChooser(chooser.join()))
                            .withTools(WatchedTools.of(config, stores)),
                    new Served(
                            ledger,
                            memory.memory(),
                            projects,
                            ToolWiring.of(home.folder(), () -> stores, memory.embedder())),
                    runs);
            parts.push(server);
            if (idleEnd != null) {
                parts.push(new IdleEnd(runs, idleEnd, this::close));
            }
            parts.push(new RetentionSweep(ledger, GatewayWiring.retention(config), Clock.systemUTC()));
            running = new RunningGateway(
                    ProcessHandle.current().pid(),
                    server.port(),
                    chosen.text(),
                    upstream.policy().name(),
                    Clock.systemUTC().instant());
            running.publish(home);
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts to listen. The end of the process, by a signal too, closes it.
     *
     * @param idleEnd how long after the last client it ends by itself, null for never
     * @throws AmbitException where the port is taken, a setting is wrong, or the data folder has a gateway already
     */
    static GatewayProcess start(
            Terminal terminal, AmbitConfig config, UpstreamChoice chosen, @Nullable Duration idleEnd)
            throws InterruptedException {
        GatewayProcess process = new GatewayProcess(terminal, config, chosen, idleEnd);
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "ambit-stop"));
        return process;
    }

    private static Profiles profiles(AmbitHome home) {
        ProfileFiles read = ProfileFiles.read(home.profiles());
        System.Logger log = System.getLogger(GatewayProcess.class.getName());
        read.faults().forEach(fault -> log.log(System.Logger.Level.WARNING, "profile left out: " + fault));
        return read.profiles();
    }

    RunningGateway running() {
        return running;
    }

    /** Returns when all is closed. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // The others are to be closed all the same.
                System.getLogger(GatewayProcess.class.getName()).log(System.Logger.Level.WARNING, "at the end", e);
            }
        }
        ended.countDown();
    }

    /** A command that asks whether a gateway runs holds the lock for a moment. */
    private static RunningGateway.Lock lock(AmbitHome home) throws InterruptedException {
        for (int i = 0; i < LOCK_TRIES; i++) {
            RunningGateway.Lock lock = RunningGateway.Lock.tryTake(home);
            if (lock != null) {
                return lock;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AmbitException("another gateway is starting on " + home.folder());
    }
}
