package io.ambit.cli;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user sees of a failure: one line. What nobody expected is kept whole in a file. */
final class Failures {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        List<String> near = e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String advice = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
        terminal.say("ambit: " + oneLine(e.getMessage()) + "." + advice + " '" + name + " --help' says more.");
        return ExitCode.WRONG_USAGE;
    }

    int failed(Exception e, CommandLine command, ParseResult parsed) {
        terminal.out().flush();
        if (e instanceof AmbitException) {
            terminal.say("ambit: " + oneLine(e.getMessage()));
        } else {
            terminal.say("ambit: unexpected failure: " + oneLine(e.toString()) + kept(e));
        }
        return ExitCode.FAILED;
    }

    private String kept(Exception e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            terminal.home().createLogs();
            Path file = terminal.home().logs().resolve("failure-" + NAME.format(Instant.now()) + ".log");
            Files.writeString(file, trace.toString());
            return " (details: " + file + ")";
        } catch (AmbitException | IOException unwritable) {
            return "";
        }
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "no message" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
