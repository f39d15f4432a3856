package io.ambit.cli;

import io.ambit.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A terminal in memory on a data folder of its own: what commands print can be read. */
final class Screen {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Terminal terminal;

    private Screen(Path home, boolean interactive, boolean colours, String typed, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AMBIT_HOME", home.toString());
        // Never the sessions of whoever runs the tests.
        environment.putIfAbsent("HOME", home.toString());
        terminal = new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new BufferedReader(new StringReader(typed)),
                interactive,
                colours,
                environment);
    }

    static Screen of(Path home) {
        return new Screen(home, false, false, "", Map.of());
    }

    static Screen of(Path home, Map<String, String> environment) {
        return new Screen(home, false, false, "", environment);
    }

    static Screen coloured(Path home) {
        return new Screen(home, false, true, "", Map.of());
    }

    /** A person sits before it and types this. */
    static Screen typing(Path home, String typed) {
        return typing(home, typed, Map.of());
    }

    static Screen typing(Path home, String typed, Map<String, String> environment) {
        return new Screen(home, true, false, typed, environment);
    }

    /** A program writes this to it and closes its end. */
    static Screen told(Path home, String text) {
        return new Screen(home, false, false, text, Map.of());
    }

    Terminal terminal() {
        return terminal;
    }

    /** The same, with something else to read. */
    Terminal reading(BufferedReader in) {
        return new Terminal(terminal.out(), terminal.err(), in, false, false, terminal.environment());
    }

    int run(String... args) {
        return Main.run(terminal, args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out());
    }
}
