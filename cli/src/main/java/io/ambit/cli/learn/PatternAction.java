package io.ambit.cli.learn;

import io.ambit.cli.project.ProjectOption;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.tools.OpenTools;
import io.ambit.core.error.AmbitException;
import io.ambit.core.tooluse.pattern.PatternBook;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** Something that is done with the patterns of one project. */
abstract class PatternAction implements Callable<Integer> {
    @Mixin
    private ProjectOption where = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    PatternAction(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public final Integer call() throws IOException {
        try (OpenTools open = OpenTools.of(terminal, where)) {
            return run(open.use().patterns(), Instant.now());
        }
    }

    /** Does it; returns the exit code. */
    abstract int run(PatternBook patterns, Instant now) throws IOException;

    final Terminal terminal() {
        return terminal;
    }

    /** Prints an object where one was asked for, else says a line. */
    final void answer(Object object, String line) {
        if (json.wanted()) {
            JsonOption.print(terminal, object);
        } else {
            terminal.say(line);
        }
    }

    final boolean wantsJson() {
        return json.wanted();
    }

    /**
     * Asks whether to go on.
     *
     * @throws AmbitException where nobody can be asked
     */
    final boolean confirmed(String question) throws IOException {
        if (!terminal.interactive()) {
            throw new AmbitException("this cannot be undone: expected --yes where nobody can be asked");
        }
        terminal.err().print(question + " [y/N] ");
        terminal.err().flush();
        String answer = terminal.in().readLine();
        return answer != null
                && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    }
}
