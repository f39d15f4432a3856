package io.ambit.cli;

import io.ambit.cli.terminal.Terminal;

/**
 * What the launcher runs once after a build, so that the classes of it start from a cache: the command that its
 * arguments name, then {@code ambit mcp} with what stands on standard input.
 */
final class TrainingRun {
    private TrainingRun() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        int first = Main.run(terminal, args);
        int second = Main.run(
                terminal,
                "mcp",
                "--tools",
                "all",
                "--folder",
                terminal.userHome().toString());
        terminal.out().flush();
        terminal.err().flush();
        System.exit(Math.max(first, second));
    }
}
