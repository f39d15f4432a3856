package io.ambit.mcp.tool;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Provenance;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Value;
import io.ambit.core.text.Words;
import io.ambit.core.tooluse.ToolUse;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.mcp.tool.set.ToolSet;
import io.ambit.store.SqliteStores;
import io.ambit.testkit.HeapBacklogStore;
import io.ambit.testkit.HeapMemoryJournal;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.PlainSources;
import io.ambit.testkit.WordIndex;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project to call tools in, all on the heap but a ledger, with a clock that runs by itself. */
public final class ToolBench implements ToolCall, AutoCloseable {
    public static final Space SPACE = new Space("project");
    public static final Instant START = Instant.parse("2026-03-18T15:00:00Z");
    private static final TokenCounter TOKENS = new BpeTokenCounter();
    private static final Map<String, Tool> TOOLS = new LinkedHashMap<>();

    static {
        ToolSet.all().tools().forEach(tool -> TOOLS.put(tool.name(), tool));
    }

    public final Path folder;
    public final HeapMemoryStore store = new HeapMemoryStore();
    public final List<String> progress = new ArrayList<>();
    public final List<Map<String, Object>> forms = new ArrayList<>();
    /** What a person says to the forms, one after the other; null for no client that could ask. */
    public @Nullable Deque<Person> person;

    public boolean cancelled;
    public final HeapBacklogStore files = new HeapBacklogStore();
    private @Nullable SqliteStores stores;
    private final ProjectContext project;
    private final ToolUses tools = new ToolUses(space -> PlainSources.of(ledger(), definitions()));
    private Instant now = START;

    public ToolBench(Path folder) {
        this(folder, SPACE);
    }

    public ToolBench(Path folder, Space space) {
        this.folder = folder;
        InstantSource clock = () -> now = now.plusMillis(1);
        Memory memory = new Memory(
                store,
                new NoBlocks(),
                new WordIndex(store),
                new HeapMemoryJournal(),
                TOKENS,
                ReadableSpaces.NONE,
                CareSettings.DEFAULT,
                clock,
                written -> {});
        BacklogSearch search = BacklogSearch.byWords(text -> List.copyOf(Words.of(text)));
        project = new ProjectContext(space, new Backlog(files, search, clock), memory);
    }

    /** Arguments of a call: names and values in turn. */
    public static Map<String, Object> with(Object... namesAndValues) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return arguments;
    }

    public ToolResult call(String tool, Object... namesAndValues) {
        return call(tool, with(namesAndValues));
    }

    public ToolResult call(String tool, Map<String, Object> arguments) {
        return TOOLS.get(tool).call(arguments, this);
    }

    /** All that a call answers, as one text. */
    public String said(String tool, Object... namesAndValues) {
        return said(call(tool, with(namesAndValues)));
    }

    public static String said(ToolResult result) {
        return result.text() + "\n" + JsonTree.write(result.structured());
    }

    /** Creates an item; fields are names and texts or lists of texts in turn. */
    public String item(ItemType type, String title, String body, Object... fields) {
        List<Value.Field> front = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            front.add(new Value.Field((String) fields[i], value(fields[i + 1])));
        }
        return project.backlog()
                .create(new NewItem(type, title, body, front))
                .item()
                .id()
                .value();
    }

    private static Value value(Object value) {
        return value instanceof List<?> list
                ? new Value.Arr(list.stream().map(ToolBench::value).toList(), false)
                : new Value.Str(value.toString(), false);
    }

    public String remember(Content content, @Nullable Instant at) {
        return project.memory()
                .remember(Draft.of(project.space(), content, Provenance.by("agent:test", "test"), at))
                .id()
                .value();
    }

    public String note(String text) {
        return remember(new Insight("note", text, "", List.of()), null);
    }

    /** A person who is asked. */
    public interface Person {
        /** What the person answers to a form; null where the form is declined. */
        @Nullable Map<String, Object> says(Map<String, Object> form);
    }

    /** Lets a person answer the next forms. */
    public void personSays(Person... answers) {
        person = new ArrayDeque<>(Arrays.asList(answers));
    }

    @Override
    public ProjectContext project() {
        return project;
    }

    private SqliteStores stores() {
        if (stores == null) {
            stores = SqliteStores.open(folder.resolve("data"));
        }
        return stores;
    }

    @Override
    public Ledger ledger() {
        return stores().ledger();
    }

    /** Definitions of tools that passed. */
    public ToolStore definitions() {
        return stores().tools();
    }

    @Override
    public ToolUse tools() {
        return tools.of(project);
    }

    @Override
    public String client() {
        return "test-agent";
    }

    @Override
    public void progress(double done, double total, String message) {
        progress.add(message);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean canAsk() {
        return person != null;
    }

    @Override
    public Optional<Map<String, Object>> ask(String message, Map<String, Object> schema) {
        forms.add(schema);
        return person == null || person.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(person.removeFirst().says(schema));
    }

    @Override
    public void close() {
        if (stores != null) {
            stores.close();
        }
        files.close();
    }
}
