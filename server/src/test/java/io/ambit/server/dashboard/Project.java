package io.ambit.server.dashboard;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepStart;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Hash;
import io.ambit.store.SqliteStores;
import io.ambit.store.backlog.BacklogFolder;
import io.ambit.store.backlog.MarkdownBacklog;
import io.ambit.store.index.Analysis;
import io.ambit.testkit.Conversation;
import io.ambit.testkit.WordIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A project on disk with ledger, memory and backlog, as the program puts them together. */
final class Project implements AutoCloseable {
    static final Space SPACE = new Space("proj");

    final SqliteStores stores;
    final Memory memory;
    final MarkdownBacklog files;
    final ProjectContext context;
    private final Path docs;
    private int calls;

    Project(Path folder) throws Exception {
        stores = SqliteStores.open(folder.resolve("data"));
        docs = Files.createDirectories(folder.resolve("repo/docs/tasks"));
        memory = new Memory(
                stores.memory(),
                stores.memory(),
                new WordIndex(stores.memory()),
                stores.journal(),
                new Chars4TokenCounter(),
                ReadableSpaces.NONE,
                CareSettings.DEFAULT,
                Clock.systemUTC(),
                space -> {});
        files = MarkdownBacklog.open(BacklogFolder.find(folder.resolve("repo"), folder));
        context = new ProjectContext(
                SPACE, new Backlog(files, BacklogSearch.byWords(new Analysis()), Clock.systemUTC()), memory);
    }

    Projects projects() {
        return new Projects() {
            @Override
            public ProjectContext inFolder(String folder) {
                return context;
            }

            @Override
            public Optional<ProjectContext> ofSpace(Space space) {
                return space.equals(SPACE) ? Optional.of(context) : Optional.empty();
            }

            @Override
            public ProjectContext inSpace(Space space) {
                return ofSpace(space)
                        .orElseGet(() -> new ProjectContext(
                                space,
                                new Backlog(files, BacklogSearch.byWords(new Analysis()), Clock.systemUTC()),
                                memory));
            }

            @Override
            public List<ProjectContext> known() {
                return List.of(context);
            }
        };
    }

    DashboardServer serve() throws Exception {
        return DashboardServer.start(stores.ledger(), memory, projects());
    }

    /** Writes a file of the backlog, as an editor does. */
    void item(String name, String text) throws Exception {
        Files.writeString(docs.resolve(name), text);
    }

    MemoryRecord remember(Content content) {
        return memory.remember(Draft.of(SPACE, content, Provenance.by("user", "test"), null));
    }

    /** A step whose tool output was cut. */
    StepId step(Conversation talk, String output, String shown, OutputId id) {
        Ledger ledger = stores.ledger();
        talk.tool("call-" + calls++, "read", "{\"path\":\"a.txt\"}", output);
        Arrival arrival = talk.arrival();
        Arrival fresh = new Arrival(
                arrival.space(),
                arrival.transcript(),
                arrival.clientSession(),
                null,
                arrival.body(),
                arrival.client(),
                arrival.model(),
                Instant.now().minusSeconds(60));
        SessionState state = ledger.open(fresh);
        Map<PartKey, Decision> changes = Map.of(talk.lastPart(), new Decision.Cut(id, shown, 40));
        StepId step = ledger.begin(new StepStart(
                state.id(),
                fresh,
                "balanced",
                state.decisions(),
                state.decisions().with(changes, false),
                true,
                4000,
                900,
                ""));
        ledger.finish(
                step,
                new StepEnd(
                        200,
                        List.of(new Usage(300, 100, 20)),
                        340,
                        300,
                        Duration.ofMillis(40),
                        Duration.ofMillis(400),
                        1,
                        List.of(),
                        Message.of(Role.ASSISTANT, List.of(new Part.Text("Read it.", Span.NONE))),
                        new Route("near", "small", "easy", 0.9, List.of("far answered 503")).failed("no JSON"),
                        "",
                        ""));
        return step;
    }

    /** Adds a note to where a step was sent. */
    void note(StepId step, String text) {
        StepEnd end = Objects.requireNonNull(
                stores.ledger().steps(step.space(), step.session()).getLast().end());
        stores.ledger().finish(step, end.withRoute(end.route().with(text)));
    }

    static OutputId idOf(String output) {
        return OutputId.of(Hash.of(output), OutputId.MIN_LENGTH);
    }

    @Override
    public void close() {
        files.close();
        stores.close();
    }
}
