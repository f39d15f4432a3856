package io.ambit.cli.terminal;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.config.ConfigReader;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command runs in.
 *
 * @param out results only, in UTF-8
 * @param err everything else
 * @param interactive whether a person sits at it, who can be asked
 * @param colours whether escape sequences are wanted
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        BufferedReader in,
        boolean interactive,
        boolean colours,
        Map<String, String> environment) {

    public Terminal {
        environment = Map.copyOf(environment);
    }

    public static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean interactive = isTerminal();
        boolean colours = interactive
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                interactive,
                colours,
                environment);
    }

    public AmbitHome home() {
        return AmbitHome.of(environment);
    }

    /** The user's own folder. */
    public Path userHome() {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home", ".") : home);
    }

    public AmbitConfig config() {
        return new ConfigReader(home(), environment).read();
    }

    /** Says something on stderr. */
    public void say(String line) {
        err.println(line);
        err.flush();
    }

    @SuppressWarnings("SystemConsoleNull") // Java 25 is back at null where there is no terminal
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
