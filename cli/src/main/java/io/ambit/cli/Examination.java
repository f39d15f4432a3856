package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.config.ConfigVariables;
import io.ambit.cli.connect.GatewayClients;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.VerifyReport;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.MemoryReport;
import io.ambit.store.SqliteMemoryStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** What {@code doctor} looks at. */
final class Examination {
    private static final int JAVA = 25;

    private final Terminal terminal;
    private final AmbitHome home;

    Examination(Terminal terminal) {
        this.terminal = terminal;
        this.home = terminal.home();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(dataFolder());
        AmbitConfig config = AmbitConfig.DEFAULT;
        try {
            config = terminal.config();
            findings.add(Finding.ok(
                    "settings",
                    Files.exists(home.configFile())
                            ? home.configFile().toString()
                            : "defaults; there is no " + home.configFile()));
        } catch (AmbitException e) {
            findings.add(
                    Finding.wrong("settings", String.valueOf(e.getMessage()), "docs/configuration.md has every key"));
        }
        variables().ifPresent(findings::add);
        findings.add(policy(config));
        findings.add(ledger());
        findings.addAll(PrefixExamination.of(home));
        findings.addAll(OfferedTools.findings(home));
        findings.add(memory());
        findings.add(BacklogExamination.of(terminal));
        findings.add(port(config));
        findings.addAll(UpstreamExamination.of(config, terminal.environment()));
        OllamaExamination.of(config, terminal.environment())
                .map(OllamaExamination::findings)
                .ifPresent(findings::addAll);
        findings.addAll(ProfileExamination.of(home, config, terminal.environment()));
        return findings;
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return version >= JAVA
                ? Finding.ok("java", Runtime.version().toString())
                : Finding.wrong("java", version + ", expected " + JAVA, "start with ./ambit, which finds one");
    }

    private Finding dataFolder() {
        String advice = "make it writable for you, or set AMBIT_HOME";
        try {
            home.createLogs();
            Path probe = Files.createTempFile(home.folder(), ".doctor", ".tmp");
            Files.delete(probe);
            return Finding.ok("data", home.folder().toString());
        } catch (AmbitException | IOException e) {
            return Finding.wrong("data", home.folder() + " is not writable: " + e.getMessage(), advice);
        }
    }

    private Optional<Finding> variables() {
        NavigableSet<String> unknown = ConfigVariables.unknown(terminal.environment());
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.note(
                        "variables",
                        String.join(", ", unknown) + ": nothing reads this",
                        "docs/configuration.md has every variable"));
    }

    private static Finding policy(AmbitConfig config) {
        try {
            return Finding.ok("policy", ConfiguredPolicy.of(config).name());
        } catch (AmbitException e) {
            return Finding.wrong("policy", String.valueOf(e.getMessage()), "set policy.name");
        }
    }

    private Finding ledger() {
        if (!Files.exists(home.database())) {
            return Finding.ok("ledger", "nothing recorded yet");
        }
        try (Ledger ledger = LedgerFile.open(home)) {
            VerifyReport report = ledger.verify();
            String counts = report.sessions() + " sessions, " + report.steps() + " steps, " + report.messages()
                    + " messages, " + report.blocks() + " blocks";
            return report.isClean()
                    ? Finding.ok("ledger", counts + ", all verified")
                    : Finding.wrong(
                            "ledger",
                            report.faults().size() + " faults in " + counts + "; the first: "
                                    + report.faults().get(0),
                            "export what you need, then delete the sessions concerned");
        } catch (AmbitException e) {
            return Finding.wrong("ledger", String.valueOf(e.getMessage()), "");
        }
    }

    private Finding memory() {
        if (!Files.exists(home.database())) {
            return Finding.ok("memory", "nothing remembered yet");
        }
        try (SqliteMemoryStore store = SqliteMemoryStore.open(home.folder())) {
            MemoryReport report = store.verify();
            String counts =
                    report.records() + " records, " + report.links() + " links, " + report.tombstones() + " forgotten";
            return report.isClean()
                    ? Finding.ok("memory", counts + ", all verified")
                    : Finding.wrong(
                            "memory",
                            report.faults().size() + " damaged beside " + counts + "; the first: "
                                    + report.faults().get(0),
                            "they are set aside; 'ambit memory verify' names them all");
        } catch (AmbitException e) {
            return Finding.wrong("memory", String.valueOf(e.getMessage()), "");
        }
    }

    private Finding port(AmbitConfig config) {
        Optional<RunningGateway> running;
        try {
            running = RunningGateway.find(home);
        } catch (AmbitException e) {
            return Finding.wrong("gateway", String.valueOf(e.getMessage()), "");
        }
        long unrecorded = running.flatMap(gateway -> Readiness.of(gateway, home))
                .map(Readiness::unrecorded)
                .orElse(0L);
        if (unrecorded > 0) {
            return Finding.note(
                    "gateway",
                    "runs, and " + unrecorded + " requests went through without a record since it started",
                    "is the disk full, or the ledger locked? " + home.logs().resolve("ambit.log") + " says why");
        }
        List<String> stranded =
                GatewayClients.of(home).besides(running.map(RunningGateway::url).orElse(""));
        if (!stranded.isEmpty()) {
            return Finding.wrong(
                    "gateway",
                    (running.isPresent() ? "runs at " + running.get().url() : "does not run") + ", and "
                            + String.join(", ", stranded) + " asks for its models at the address where it was",
                    GatewayClients.remedy(stranded.getFirst()));
        }
        if (running.isPresent()) {
            return Finding.ok(
                    "gateway",
                    "runs at " + running.get().url() + " for " + running.get().upstream());
        }
        if (isFree(config.port())) {
            return Finding.ok("gateway", "does not run; port " + config.port() + " is free");
        }
        return Finding.wrong(
                "gateway",
                "does not run, and port " + config.port() + " is taken by another program",
                "start with --port 0 or set port");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
