package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.Block;
import io.ambit.core.record.BlockJson;
import io.ambit.core.record.JsonFields;
import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit memory block}. */
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description = "Show or write the labelled texts that stand in the prompt: persona, user, project.",
        footer = {"", "Example:", "  ambit memory block project --value \"A shop in Java 25, SQLite below\""})
final class BlockCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "LABEL", description = "Which block; without it all are shown.")
    private @Nullable String label;

    @Option(names = "--value", paramLabel = "TEXT", description = "Write this.")
    private @Nullable String value;

    @Option(names = "--description", paramLabel = "TEXT", description = "What the block is for.")
    private @Nullable String description;

    @Option(names = "--limit", paramLabel = "N", description = "Most characters of its value. [5000]")
    private @Nullable Integer limit;

    @Option(names = "--history", description = "Show its earlier values.")
    private boolean history;

    @Option(names = "--delete", description = "Remove it.")
    private boolean delete;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    BlockCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Memory memory = open.memory();
            Space where = space.space();
            String name = label;
            if (name == null) {
                print(memory.blocks().blocks(where, ""));
                return ExitCode.DONE;
            }
            if (delete) {
                if (!memory.blocks().deleteBlock(where, name)) {
                    throw new AmbitException("no block '" + name + "' in space " + where);
                }
                return ExitCode.DONE;
            }
            if (history) {
                print(memory.blocks().history(where, name));
                return ExitCode.DONE;
            }
            Block earlier = memory.blocks().block(where, name).orElse(null);
            if (value != null || description != null || limit != null) {
                JsonFields given = new JsonFields(Json.parse(
                        JsonTree.write(JsonTree.object("value", value, "description", description, "limit", limit))));
                memory.putBlock(BlockJson.read(where, name, given, earlier, memory.now()));
            } else if (earlier == null) {
                throw new AmbitException("no block '" + name + "' in space " + where + "; --value writes one");
            }
            print(memory.blocks().block(where, name).stream().toList());
        }
        return ExitCode.DONE;
    }

    private void print(List<Block> blocks) {
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of("blocks", blocks.stream().map(BlockJson::tree).toList()));
            return;
        }
        for (Block block : blocks) {
            terminal.out()
                    .println(block.label() + " (" + block.value().length() + " of " + block.limit() + " characters)");
            block.value().lines().forEach(line -> terminal.out().println("  " + RecordText.printable(line)));
        }
        terminal.out().flush();
    }
}
