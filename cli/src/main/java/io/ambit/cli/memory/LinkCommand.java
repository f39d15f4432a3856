package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit memory link}. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = "Say how one record stands to another.",
        footer = {"", "Example:", "  ambit memory link ins-002 supports sem-001"})
final class LinkCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FROM", description = "Id of a record.")
    private String from = "";

    @Parameters(
            index = "1",
            paramLabel = "TYPE",
            description = "derived_from, related_to, contradicts, elaborates, example_of, supersedes, supports, "
                    + "belongs_to, blocks, references ...")
    private String type = "";

    @Parameters(index = "2", paramLabel = "TO", description = "Id of a record.")
    private String to = "";

    @Option(names = "--remove", description = "Take the link away.")
    private boolean remove;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    private final Terminal terminal;

    LinkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Space where = space.space();
        RecordId start = new RecordId(from);
        RecordId end = new RecordId(to);
        LinkType chosen = LinkType.ofLabel(type);
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Memory memory = open.memory();
            if (remove) {
                if (!memory.store().unlink(where, start, chosen, end)) {
                    throw new AmbitException(
                            "no link " + start + " " + chosen.label() + " " + end + " in space " + where);
                }
                return ExitCode.DONE;
            }
            for (RecordId id : List.of(start, end)) {
                if (memory.store().find(where, id).isEmpty()) {
                    throw new AmbitException("no record " + id + " in space " + where);
                }
            }
            memory.store().link(new Link(where, start, chosen, end, "user", memory.now()));
        }
        return ExitCode.DONE;
    }
}
