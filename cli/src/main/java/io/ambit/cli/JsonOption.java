package io.ambit.cli;

import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code --json}: one JSON object on stdout, for programs. */
final class JsonOption {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }

    /** Prints an object of maps, lists, texts and numbers. */
    static void print(Terminal terminal, Object object) {
        terminal.out().println(JsonMapper.shared().writeValueAsString(object));
        terminal.out().flush();
    }
}
