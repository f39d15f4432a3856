package io.ambit.cli.run;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.core.error.AmbitException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The agent's process. Started by the launcher, this process is replaced by it: the terminal, signals and the exit code
 * are then the agent's own. Otherwise it is a child that shares this process's streams.
 *
 * @param file the program, absolute
 * @param environment beside that of this process
 */
record Child(Path file, List<String> arguments, Map<String, String> environment) {
    private static final Pattern BETWEEN_FOLDERS = Pattern.compile(Pattern.quote(File.pathSeparator));
    private static final long PATIENCE_SECONDS = 2;

    Child {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The program of a name, as a shell finds it. */
    static Optional<Path> find(String name, Surroundings around) {
        if (name.contains("/")) {
            return Optional.of(around.folder().resolve(name)).filter(Child::isProgram);
        }
        return BETWEEN_FOLDERS
                .splitAsStream(around.environment().getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> around.folder().resolve(folder).resolve(name))
                .filter(Child::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** Writes what the launcher is to do: it reads the file as a shell, and ends as the agent. */
    void leaveTo(Path plan) {
        StringBuilder shell = new StringBuilder(512)
                .append("rm -f ")
                .append(quoted(plan.toString()))
                .append('\n');
        environment.forEach((name, value) -> shell.append("export ")
                .append(name)
                .append('=')
                .append(quoted(value))
                .append('\n'));
        shell.append("exec ").append(quoted(file.toString()));
        arguments.forEach(argument -> shell.append(' ').append(quoted(argument)));
        try {
            Files.writeString(plan, shell.append('\n'));
        } catch (IOException e) {
            throw new AmbitException(plan + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /** Runs it as a child to its end; returns its exit code. */
    int run(Surroundings around) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(around.folder().toFile()).inheritIO();
        Map<String, String> all = new HashMap<>(around.environment());
        all.putAll(environment);
        builder.environment().clear();
        builder.environment().putAll(all);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new AmbitException(file + " cannot be started: " + e.getMessage(), e);
        }
        Thread end = new Thread(() -> endWith(process), "ambit-run");
        Runtime.getRuntime().addShutdownHook(end);
        int code = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            return ExitCode.FAILED; // this process is ending, and the hook tells the code
        }
        return code;
    }

    /** A signal ends this process no sooner than its child, which a terminal sends the same signal. */
    private static void endWith(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
            Runtime.getRuntime().halt(process.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
