package io.ambit.cli;

import io.ambit.cli.Finding.State;
import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what is configured, what can be reached, what is wrong and what to do. Ends with 1 where "
                + "something is wrong.",
        footer = {"", "Example:", "  ambit doctor --json"})
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--fix",
            description =
                    "Make, for each model of an Ollama whose window is small, a variant with a larger one, and look "
                            + "again. Nothing is made twice.")
    private boolean fix;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (fix) {
            examined().ifPresent(ollama -> ollama.fix(terminal));
        }
        List<Finding> findings = new Examination(terminal).findings();
        boolean healthy = findings.stream().noneMatch(finding -> finding.state() == State.WRONG);
        if (json.wanted()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("healthy", healthy);
            object.put("findings", findings.stream().map(Finding::toJson).toList());
            JsonOption.print(terminal, object);
        } else {
            findings.forEach(this::print);
            if (findings.stream().anyMatch(OllamaExamination::isSmall)) {
                examined().ifPresent(ollama -> ollama.offer(terminal));
            }
        }
        return healthy ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Optional<OllamaExamination> examined() {
        return OllamaExamination.of(terminal.config(), terminal.environment());
    }

    private void print(Finding finding) {
        String colour = switch (finding.state()) {
            case OK -> "green";
            case NOTE -> "yellow";
            case WRONG -> "red";
        };
        Ansi ansi = terminal.colours() ? Ansi.ON : Ansi.OFF;
        String state = String.format("%-5s", finding.state().name().toLowerCase(Locale.ROOT));
        terminal.out().print(ansi.string("@|" + colour + " " + state + "|@ "));
        terminal.out().printf("%-11s  %s%n", finding.about(), finding.detail());
        if (!finding.advice().isEmpty()) {
            terminal.out().printf("%20s-> %s%n", "", finding.advice());
        }
        terminal.out().flush();
    }
}
