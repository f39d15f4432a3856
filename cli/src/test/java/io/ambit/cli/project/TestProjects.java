package io.ambit.cli.project;

import io.ambit.cli.memory.OpenMemory;
import io.ambit.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

/** The projects of a user whose home is a folder of a test. */
final class TestProjects implements AutoCloseable {
    private final Terminal terminal;
    private final OpenMemory memory;
    private final OpenProjects projects;

    TestProjects(Path user) {
        terminal = new Terminal(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                new BufferedReader(Reader.nullReader()),
                false,
                false,
                Map.of(
                        "HOME",
                        user.toString(),
                        "AMBIT_HOME",
                        user.resolve("data").toString()));
        memory = OpenMemory.of(terminal);
        projects = new OpenProjects(terminal.home(), user, memory::memory, memory::stores, memory.embedder());
    }

    Terminal terminal() {
        return terminal;
    }

    OpenProjects projects() {
        return projects;
    }

    @Override
    public void close() {
        try (memory) {
            projects.close();
        }
    }
}
