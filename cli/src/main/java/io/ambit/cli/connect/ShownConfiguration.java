package io.ambit.cli.connect;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.text.Utf8;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** What is to stand in a client's configuration, in the manner of a diff. */
record ShownConfiguration(Client client) {
    void print(Terminal terminal) {
        PrintWriter out = terminal.out();
        Ansi ansi = terminal.colours() ? Ansi.ON : Ansi.OFF;
        out.println(client.title()
                + (client.isFound() ? "" : ", which was not found on this machine")
                + (client.isTested() ? "" : " (not tested here)"));
        for (Change change : client.changes()) {
            out.println();
            out.println(change.file() + ": " + change.what());
            try {
                print(change, out, ansi);
            } catch (AmbitException e) {
                out.println("  cannot be shown as a change: " + e.getMessage());
                added(change.entry().insertion(new byte[0]).text(), out, ansi);
            }
        }
        if (!client.gateway().isEmpty()) {
            out.println();
            out.println("Its models through 'ambit start':");
            client.gateway().forEach(line -> out.println("  " + line));
            client.lasting(List.of())
                    .ifPresent(lasting -> out.println("  'ambit connect " + client.name() + " --write --gateway"
                            + (lasting.namesModels() ? " --model MODEL" : "") + "' writes it"));
        }
        out.flush();
        if (client.isTested() && !client.changes().isEmpty()) {
            terminal.say("'ambit connect " + client.name() + " --write' writes this, --undo takes it back");
        }
    }

    private static void print(Change change, PrintWriter out, Ansi ansi) {
        byte[] file = ConfigBytes.read(change.file());
        switch (change.entry().state(file)) {
            case PRESENT -> out.println("  is there already");
            case DIFFERENT -> {
                out.println("  there is one that says something else; Ambit would put in:");
                added(change.entry().insertion(new byte[0]).text(), out, ansi);
            }
            case MISSING -> {
                Insertion insertion = change.entry().insertion(file);
                // The lines around it are not shown: there may be keys in them.
                long line = Utf8.decode(file, 0, insertion.at())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                out.println("  line " + (line + 1) + ":");
                added(insertion.text(), out, ansi);
            }
        }
    }

    private static void added(String text, PrintWriter out, Ansi ansi) {
        text.lines()
                .filter(line -> !line.isBlank())
                // Not as markup: the line is data.
                .forEach(line -> out.println(ansi.string("@|green   +|@") + " " + line));
    }
}
