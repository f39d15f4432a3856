package io.ambit.cli.terminal;

import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code --json}: one JSON object on stdout, for programs. */
public final class JsonOption {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean wanted;

    public boolean wanted() {
        return wanted;
    }

    /** Prints an object of maps, lists, texts and numbers. */
    public static void print(Terminal terminal, Object object) {
        terminal.out().println(JsonMapper.shared().writeValueAsString(object));
        terminal.out().flush();
    }
}
