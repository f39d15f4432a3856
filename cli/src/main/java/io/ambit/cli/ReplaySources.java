package io.ambit.cli;

import io.ambit.bench.recorded.AgentPlaces;
import io.ambit.bench.recorded.FoundSession;
import io.ambit.bench.recorded.InputFiles;
import io.ambit.bench.recorded.InputProblem;
import io.ambit.bench.recorded.RecordedInput;
import io.ambit.cli.config.DurationText;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.cli.terminal.When;
import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which sessions to replay: those of paths, of the ledger, or what agents left on this machine. */
final class ReplaySources {
    /** The launcher names the folder that it stands in by this property. */
    private static final String HOME_PROPERTY = "ambit.home";

    private static final int NEWEST = 20;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files, folders or databases, - for standard input. Without one: the newest sessions that "
                    + "agents left on this machine, or else the sample sessions.")
    private List<String> paths = List.of();

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            split = ",",
            description = "Sessions that these agents left on this machine: claude-code, codex, pi, opencode, "
                    + "qwen-code, ambit.")
    private List<String> agents = List.of();

    @Option(names = "--all", description = "All sessions found on this machine, not the newest ones only.")
    private boolean all;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "So many of the sessions found on this machine, newest first. Default: " + NEWEST + ".")
    private @Nullable Integer last;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = SinceConverter.class,
            description = "Of the sessions found on this machine, those used since then: 12h, 7d.")
    private @Nullable Duration since;

    @Option(names = "--ledger", description = "The sessions in Ambit's own ledger.")
    private boolean ledger;

    @Option(names = "--space", paramLabel = "SPACE", description = "Of the ledger, this space only.")
    private @Nullable Space space;

    static final class SinceConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Duration duration = DurationText.parse(text);
            if (duration == null) {
                throw new TypeConversionException("'" + text + "' is no time with its unit, as 12h or 7d");
            }
            return duration;
        }
    }

    /** What to read, in order. */
    List<RecordedInput> inputs(Terminal terminal, Instant now, Consumer<InputProblem> problems) {
        if (!paths.isEmpty() || ledger || space != null) {
            List<RecordedInput> inputs = new ArrayList<>(InputFiles.of(paths, problems));
            if (ledger || space != null) {
                inputs.add(RecordedInput.ledger(terminal.home().database(), space));
            }
            return inputs;
        }
        List<FoundSession> found = AgentPlaces.find(
                terminal.environment(), terminal.userHome(), terminal.home().database());
        if (found.isEmpty() && agents.isEmpty()) {
            return samples(terminal, problems);
        }
        listFound(found, terminal);
        List<FoundSession> chosen = chosen(found, now);
        if (chosen.isEmpty()) {
            throw new AmbitException("no session of " + (agents.isEmpty() ? "any agent" : String.join(", ", agents))
                    + (since == null ? "" : " used in that time") + " among the " + found.size()
                    + " found on this machine; give a file or a folder");
        }
        terminal.say("ambit: replaying "
                + (chosen.size() == found.size()
                        ? "all of them"
                        : chosen.size() + " of " + found.size() + ", newest first"));
        return chosen.stream().map(FoundSession::input).toList();
    }

    private List<FoundSession> chosen(List<FoundSession> found, Instant now) {
        int limit = last != null ? last : all || since != null ? Integer.MAX_VALUE : NEWEST;
        return found.stream()
                .filter(session -> agents.isEmpty()
                        || agents.stream().anyMatch(agent -> agent.strip().equals(session.agent())))
                .filter(session -> since == null || !session.lastUsed().isBefore(now.minus(since)))
                .limit(limit)
                .toList();
    }

    private static void listFound(List<FoundSession> found, Terminal terminal) {
        Map<String, List<FoundSession>> byAgent = new LinkedHashMap<>();
        found.forEach(session -> byAgent.computeIfAbsent(session.agent(), agent -> new ArrayList<>())
                .add(session));
        TextTable table = new TextTable("FOUND", "SESSIONS", "SIZE", "NEWEST", "REPLAY THEM WITH");
        byAgent.forEach((agent, sessions) -> table.add(List.of(
                agent,
                Integer.toString(sessions.size()),
                size(sessions.stream()
                        .mapToLong(session -> session.input().bytes())
                        .sum()),
                When.text(sessions.get(0).lastUsed()),
                "ambit replay --agent " + agent + " --all")));
        table.print(terminal.err());
    }

    private static String size(long bytes) {
        if (bytes == 0) {
            return "";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3))
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static List<RecordedInput> samples(Terminal terminal, Consumer<InputProblem> problems) {
        String home = System.getProperty(HOME_PROPERTY);
        Path samples = home == null ? null : Path.of(home, "examples", "sessions");
        if (samples == null || !Files.isDirectory(samples)) {
            throw new AmbitException("no path given, no agent's sessions found, and "
                    + (samples == null ? "the sample sessions" : samples)
                    + " is not there; expected a file or folder of recorded sessions, or a start by ./ambit");
        }
        terminal.say("ambit: no agent's sessions found on this machine; replaying the samples in " + samples);
        return InputFiles.of(List.of(samples.toString()), problems);
    }
}
